// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analyse.h"
#include "ui/training/debias_work.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <stop_token>

class QComboBox;
class QLabel;
class QPushButton;

namespace mien::ui {

class DebiasCurves;
class JobBase;
class JobList;
class LambdaForm;
class OddsBars;

/// A set of proposals that is to stand beside those that a film has.
struct ProposalSet {
    QString spotter;
    QString optionsJson; ///< model and λ, so that it can be made again
    std::vector<annotation::Proposal> proposals;
};

/// Counterfactual debiasing by hand: λ of every head, what they do to the curves and proposals of a film and
/// to the fairness of a run. Nothing is trained.
class DebiasPage : public QWidget {
    Q_OBJECT
public:
    explicit DebiasPage(JobList& jobs, QWidget* parent = nullptr);
    ~DebiasPage() override;

    /// A model's folder; its λ are taken. Leaves a run that is not of this model.
    void setModel(const QString& folder);
    void setRun(const TrainedRunPtr& run);
    /// The film that is open and its analysis; null: none, or not analysed.
    void setOpenFilm(const QString& name, std::shared_ptr<const pipeline::Analysis> analysis);
    /// Shows the N-th film of the run, from 0; false where there is none.
    bool selectFilm(int index);
    void find();  ///< looks for λ, as a job
    void keep();  ///< writes λ into the model
    void apply(); ///< asks for a new set of proposals of the open film

    LambdaForm& form() { return *m_form; }
    DebiasCurves& curves() { return *m_curves; }
    OddsBars& bars() { return *m_bars; }
    QComboBox& films() { return *m_films; }
    QPushButton& applyButton() { return *m_apply; }
    const std::vector<annotation::Proposal>& proposals() const { return m_proposals; }
    bool busy() const; ///< predicting or searching
    QString text() const;

signals:
    void applyAsked(const mien::ui::ProposalSet& set);
    void failed(const QString& sentence);
    void notice(const QString& sentence);
    void runShown(); ///< the films of a run can be looked at, or could not be predicted
    void changed();  ///< curves, proposals or bars are new

private:
    enum class Source { Nothing, OpenFilm, RunFilm };
    struct Shown {
        Source source = Source::Nothing;
        pipeline::NetworkPrediction prediction;
        spotting::ProposalOptions options;
        std::string spotter;
        std::vector<fairness::TypedInterval> coded;
    };

    void buildControls(QWidget* side);
    void listFilms();
    void showFilm();
    void predictOpen();
    void predictRunFilms();
    void take(Shown shown);
    void showHead(fairness::Head head);
    void recompute();
    void askForOdds();
    void showOdds(const OddsChange& change);
    void refresh();
    double thresholdOf(fairness::Head head) const;
    bool ofRun() const; ///< the model is the run's

    JobList& m_jobs;
    QString m_model, m_openName, m_foundBy;
    TrainedRunPtr m_run;
    std::shared_ptr<const RunPredictions> m_predictions;
    std::shared_ptr<const pipeline::Analysis> m_analysis;
    std::shared_ptr<const ModelPrediction> m_open;
    std::unique_ptr<Shown> m_shown;
    std::vector<annotation::Proposal> m_proposals;
    fairness::Head m_head = fairness::Head::MacroApex;
    QPointer<JobBase> m_openJob, m_runJob, m_searchJob;
    int m_openGeneration = 0, m_runGeneration = 0, m_oddsGeneration = 0;
    std::stop_source m_oddsStop;
    QThreadPool m_pool; ///< one thread: how the λ that are set fare
    QTimer m_oddsTimer;

    QLabel *m_modelName, *m_what, *m_fares;
    QComboBox *m_films, *m_heads, *m_goal;
    LambdaForm* m_form;
    DebiasCurves* m_curves;
    OddsBars* m_bars;
    QPushButton *m_choose, *m_zero, *m_find, *m_keep, *m_apply;
};

} // namespace mien::ui
