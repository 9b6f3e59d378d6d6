// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/stability_run.h"

#include "ui/jobs/job_list.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace mien::ui {
namespace {

constexpr int kReplicates = 200;      ///< shares are then known to within 7 points
constexpr int kQuietMs = 500;         ///< so long the sliders rest before it starts
constexpr double kCheapMs = 10'000.0; ///< estimated work up to which it starts by itself

} // namespace

StabilityRun::StabilityRun(JobList& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_automatic(new QCheckBox(tr("By itself"))),
      m_button(new QPushButton),
      m_progress(new QProgressBar),
      m_note(new QLabel) {
    setAccessibleName(tr("Stability of the edges"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 12, 8);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    m_button->setToolTip(
        tr("Searches %1 more graphs on resampled blocks of the data and counts how often each "
           "edge and its ends come up")
            .arg(kReplicates));
    m_automatic->setChecked(true);
    m_automatic->setToolTip(tr("Start whenever the sliders rest, where it takes seconds"));
    row->addWidget(m_button);
    row->addStretch(1);
    row->addWidget(m_automatic);
    column->addLayout(row);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Resampled graphs"));
    column->addWidget(m_progress);
    m_note->setProperty("faint", true);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMs);
    connect(&m_quiet, &QTimer::timeout, this, &StabilityRun::start);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (running())
            cancel();
        else
            start();
    });
    connect(m_automatic, &QCheckBox::toggled, this, [this](bool on) {
        if (on && m_answer.found && !m_counted)
            m_quiet.start();
        emit automaticChanged(on);
    });
    follow();
}

bool StabilityRun::running() const {
    return m_job && !m_job->ended();
}

void StabilityRun::setAutomatic(bool on) {
    m_automatic->setChecked(on);
}

bool StabilityRun::automatic() const {
    return m_automatic->isChecked();
}

void StabilityRun::cancel() {
    m_quiet.stop();
    if (m_job)
        m_job->cancel();
}

void StabilityRun::clear() {
    cancel();
    m_answer = {};
    m_counted = false;
    follow();
}

void StabilityRun::setAnswer(const GraphAnswer& answer) {
    const bool same = m_answer.found && m_answer.request == answer.request;
    m_answer = answer;
    if (same && (m_counted || running()))
        return follow(); // the same request, completed: resampled graphs are made by its preset anyway
    cancel();
    m_counted = false;
    const double ms = answer.ms * kReplicates;
    if (m_automatic->isChecked() && answer.found && ms < kCheapMs)
        m_quiet.start();
    follow();
}

void StabilityRun::start() {
    m_quiet.stop();
    if (!m_answer.found || running())
        return;
    const auto answer = m_answer;
    m_job = m_jobs.start<StabilityPtr>(
        tr("Resampling the graph"),
        [answer](const JobContext& job) -> Result<StabilityPtr> {
            auto found = search(*answer.data, *answer.table, answer.request, answer.request.parameters.preset,
                                kReplicates, job);
            if (!found)
                return Unexpected(found.error());
            return std::make_shared<const causal::Stability>(std::move(*found->stability));
        },
        this,
        [this, answer](Result<StabilityPtr> counted) {
            if (counted && m_answer.request == answer.request) {
                m_counted = true;
                emit this->counted(answer.request, *counted);
            }
            follow();
            if (!counted && counted.error().code != ErrorCode::Cancelled)
                m_note->setText(QString::fromStdString(counted.error().sentence()));
        });
    connect(m_job, &JobBase::progress, this,
            [this](double fraction) { m_progress->setValue(static_cast<int>(1000.0 * fraction)); });
    follow();
}

void StabilityRun::follow() {
    const bool runs = running();
    m_button->setEnabled(m_answer.found != nullptr);
    m_button->setText(runs ? tr("Stop") : tr("Check stability"));
    m_button->setAccessibleName(m_button->text());
    m_progress->setVisible(runs);
    m_note->setVisible(!runs && m_answer.found);
    if (!m_answer.found)
        m_note->clear();
    else if (m_counted)
        m_note->setText(tr("Counted over %1 resampled graphs.").arg(kReplicates));
    else
        m_note->setText(tr("Not counted yet for this graph."));
}

} // namespace mien::ui
