// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job.h"

#include <QAbstractListModel>

namespace mien::ui {

/// Running and ended jobs, newest first; the model of the job panel. Owns its jobs.
class JobList final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::UserRole + 1, ///< QString
        StateRole,                    ///< int(JobState)
        FractionRole,                 ///< double 0 … 1
        TextRole,                     ///< QString: stage while it runs, the error's sentence when it failed
        SecondsLeftRole,              ///< double, invalid where there is no estimate
        EndedRole,                    ///< bool
        PausesRole,                   ///< bool: stopped, it could go on where it was
        KeptRole                      ///< QString: what is kept when it is stopped; empty: nothing
    };

    explicit JobList(QObject* parent = nullptr);
    /// Stops every job and waits for it.
    ~JobList() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Takes the job over (it must not be started elsewhere afterwards); shown until cleared or pushed out by
    /// newer ended ones.
    void add(JobBase* job);
    /// Starts work, on one of a few threads that the list's jobs share, and hands its outcome to
    /// `done(Result<T>)`, unless `context` is gone by then.
    template <class T, class Done>
    Job<T>* start(QString title, typename Job<T>::Work work, QObject* context, Done done, int threads = 0) {
        auto* job = new Job<T>(std::move(title), std::move(work));
        add(job);
        connect(job, &JobBase::finished, context,
                [job, done = std::move(done)]() mutable { done(job->takeResult()); });
        job->start(&m_pool, threads);
        return job;
    }

    JobBase* job(int row) const { return m_jobs[static_cast<std::size_t>(row)]; }
    int runningCount() const;
    void cancel(int row) { job(row)->cancel(); }
    void cancelAll();
    void clearEnded();

    /// "2 min 5 s left"; empty where there is no estimate.
    static QString timeLeftText(std::optional<double> secondsLeft);

signals:
    /// A job began or ended.
    void runningCountChanged(int running);

private:
    void changed(JobBase* job);
    void dropOldest();
    void removeAt(std::size_t row);

    QThreadPool m_pool;
    std::vector<JobBase*> m_jobs;
};

} // namespace mien::ui
