// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/debias_engine.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace mien::ui {

class DebiasCurves;
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

    /// A model's folder; its λ are taken. Leaves a run that is not of this model.
    void setModel(const QString& folder);
    void setRun(const TrainedRunPtr& run);
    /// The film that is open and its analysis; null: none, or not analysed.
    void setOpenFilm(const QString& name, std::shared_ptr<const pipeline::Analysis> analysis,
                     std::vector<fairness::TypedInterval> coded = {});
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
        std::shared_ptr<const motion::FaceMotionSeries> series;
        spotting::ProposalOptions options;
        std::string spotter;
        std::vector<fairness::TypedInterval> coded;
    };

    void buildControls(QWidget* side);
    void listFilms();
    void showFilm();
    void take(Shown shown);
    Result<pipeline::CorrectedSpotting> spotted(const fairness::Lambdas& lambdas) const;
    void showHead(fairness::Head head);
    void recompute();
    void showOdds(const std::optional<OddsChange>& change);
    void takeFound(const LambdaSearch& found);
    void refresh();
    double thresholdOf(fairness::Head head) const;

    DebiasEngine* m_engine;
    QString m_foundBy;
    std::vector<fairness::TypedInterval> m_coded; ///< of the open film, by people
    std::unique_ptr<Shown> m_shown;
    std::vector<annotation::Proposal> m_proposals;
    fairness::Head m_head = fairness::Head::MacroApex;

    QLabel *m_modelName, *m_what, *m_fares, *m_found;
    QComboBox *m_films, *m_heads, *m_goal;
    LambdaForm* m_form;
    DebiasCurves* m_curves;
    OddsBars* m_bars;
    QScrollArea* m_barsArea;
    QPushButton *m_choose, *m_zero, *m_find, *m_keep, *m_apply;
};

} // namespace mien::ui
