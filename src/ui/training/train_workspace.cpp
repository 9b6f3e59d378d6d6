// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/train_workspace.h"

#include "ui/jobs/core_words.h"
#include "ui/jobs/job_list.h"
#include "ui/training/debias_page.h"
#include "ui/training/recipe_form.h"
#include "ui/training/result_page.h"
#include "ui/training/run_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>

namespace mien::ui {

TrainWorkspace::TrainWorkspace(Settings& settings, JobList& jobs, QString cacheFolder, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_form(new TrainForm(settings, jobs, std::move(cacheFolder))),
      m_pages(new QStackedWidget),
      m_empty(new QLabel),
      m_progressText(new QLabel),
      m_run(new RunPage),
      m_result(new ResultPage),
      m_debias(new DebiasPage(jobs)),
      m_tabs(new QTabWidget),
      m_bar(new QProgressBar),
      m_start(new QPushButton),
      m_pause(new QPushButton(tr("Pause"))),
      m_stop(new QPushButton(tr("Stop"))) {
    setAccessibleName(tr("Train workspace"));
    auto* left = new QScrollArea;
    left->setWidget(m_form);
    left->setWidgetResizable(true);
    left->setFrameShape(QFrame::NoFrame);
    left->setMinimumWidth(340);
    left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 10, 12, 4);
    m_start->setProperty("primary", true);
    m_pause->setToolTip(keptByPause());
    m_stop->setToolTip(tr("Gives this training up; folds that are finished stay in the output folder"));
    for (QPushButton* button : {m_pause, m_stop})
        button->setAccessibleName(button->text());
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the training"));
    m_bar->setFixedWidth(220);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_start, m_pause, m_stop, m_bar})
        head->addWidget(widget);
    head->addWidget(m_progressText, 1);
    column->addLayout(head);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(40);
    m_empty->setProperty("faint", true);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_run);
    m_pages->addWidget(m_result);
    column->addWidget(m_pages, 1);
    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(left);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({400, 1000});
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_tabs->setDocumentMode(true);
    m_tabs->setProperty("plain", true);
    m_tabs->setAccessibleName(tr("Train and debias"));
    m_tabs->addTab(split, tr("Training"));
    m_tabs->addTab(m_debias, tr("Debias"));
    whole->addWidget(m_tabs);
    connect(m_start, &QPushButton::clicked, this, &TrainWorkspace::start);
    connect(m_pause, &QPushButton::clicked, this, &TrainWorkspace::pause);
    connect(m_stop, &QPushButton::clicked, this, &TrainWorkspace::stop);
    connect(m_form, &TrainForm::changed, this, &TrainWorkspace::refresh);
    connect(m_form, &TrainForm::failed, this, &TrainWorkspace::failed);
    connect(m_result, &ResultPage::filmAsked, this, &TrainWorkspace::filmAsked);
    connect(m_result, &ResultPage::useAsked, this, &TrainWorkspace::useAsked);
    connect(m_result, &ResultPage::debiasAsked, this, &TrainWorkspace::showDebias);
    connect(m_debias, &DebiasPage::failed, this, &TrainWorkspace::failed);
    connect(m_debias, &DebiasPage::notice, this, &TrainWorkspace::notice);
    refresh();
}

QString TrainWorkspace::keptByPause() {
    return tr("Measured films, finished folds and the epochs so far are kept; Resume in the Train workspace "
              "goes on to the same model");
}

TrainWorkspace::~TrainWorkspace() {
    if (m_job)
        m_job->cancel();
}

QString TrainWorkspace::message() const {
    return m_empty->text();
}

void TrainWorkspace::showDebias() {
    m_tabs->setCurrentWidget(m_debias);
}

void TrainWorkspace::start() {
    if (m_state == State::Running || m_state == State::Pausing || m_state == State::Stopping)
        return;
    if (m_state != State::Paused) {
        auto plan = m_form->plan();
        if (!plan)
            return emit failed(QString::fromStdString(plan.error().sentence()));
        m_plan = *std::move(plan);
        std::error_code ignored;
        m_madeFolder = !std::filesystem::exists(m_plan.out, ignored);
        m_form->keepChoices();
    }
    m_tabs->setCurrentIndex(0);
    m_run->clear();
    m_sink = std::make_shared<TrainSink>();
    m_job = m_jobs.start<TrainResult>(
        tr("Training %1").arg(QString::fromStdString(m_plan.out.filename().string())),
        [plan = m_plan, sink = m_sink](const JobContext& job) { return runTraining(plan, *sink, job); }, this,
        [this](const Result<TrainResult>& result) { finish(result); });
    connect(m_job, &JobBase::progress, this, [this](double fraction, const QString& text) {
        takeNews();
        m_bar->setValue(static_cast<int>(1000.0 * fraction));
        const QString left = JobList::timeLeftText(m_job ? m_job->secondsLeft() : std::nullopt);
        m_progressText->setText(left.isEmpty() ? text : QStringLiteral("%1 · %2").arg(text, left));
    });
    m_job->setStopping(Stopping::Pauses, keptByPause());
    m_bar->setValue(0);
    m_progressText->clear();
    setState(State::Running);
}

void TrainWorkspace::pause() {
    if (m_state != State::Running)
        return;
    setState(State::Pausing);
    m_job->cancel();
}

void TrainWorkspace::stop() {
    if (m_state == State::Paused) {
        forgetTraining(m_plan.out, m_madeFolder);
        m_run->clear();
        return setState(State::Ready);
    }
    if (m_state != State::Running && m_state != State::Pausing)
        return;
    setState(State::Stopping);
    m_job->setStopping(Stopping::GivesUp, m_stop->toolTip());
    m_job->cancel();
}

void TrainWorkspace::takeNews() {
    if (m_sink)
        m_run->add(m_sink->take());
}

void TrainWorkspace::finish(const Result<TrainResult>& result) {
    takeNews();
    m_sink.reset();
    m_job.clear();
    m_progressText->clear();
    m_run->end(result.has_value());
    if (result) {
        m_result->show(*result);
        m_debias->setRun(result->run);
        m_form->setOutput({}); // the next one has a folder of its own
        setState(State::Done);
        emit trained(QString::fromStdString(result->model.string()));
        emit notice(tr("The training is done: %1").arg(QString::fromStdString(result->model.string())));
    } else if (result.error().code != ErrorCode::Cancelled) {
        setState(State::Ready);
        emit failed(QString::fromStdString(result.error().sentence()));
    } else if (m_state == State::Stopping) {
        forgetTraining(m_plan.out, m_madeFolder);
        setState(State::Ready);
    } else { // paused here, or cancelled in the list of jobs
        setState(State::Paused);
    }
    emit settled();
}

void TrainWorkspace::setState(State state) {
    // Who paused by keyboard goes on by the same key: the focus must not slip to Stop.
    const bool held = m_start->hasFocus() || m_pause->hasFocus() || hasFocus();
    m_state = state;
    refresh();
    if (held) {
        auto* next = m_start->isVisible() ? m_start : m_pause;
        next->isEnabled() ? next->setFocus() : setFocus();
    }
    emit stateChanged();
}

void TrainWorkspace::refresh() {
    const bool busy = m_state == State::Running || m_state == State::Pausing || m_state == State::Stopping;
    const bool open = busy || m_state == State::Paused;
    m_form->setEnabled(!open);
    const auto plan = m_form->plan();
    m_start->setText(m_state == State::Paused ? tr("Resume") : tr("Train"));
    m_start->setVisible(!busy);
    m_start->setEnabled(m_state == State::Paused || plan.has_value());
    const QString why = plan ? QString() : coreWords(QString::fromStdString(plan.error().message));
    m_start->setToolTip(m_state == State::Paused ? tr("Goes on where it was paused, to the same model")
                        : plan ? tr("Measures the films, tries the network and keeps a model")
                               : why);
    m_start->setAccessibleName(m_start->text());
    m_pause->setVisible(busy);
    m_pause->setEnabled(m_state == State::Running);
    m_stop->setVisible(open);
    m_stop->setEnabled(m_state != State::Stopping);
    m_bar->setVisible(open);
    if (m_state == State::Pausing)
        m_progressText->setText(tr("Pausing …"));
    else if (m_state == State::Stopping)
        m_progressText->setText(tr("Stopping …"));
    else if (m_state == State::Paused)
        m_progressText->setText(tr("Paused. What is done lies in the output folder."));
    m_empty->setText(
        plan ? tr("Everything is there. Films that were not measured before take longest: about as long as "
                  "they last.")
             : why);
    m_pages->setCurrentWidget(open                     ? static_cast<QWidget*>(m_run)
                              : m_state == State::Done ? static_cast<QWidget*>(m_result)
                                                       : m_empty);
}

} // namespace mien::ui
