// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/guarded.h"
#include "core/base/job_context.h"
#include "core/base/result.h"
#include "ui/jobs/time_left.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrent/QtConcurrentRun>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace mien::ui {

enum class JobState { Waiting, Running, Succeeded, Failed, Cancelled };

/// What it means to stop a job before its end: work that goes on where it was is paused.
enum class Stopping { GivesUp, Pauses };

/// What every job shows, whatever it returns. All members are for the thread that the object lives in;
/// signals come there too.
class JobBase : public QObject {
    Q_OBJECT

public:
    const QString& title() const { return m_title; }
    JobState state() const { return m_state; }
    bool ended() const { return m_state != JobState::Waiting && m_state != JobState::Running; }
    /// 0 … 1, never falls; 1 once it succeeded.
    double fraction() const { return m_fraction; }
    /// What it is doing now, in a few words.
    const QString& text() const { return m_text; }
    std::optional<double> secondsLeft() const;
    double elapsedS() const;
    /// Why it failed (or that it was cancelled); nothing while it runs or when it succeeded.
    const std::optional<Error>& error() const { return m_error; }
    bool cancelRequested() const { return m_stop.stop_requested(); }
    /// The word for it, and a sentence on what is kept, wherever the job is shown. Unless told, work is given
    /// up and keeps nothing.
    void setStopping(Stopping how, const QString& kept);
    Stopping stopping() const { return m_stopping; }
    const QString& kept() const { return m_kept; }

    /// Asks the work to stop; `finished` follows when it did. Work that has its result already keeps it.
    void cancel();

signals:
    void progress(double fraction, const QString& text);
    /// Once, after the result is there.
    void finished();
    void stateChanged();

protected:
    JobBase(QString title, QObject* parent);

    /// What the worker reports and the window's thread reads, at its own pace: a chatty worker cannot flood
    /// the event loop.
    struct Report {
        std::mutex mutex;
        bool running = false;
        double fraction = 0.0;
        std::string text;
    };

    JobContext makeContext(int threads) const;
    void markStarted();
    void markEnded(const Error* error);
    const std::shared_ptr<Report>& report() const { return m_report; }

private:
    void readReport();

    QString m_title;
    QString m_text;
    std::shared_ptr<Report> m_report = std::make_shared<Report>();
    std::stop_source m_stop;
    std::optional<Error> m_error;
    QTimer m_poll;
    QElapsedTimer m_clock;
    qint64 m_elapsedMs = 0;
    TimeLeft m_timeLeft;
    double m_fraction = 0.0;
    JobState m_state = JobState::Waiting;
    Stopping m_stopping = Stopping::GivesUp;
    QString m_kept;
};

/// Runs `Result<T> work(const JobContext&)` on another thread. Destroying a running job stops it and waits,
/// so what the work refers to need only outlive the job.
template <class T>
class Job final : public JobBase {
public:
    using Work = std::function<Result<T>(const JobContext&)>;

    Job(QString title, Work work, QObject* parent = nullptr)
        : JobBase(std::move(title), parent), m_work(std::move(work)) {
        connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { end(); });
    }
    ~Job() override {
        cancel();
        m_watcher.disconnect(this);
        if (!ended()) // a future whose result was taken would never report that it finished
            m_watcher.waitForFinished();
    }

    /// On `pool`, or on a thread of its own; `threads` is handed on in the context (0: all). Call once.
    /// Never on Qt's global pool: there Qt paints large pictures in parts, and the window waits for each part
    /// behind whatever runs there.
    void start(QThreadPool* pool = nullptr, int threads = 0) {
        markStarted();
        if (pool == nullptr) {
            pool = &m_own.emplace();
            pool->setMaxThreadCount(1);
        }
        auto run = [work = std::move(m_work), context = makeContext(threads), shared = report(),
                    outcome = m_outcome](QPromise<void>&) {
            {
                const std::lock_guard lock(shared->mutex);
                shared->running = true;
            }
            if (context.cancelled())
                outcome->emplace(mien::cancelled());
            else
                outcome->emplace(guarded("job", [&] { return work(context); }));
        };
        m_watcher.setFuture(QtConcurrent::run(pool, std::move(run)));
    }

    /// The outcome, from `finished` on.
    const Result<T>& result() const { return assert(m_result), *m_result; }
    /// Moves the outcome out, for values that cannot be copied. Once.
    Result<T> takeResult() {
        assert(m_result);
        Result<T> out = std::move(*m_result);
        m_result.reset();
        return out;
    }

private:
    void end() {
        m_result = std::move(*m_outcome);
        markEnded(m_result->has_value() ? nullptr : &m_result->error());
    }

    Work m_work;
    std::optional<QThreadPool> m_own;
    /// The result does not travel in the QFuture: taking it there resets the future's state, and a worker
    /// that is just dropping its QPromise would then report "finished" a second time.
    std::shared_ptr<std::optional<Result<T>>> m_outcome = std::make_shared<std::optional<Result<T>>>();
    QFutureWatcher<void> m_watcher;
    std::optional<Result<T>> m_result;
};

} // namespace mien::ui
