// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/debias_engine.h"

#include "ui/jobs/job_list.h"

namespace mien::ui {
namespace {

constexpr int kOddsDelayMs = 120;

bool runs(const QPointer<JobBase>& job) {
    return job && !job->ended();
}

} // namespace

DebiasEngine::DebiasEngine(JobList& jobs, QObject* parent) : QObject(parent), m_jobs(jobs) {
    m_pool.setMaxThreadCount(1);
    m_oddsTimer.setSingleShot(true);
    m_oddsTimer.setInterval(kOddsDelayMs);
    connect(&m_oddsTimer, &QTimer::timeout, this, &DebiasEngine::workOutOdds);
}

DebiasEngine::~DebiasEngine() {
    for (JobBase* job : {m_openJob.data(), m_runJob.data(), m_searchJob.data()})
        if (job)
            job->cancel();
    m_oddsStop.request_stop();
    m_pool.waitForDone();
}

bool DebiasEngine::ofRun() const {
    return m_run && QString::fromStdString(m_run->model.string()) == m_model;
}

bool DebiasEngine::searching() const {
    return runs(m_searchJob);
}

bool DebiasEngine::busy() const {
    return runs(m_openJob) || runs(m_runJob) || searching();
}

void DebiasEngine::report(const Error& error) {
    if (error.code != ErrorCode::Cancelled)
        emit failed(QString::fromStdString(error.sentence()));
}

void DebiasEngine::setModel(const QString& folder) {
    m_model = folder;
    predictOpen();
}

void DebiasEngine::setOpenFilm(const QString& name, std::shared_ptr<const pipeline::Analysis> analysis) {
    m_openName = name;
    m_analysis = std::move(analysis);
    predictOpen();
}

void DebiasEngine::predictOpen() {
    const int generation = ++m_openGeneration;
    m_open.reset();
    if (m_openJob)
        m_openJob->cancel();
    m_openJob.clear();
    if (m_analysis && !m_model.isEmpty()) {
        using Out = std::shared_ptr<const ModelPrediction>;
        m_openJob = m_jobs.start<Out>(
            tr("What the network says of %1").arg(m_openName),
            [model = m_model.toStdString(), analysis = m_analysis](const JobContext& job) -> Result<Out> {
                auto said = predictFilm(model, analysis->series, job);
                if (!said)
                    return Unexpected(std::move(said).error());
                return std::make_shared<const ModelPrediction>(*std::move(said));
            },
            this,
            [this, generation](const Result<Out>& said) {
                if (generation != m_openGeneration)
                    return;
                m_openJob.clear();
                if (said)
                    m_open = *said;
                else
                    report(said.error());
                emit openSettled();
            });
    }
    emit openSettled();
}

void DebiasEngine::setRun(const TrainedRunPtr& run) {
    m_run = run;
    m_predictions.reset();
    const int generation = ++m_runGeneration;
    if (m_runJob)
        m_runJob->cancel();
    using Out = std::shared_ptr<const RunPredictions>;
    m_runJob = m_jobs.start<Out>(
        tr("Counterfactuals of the run’s films"),
        [run](const JobContext& job) { return predictRun(run, job); }, this,
        [this, generation](const Result<Out>& said) {
            if (generation != m_runGeneration)
                return;
            m_runJob.clear();
            if (said)
                m_predictions = *said;
            else
                report(said.error());
            emit runSettled();
        });
}

void DebiasEngine::askForOdds(const fairness::Lambdas& lambdas) {
    m_oddsOf = lambdas;
    m_oddsTimer.start();
}

/// An older choice of λ that is still being tried is given up.
void DebiasEngine::workOutOdds() {
    m_oddsStop.request_stop();
    const int generation = ++m_oddsGeneration;
    if (!ofRun() || !m_predictions || m_predictions->films.empty())
        return emit oddsKnown({});
    m_oddsStop = {};
    JobContext job;
    job.stop = m_oddsStop.get_token();
    job.threads = 1;
    m_pool.start([this, generation, job, run = m_predictions, lambdas = m_oddsOf] {
        auto change = oddsOf(*run, lambdas, job);
        QMetaObject::invokeMethod(
            this,
            [this, generation, change = std::move(change)] {
                if (generation != m_oddsGeneration)
                    return;
                if (change)
                    emit oddsKnown(*change);
                else
                    report(change.error());
            },
            Qt::QueuedConnection);
    });
}

void DebiasEngine::search(const fairness::CalibrationOptions& options) {
    if (!ofRun() || searching())
        return;
    m_searchJob = m_jobs.start<LambdaSearch>(
        tr("Looking for λ"),
        [run = m_run, options](const JobContext& job) { return searchLambdas(run, options, job); }, this,
        [this, run = m_run](const Result<LambdaSearch>& said) {
            m_searchJob.clear();
            emit searchEnded();
            if (!said)
                report(said.error());
            else if (run == m_run && ofRun())
                emit found(*said);
        });
    m_searchJob->setStopping(Stopping::GivesUp, keptBySearch());
}

QString DebiasEngine::keptBySearch() {
    return tr("Stops looking; the λ that are set stay, and looking again begins anew");
}

void DebiasEngine::stopSearch() {
    if (searching())
        m_searchJob->cancel();
}

} // namespace mien::ui
