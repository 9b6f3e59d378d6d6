// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/settings/theme.h"
#include "ui/shell/workbench.h"

#include <QLabel>
#include <QToolButton>

namespace mien::ui {

StatusLine::StatusLine(Workbench& bench, QWidget* parent)
    : QStatusBar(parent),
      m_bench(bench),
      m_frame(part(tr("Frame on screen"), false)),
      m_rate(part(tr("Frame rate"), false)),
      m_film(part(tr("Film"), false)),
      m_jobs(new QToolButton),
      m_runtime(part(tr("Network runtime"), true)),
      m_coder(part(tr("Coder"), true)),
      m_kept(part(tr("Kept changes"), true)) {
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    m_jobs->setAutoRaise(true);
    m_jobs->setFocusPolicy(Qt::TabFocus);
    m_jobs->setAccessibleName(tr("Work in the background"));
    m_jobs->setToolTip(tr("Show the list of jobs"));
    addPermanentWidget(m_jobs);
    for (QLabel* label : {m_runtime, m_coder, m_kept}) // behind the jobs
        addPermanentWidget(label);
    connect(m_jobs, &QToolButton::clicked, this, &StatusLine::jobsAsked);
    connect(&bench.jobs, &JobList::runningCountChanged, this, &StatusLine::refreshJobs);
    connect(&bench.jobs, &QAbstractItemModel::dataChanged, this, &StatusLine::refreshJobs);
    connect(&bench.selection, &SelectionModel::currentFrameChanged, this, &StatusLine::refreshFrame);
    connect(&bench.document, &ProjectDocument::timingChanged, this, [this] {
        refreshFrame();
        refreshRate();
    });
    connect(&bench.document, &ProjectDocument::historyChanged, this, &StatusLine::refreshKept);
    connect(&bench.document, &ProjectDocument::projectChanged, this, &StatusLine::refreshKept);
    connect(&bench.settings, &Settings::coderChanged, this, &StatusLine::refreshKept);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &StatusLine::refreshKept);
    m_tick.start();
    refreshFrame();
    refreshRate();
    refreshKept();
    refreshJobs();
}

QLabel* StatusLine::part(const QString& name, bool right) {
    auto* label = new QLabel;
    label->setAccessibleName(name);
    label->setContentsMargins(8, 2, 8, 2);
    if (!right)
        addWidget(label);
    return label;
}

void StatusLine::setFilm(const QString& codec, int width, int height) {
    m_filmText =
        codec.isEmpty() ? QString() : QStringLiteral("%1 · %2 × %3").arg(codec).arg(width).arg(height);
    m_film->setText(m_filmText);
}

void StatusLine::setDisplayed(std::optional<qint64> frame) {
    m_displayed = frame;
    refreshFrame();
}

void StatusLine::setRuntime(const QString& text, const QString& tip) {
    m_runtime->setText(text);
    m_runtime->setToolTip(tip);
}

void StatusLine::refreshFrame() {
    const FilmTiming& timing = m_bench.document.timing();
    const FrameIndex wanted = m_bench.selection.currentFrame();
    m_frame->setVisible(!timing.empty());
    if (timing.empty())
        return;
    const bool shown = m_displayed == wanted.value;
    m_frame->setText(tr("%1 frame %2 · %3")
                         .arg(shown ? QStringLiteral("✓") : QStringLiteral("…"), timing.label(wanted),
                              timeText(timing.timeS(wanted))));
    m_frame->setToolTip(shown ? tr("The picture on screen is exactly this frame.")
                              : tr("This frame is being decoded; the picture's own number stands under it."));
}

void StatusLine::refreshRate() {
    const FilmTiming& timing = m_bench.document.timing();
    m_rate->setVisible(!timing.empty());
    m_film->setVisible(!timing.empty());
    if (timing.empty())
        return;
    const Rational fps = timing.fps();
    const QString exact =
        fps.den == 1 ? QString::number(fps.num) : QStringLiteral("%1/%2").arg(fps.num).arg(fps.den);
    m_rate->setText(timing.constantRate() ? tr("%1 fps · CFR").arg(exact)
                                          : tr("%1 fps · VFR").arg(fps.value(), 0, 'f', 2));
    m_rate->setToolTip(timing.constantRate()
                           ? tr("Constant frame rate")
                           : tr("Variable frame rate: times are read from the film's own time stamps."));
}

void StatusLine::refreshJobs() {
    auto& jobs = m_bench.jobs;
    const int running = jobs.runningCount();
    m_jobs->setVisible(running > 0);
    for (int row = 0; running > 0 && row < jobs.rowCount(); ++row) {
        const JobBase* job = jobs.job(row);
        if (job->ended())
            continue;
        const QString left = JobList::timeLeftText(job->secondsLeft());
        m_jobs->setText(tr("%1  %2 %").arg(job->title()).arg(qRound(job->fraction() * 100)) +
                        (left.isEmpty() ? QString() : QStringLiteral(" · ") + left));
        return;
    }
}

void StatusLine::refreshKept() {
    const auto& document = m_bench.document;
    m_coder->setText(document.hasProject() ? tr("coded by %1").arg(document.coder()) : QString());
    if (!document.hasProject())
        return m_kept->clear();
    m_kept->setToolTip(document.path());
    if (document.readOnly())
        return m_kept->setText(tr("read-only: nothing can be changed"));
    const double seconds = document.secondsSinceKept();
    if (seconds < 0.0)
        m_kept->setText(tr("all changes kept"));
    else if (seconds < 10.0)
        m_kept->setText(tr("all changes kept · %1 s ago").arg(seconds, 0, 'f', 1));
    else if (seconds < 120.0)
        m_kept->setText(tr("all changes kept · %1 s ago").arg(qRound(seconds)));
    else
        m_kept->setText(tr("all changes kept · %1 min ago").arg(qRound(seconds / 60.0)));
}

} // namespace mien::ui
