// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job.h"

#include "ui/jobs/core_words.h"

namespace mien::ui {

namespace {
constexpr int kPollMs = 50; ///< 20 times a second looks continuous and costs nothing
}

JobBase::JobBase(QString title, QObject* parent) : QObject(parent), m_title(std::move(title)) {
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &JobBase::readReport);
}

std::optional<double> JobBase::secondsLeft() const {
    return m_state == JobState::Running ? m_timeLeft.secondsLeft() : std::nullopt;
}

double JobBase::elapsedS() const {
    const qint64 ms = m_state == JobState::Running ? m_clock.elapsed() : m_elapsedMs;
    return static_cast<double>(ms) / 1000.0;
}

void JobBase::setStopping(Stopping how, const QString& kept) {
    m_stopping = how;
    m_kept = kept;
    emit stateChanged();
}

void JobBase::cancel() {
    m_stop.request_stop();
}

JobContext JobBase::makeContext(int threads) const {
    JobContext context;
    context.stop = m_stop.get_token();
    context.threads = threads;
    context.onProgress = [report = m_report](double fraction, std::string_view text) {
        const std::lock_guard lock(report->mutex);
        report->fraction = std::max(report->fraction, fraction);
        report->text = text;
    };
    return context;
}

void JobBase::markStarted() {
    m_poll.start();
}

void JobBase::readReport() {
    double fraction = 0.0;
    QString text;
    {
        const std::lock_guard lock(m_report->mutex);
        if (!m_report->running)
            return;
        fraction = m_report->fraction;
        text = QString::fromUtf8(m_report->text.data(), static_cast<qsizetype>(m_report->text.size()));
    }
    if (m_state == JobState::Waiting) {
        m_state = JobState::Running;
        m_clock.start();
        emit stateChanged();
    }
    m_timeLeft.add(elapsedS(), fraction);
    text = coreWords(text);
    if (fraction == m_fraction && text == m_text)
        return;
    m_fraction = fraction;
    m_text = text;
    emit progress(m_fraction, m_text);
}

void JobBase::markEnded(const Error* error) {
    readReport();
    m_poll.stop();
    m_elapsedMs = m_clock.isValid() ? m_clock.elapsed() : 0;
    if (error == nullptr) {
        m_state = JobState::Succeeded;
        if (m_fraction < 1.0) {
            m_fraction = 1.0;
            emit progress(m_fraction, m_text);
        }
    } else {
        m_error = *error;
        m_state = error->code == ErrorCode::Cancelled ? JobState::Cancelled : JobState::Failed;
    }
    emit stateChanged();
    emit finished();
}

} // namespace mien::ui
