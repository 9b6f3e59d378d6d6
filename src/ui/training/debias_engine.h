// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analyse.h"
#include "ui/training/debias_work.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <stop_token>

namespace mien::ui {

class JobBase;
class JobList;

/// What the Debias page works out beside the window: what a model says of the open film, what the networks of
/// the folds say of theirs, how λ fare on them, and which λ to take. The newest question wins.
class DebiasEngine : public QObject {
    Q_OBJECT
public:
    explicit DebiasEngine(JobList& jobs, QObject* parent = nullptr);
    ~DebiasEngine() override;

    void setModel(const QString& folder);
    void setRun(const TrainedRunPtr& run); ///< its model is set by setModel()
    void setOpenFilm(const QString& name, std::shared_ptr<const pipeline::Analysis> analysis);
    void askForOdds(const fairness::Lambdas& lambdas); ///< soon; λ that follow at once replace these
    void search(const fairness::CalibrationOptions& options);
    static QString keptBySearch(); ///< what remains when it is stopped
    void stopSearch();

    const QString& model() const { return m_model; }
    const QString& openName() const { return m_openName; }
    const TrainedRunPtr& run() const { return m_run; }
    bool ofRun() const; ///< the model is the run's
    const std::shared_ptr<const pipeline::Analysis>& analysis() const { return m_analysis; }
    /// Null until they are known.
    const ModelPrediction* open() const { return m_open.get(); }
    const RunPredictions* predictions() const { return m_predictions.get(); }
    bool searching() const;
    bool busy() const; ///< predicting or searching

signals:
    void openSettled(); ///< what the model says of the open film is known, or is not to be had
    void runSettled();  ///< likewise of the run's films
    void oddsKnown(const std::optional<mien::ui::OddsChange>& change); ///< none: nothing to compare
    void found(const mien::ui::LambdaSearch& search);
    void searchEnded(); ///< whichever way
    void failed(const QString& sentence);

private:
    void predictOpen();
    void workOutOdds();
    void report(const Error& error);

    JobList& m_jobs;
    QString m_model, m_openName;
    TrainedRunPtr m_run;
    std::shared_ptr<const RunPredictions> m_predictions;
    std::shared_ptr<const pipeline::Analysis> m_analysis;
    std::shared_ptr<const ModelPrediction> m_open;
    QPointer<JobBase> m_openJob, m_runJob, m_searchJob;
    int m_openGeneration = 0, m_runGeneration = 0, m_oddsGeneration = 0;
    fairness::Lambdas m_oddsOf;
    std::stop_source m_oddsStop;
    QThreadPool m_pool; ///< one thread: how the λ that are set fare
    QTimer m_oddsTimer;
};

} // namespace mien::ui
