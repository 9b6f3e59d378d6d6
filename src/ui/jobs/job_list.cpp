// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_list.h"

#include "ui/jobs/core_words.h"

namespace mien::ui {

namespace {
constexpr std::size_t kEndedKept = 50;
/// So that an hour-long job leaves room for short ones, on a machine with one core too.
constexpr int kAtOnce = 4;
} // namespace

JobList::JobList(QObject* parent) : QAbstractListModel(parent) {
    m_pool.setMaxThreadCount(std::max(kAtOnce, QThread::idealThreadCount()));
}

JobList::~JobList() {
    for (auto* job : m_jobs)
        job->cancel(); // all at once, then wait for each
    for (auto* job : m_jobs) {
        job->disconnect(this);
        delete job;
    }
}

int JobList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant JobList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& job = *m_jobs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return job.title();
    case StateRole:
        return static_cast<int>(job.state());
    case FractionRole:
        return job.fraction();
    case EndedRole:
        return job.ended();
    case SecondsLeftRole:
        return job.secondsLeft() ? QVariant(*job.secondsLeft()) : QVariant();
    case PausesRole:
        return job.stopping() == Stopping::Pauses;
    case KeptRole:
        return job.kept();
    case Qt::ToolTipRole:
    case TextRole:
        return job.state() == JobState::Failed ? coreWords(QString::fromStdString(job.error()->sentence()))
                                               : job.text();
    case Qt::AccessibleTextRole:
        return job.ended() ? tr("%1, ended").arg(job.title())
                           : tr("%1, %2 percent").arg(job.title()).arg(qRound(job.fraction() * 100.0));
    default:
        return {};
    }
}

QHash<int, QByteArray> JobList::roleNames() const {
    auto names = QAbstractListModel::roleNames();
    names.insert({{TitleRole, "title"},
                  {StateRole, "state"},
                  {FractionRole, "fraction"},
                  {TextRole, "text"},
                  {SecondsLeftRole, "secondsLeft"},
                  {EndedRole, "ended"},
                  {PausesRole, "pauses"},
                  {KeptRole, "kept"}});
    return names;
}

void JobList::add(JobBase* job) {
    beginInsertRows({}, 0, 0);
    job->setParent(nullptr);
    m_jobs.insert(m_jobs.begin(), job);
    endInsertRows();
    connect(job, &JobBase::progress, this, [this, job] { changed(job); });
    connect(job, &JobBase::stateChanged, this, [this, job] {
        changed(job);
        if (job->ended())
            dropOldest();
        emit runningCountChanged(runningCount());
    });
    emit runningCountChanged(runningCount());
}

int JobList::runningCount() const {
    return static_cast<int>(
        std::count_if(m_jobs.begin(), m_jobs.end(), [](const JobBase* job) { return !job->ended(); }));
}

void JobList::cancelAll() {
    for (auto* job : m_jobs)
        job->cancel();
}

void JobList::clearEnded() {
    for (std::size_t row = m_jobs.size(); row-- > 0;)
        if (m_jobs[row]->ended())
            removeAt(row);
}

QString JobList::timeLeftText(std::optional<double> secondsLeft) {
    if (!secondsLeft)
        return {};
    const int seconds = static_cast<int>(std::ceil(std::min(*secondsLeft, 359'999.0)));
    if (seconds < 60)
        return tr("%1 s left").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min %2 s left").arg(seconds / 60).arg(seconds % 60);
    return tr("%1 h %2 min left").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

void JobList::changed(JobBase* job) {
    const auto found = std::find(m_jobs.begin(), m_jobs.end(), job);
    const auto shown = index(static_cast<int>(found - m_jobs.begin()));
    emit dataChanged(shown, shown);
}

void JobList::dropOldest() {
    std::size_t ended = 0;
    for (std::size_t row = 0; row < m_jobs.size(); ++row)
        if (m_jobs[row]->ended() && ++ended > kEndedKept)
            removeAt(row--);
}

void JobList::removeAt(std::size_t row) {
    beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
    auto* job = m_jobs[row];
    m_jobs.erase(m_jobs.begin() + static_cast<std::ptrdiff_t>(row));
    endRemoveRows();
    job->disconnect(this);
    job->deleteLater(); // it may be the one that is telling us that it ended
}

} // namespace mien::ui
