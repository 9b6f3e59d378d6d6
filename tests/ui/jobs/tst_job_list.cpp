// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "ui/jobs/job_list.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QSignalSpy>

namespace tst_job_list {

using namespace mien;
using namespace mien::ui;

class TestJobList : public QObject {
    Q_OBJECT

private slots:
    void showsRunningAndEndedJobsNewestFirst() {
        JobList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy running(&list, &JobList::runningCountChanged);
        QSemaphore permit;
        int good = 0;
        QString bad;
        list.start<int>(
            "good",
            [&](const JobContext& job) -> Result<int> {
                job.progress(0.25, "halfway to half");
                permit.acquire();
                return 3;
            },
            this, [&](Result<int> result) { good = result.value(); });
        QTRY_COMPARE(list.index(0).data(JobList::FractionRole).toDouble(), 0.25);
        QCOMPARE(list.index(0).data(JobList::TextRole).toString(), QString("halfway to half"));
        list.start<void>(
            "bad",
            [](const JobContext&) -> Result<void> {
                return fail(ErrorCode::Corrupt, "Not a film.", "a.mp4");
            },
            this, [&](Result<void> result) { bad = QString::fromStdString(result.error().sentence()); });
        QCOMPARE(list.rowCount(), 2);
        QCOMPARE(list.index(0).data().toString(), QString("bad"));
        QTRY_COMPARE(list.runningCount(), 1);
        QCOMPARE(bad, QString("a.mp4: Not a film."));
        QCOMPARE(list.index(0).data(JobList::TextRole).toString(), bad);
        permit.release();
        QTRY_COMPARE(list.runningCount(), 0);
        QCOMPARE(good, 3);
        QCOMPARE(list.index(1).data(JobList::StateRole).toInt(), int(JobState::Succeeded));
        QCOMPARE(running.back().front().toInt(), 0);
        list.clearEnded();
        QCOMPARE(list.rowCount(), 0);
    }

    void workThatGoesOnIsPausedAndSaysWhatIsKept() {
        JobList list;
        const auto untilStopped = [](const JobContext& job) -> Result<int> {
            while (!job.cancelled())
                QThread::msleep(1);
            return cancelled();
        };
        for (int i = 0; i < 2; ++i)
            list.start<int>("work", untilStopped, this, [](const Result<int>&) {});
        QVERIFY(!list.index(0).data(JobList::PausesRole).toBool());
        QVERIFY(list.index(0).data(JobList::KeptRole).toString().isEmpty());
        QSignalSpy changed(&list, &JobList::dataChanged);
        list.job(0)->setStopping(Stopping::Pauses, "what is done");
        QCOMPARE(changed.count(), 1);
        QVERIFY(list.index(0).data(JobList::PausesRole).toBool());
        QCOMPARE(list.index(0).data(JobList::KeptRole).toString(), QString("what is done"));
        QVERIFY(!list.index(1).data(JobList::PausesRole).toBool());
        list.cancelAll();
        QTRY_COMPARE(list.runningCount(), 0);
        QCOMPARE(list.index(0).data(JobList::StateRole).toInt(), int(JobState::Cancelled));
        QVERIFY(list.index(0).data(JobList::PausesRole).toBool());
    }

    /// Qt paints large pictures in parts on its global pool, and the window waits for them.
    void longJobsLeaveRoomForShortOnesAndForQt() {
        JobList list;
        QSemaphore permits, begun;
        const auto endless = [&](const JobContext&) -> Result<int> {
            begun.release();
            permits.acquire();
            return 0;
        };
        for (int i = 0; i < 3; ++i)
            list.start<int>("long", endless, this, [](const Result<int>&) {});
        Job<int> alone("alone", endless);
        alone.start();
        begun.acquire(4);
        QCOMPARE(QThreadPool::globalInstance()->activeThreadCount(), 0);
        bool told = false;
        list.start<int>(
            "short", [](const JobContext&) -> Result<int> { return 1; }, this,
            [&](const Result<int>&) { told = true; });
        const bool ran = QTest::qWaitFor([&] { return told; }, 5000);
        permits.release(4);
        QVERIFY(ran);
        QTRY_COMPARE(list.runningCount(), 0);
        QTRY_VERIFY(alone.ended());
    }

    void anOutcomeNobodyWaitsForAnyMoreIsDropped() {
        JobList list;
        auto waiting = std::make_unique<QObject>();
        bool told = false;
        list.start<int>(
            "orphan", [](const JobContext&) -> Result<int> { return 1; }, waiting.get(),
            [&](Result<int>) { told = true; });
        waiting.reset();
        QTRY_COMPARE(list.runningCount(), 0);
        QVERIFY(!told);
    }

    void keepsOnlyTheLastFiftyEndedJobs() {
        JobList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 60; ++i)
            list.start<int>(
                QString::number(i), [](const JobContext&) -> Result<int> { return 1; }, this,
                [](Result<int>) {});
        QTRY_COMPARE(list.runningCount(), 0);
        QCOMPARE(list.rowCount(), 50);
    }

    void destroyingTheListStopsItsJobs() {
        std::atomic<int> stopped = 0;
        {
            JobList list;
            std::atomic<int> entered = 0;
            for (int i = 0; i < 2; ++i)
                list.start<int>(
                    "endless",
                    [&](const JobContext& job) -> Result<int> {
                        ++entered;
                        while (!job.cancelled())
                            QThread::msleep(1);
                        ++stopped;
                        return cancelled();
                    },
                    this, [](Result<int>) {});
            QTRY_VERIFY(entered >= 1);
        }
        QVERIFY(stopped >= 1);
    }

    void saysHowLongItStillTakes() {
        QCOMPARE(JobList::timeLeftText({}), QString());
        QCOMPARE(JobList::timeLeftText(4.2), QString("5 s left"));
        QCOMPARE(JobList::timeLeftText(125.0), QString("2 min 5 s left"));
        QCOMPARE(JobList::timeLeftText(3 * 3600 + 120.0), QString("3 h 2 min left"));
        QCOMPARE(JobList::timeLeftText(std::numeric_limits<double>::infinity()), QString("99 h 59 min left"));
    }
};

MIEN_TEST(TestJobList)

} // namespace tst_job_list

#include "tst_job_list.moc"
