// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "ui/jobs/job.h"

#include <QSemaphore>
#include <QSignalSpy>

#include <stdexcept>

namespace tst_job {

using namespace mien;
using namespace mien::ui;

namespace {
/// Work of ten steps that waits for a permit before each, so that a test decides how far it gets.
Job<int>::Work steps(QSemaphore& permits) {
    return [&permits](const JobContext& job) -> Result<int> {
        for (int i = 0; i < 10; ++i) {
            permits.acquire();
            if (job.cancelled())
                return cancelled();
            job.progress((i + 1) / 10.0, "step");
        }
        return 42;
    };
}
} // namespace

class TestJob : public QObject {
    Q_OBJECT

private slots:
    void deliversTheResultInTheThreadOfTheObject() {
        Job<int> job("count", [](const JobContext&) -> Result<int> { return 7; });
        QThread* deliveredIn = nullptr;
        connect(&job, &JobBase::finished, this, [&] { deliveredIn = QThread::currentThread(); });
        QCOMPARE(job.state(), JobState::Waiting);
        job.start();
        QTRY_COMPARE(job.state(), JobState::Succeeded);
        QCOMPARE(job.result().value(), 7);
        QCOMPARE(deliveredIn, QThread::currentThread());
        QCOMPARE(job.fraction(), 1.0);
        QVERIFY(!job.error());
    }

    void carriesValuesThatCannotBeCopied() {
        Job<std::unique_ptr<int>> job("unique", [](const JobContext&) -> Result<std::unique_ptr<int>> {
            return std::make_unique<int>(5);
        });
        job.start();
        QTRY_VERIFY(job.ended());
        const auto result = job.takeResult();
        QCOMPARE(**result, 5);
    }

    void carriesNoValue() {
        Job<void> job("nothing", [](const JobContext&) -> Result<void> { return {}; });
        job.start();
        QTRY_VERIFY(job.ended());
        QVERIFY(job.result().has_value());
    }

    void anExceptionBecomesAnError() {
        Job<int> job("thrower", [](const JobContext&) -> Result<int> { throw std::runtime_error("broken"); });
        job.start();
        QTRY_COMPARE(job.state(), JobState::Failed);
        QCOMPARE(job.error()->message, std::string("broken"));
        QCOMPARE(job.result().error().code, ErrorCode::Internal);
    }

    void cancelledBeforeTheStartTheWorkNeverRuns() {
        bool ran = false;
        Job<int> job("late", [&](const JobContext&) -> Result<int> {
            ran = true;
            return 1;
        });
        job.cancel();
        job.start();
        QTRY_COMPARE(job.state(), JobState::Cancelled);
        QVERIFY(!ran);
    }

    void cancelledInTheMiddleItStops() {
        QSemaphore permits;
        Job<int> job("middle", steps(permits));
        job.start();
        permits.release(5);
        QTRY_COMPARE(job.fraction(), 0.5);
        QCOMPARE(job.state(), JobState::Running);
        job.cancel();
        permits.release(5);
        QTRY_COMPARE(job.state(), JobState::Cancelled);
        QCOMPARE(job.fraction(), 0.5);
        QCOMPARE(job.error()->code, ErrorCode::Cancelled);
    }

    void cancelledAfterTheEndTheResultStays() {
        QSemaphore permits(10);
        Job<int> job("end", steps(permits));
        job.start();
        QTRY_VERIFY(job.ended());
        job.cancel();
        QCOMPARE(job.state(), JobState::Succeeded);
        QCOMPARE(job.result().value(), 42);
    }

    void cancelledWhileTheResultIsOnItsWayTheResultStays() {
        QSemaphore permits(10);
        QThreadPool pool;
        Job<int> job("race", steps(permits));
        job.start(&pool);
        pool.waitForDone(); // done, but the event loop has not run since
        job.cancel();
        QTRY_COMPARE(job.state(), JobState::Succeeded);
        QCOMPARE(job.result().value(), 42);
    }

    void progressNeverFalls() {
        QSemaphore permits;
        Job<int> job("wobbly", [&](const JobContext& context) -> Result<int> {
            for (double fraction : {0.2, 0.1, 0.6, 0.4, 0.9}) {
                permits.acquire();
                context.progress(fraction, "at " + std::to_string(fraction));
            }
            permits.acquire();
            return 0;
        });
        std::vector<double> seen;
        connect(&job, &JobBase::progress, this,
                [&](double fraction, const QString&) { seen.push_back(fraction); });
        job.start();
        for (double expected : {0.2, 0.2, 0.6, 0.6, 0.9}) {
            permits.release();
            QTRY_COMPARE(job.fraction(), expected);
        }
        permits.release();
        QTRY_VERIFY(job.ended());
        QVERIFY(seen.size() >= 4);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QCOMPARE(seen.back(), 1.0);
    }

    void aChattyWorkerDoesNotFloodTheEventLoop() {
        Job<int> job("chatty", [](const JobContext& context) -> Result<int> {
            for (int i = 0; i < 200'000; ++i)
                context.progress(i / 200'000.0, "on");
            return 0;
        });
        QSignalSpy spy(&job, &JobBase::progress);
        QElapsedTimer clock;
        clock.start();
        job.start();
        QTRY_VERIFY_WITH_TIMEOUT(job.ended(), 30'000);
        QVERIFY(spy.size() <= clock.elapsed() / 40 + 2);
    }

    void destroyingARunningJobStopsItAndWaits() {
        std::atomic<bool> left = false;
        std::atomic<bool> entered = false;
        {
            Job<int> job("endless", [&](const JobContext& context) -> Result<int> {
                entered = true;
                while (!context.cancelled())
                    QThread::msleep(1);
                left = true;
                return cancelled();
            });
            job.start();
            QTRY_VERIFY(entered);
        }
        QVERIFY(left);
    }

    void handsOnTheNumberOfThreads() {
        Job<int> job("threads", [](const JobContext& context) -> Result<int> { return context.threads; });
        job.start(nullptr, 3);
        QTRY_VERIFY(job.ended());
        QCOMPARE(job.result().value(), 3);
    }

    void timeLeftFollowsThePace() {
        TimeLeft steady;
        QVERIFY(!steady.secondsLeft());
        steady.add(0.0, 0.0);
        steady.add(0.5, 0.05);
        QVERIFY(!steady.secondsLeft()); // too early to say
        for (int tick = 6; tick <= 50; ++tick)
            steady.add(tick / 10.0, tick / 100.0);
        QVERIFY(std::abs(*steady.secondsLeft() - 5.0) < 0.2);

        TimeLeft slower = steady; // from here on ten times slower
        for (int tick = 1; tick <= 200; ++tick)
            slower.add(5.0 + tick / 10.0, 0.5 + tick / 1000.0);
        QVERIFY2(std::abs(*slower.secondsLeft() - 30.0) < 1.0,
                 qPrintable(QString::number(*slower.secondsLeft())));

        TimeLeft stuck;
        for (int tick = 0; tick <= 200; ++tick)
            stuck.add(tick / 10.0, 0.3);
        QVERIFY(!stuck.secondsLeft());
    }
};

MIEN_TEST(TestJob)

} // namespace tst_job

#include "tst_job.moc"
