// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/debias.h"

#include <memory>

namespace mien::ui {

/// A training that has ended, with all that λ may be tried on.
struct TrainedRun {
    training::SpottingSet set;
    training::FoldPlan plan;                 ///< without listeners
    std::vector<training::FoldResult> folds; ///< none without a trial
    std::filesystem::path model;
};
using TrainedRunPtr = std::shared_ptr<const TrainedRun>;

/// Every film of a run as the network of its fold sees it, which did not know the subject.
struct RunPredictions {
    TrainedRunPtr run;
    std::vector<training::CounterfactualFilm> films;
    std::vector<std::size_t> foldOf; ///< of each film: index in run->folds
};
Result<std::shared_ptr<const RunPredictions>> predictRun(const TrainedRunPtr& run, const JobContext& job);

/// Film `index` for curves and proposals, as of a film that is open.
pipeline::NetworkPrediction predictionOf(const RunPredictions& run, std::size_t index);

/// A model's prediction of one film.
struct ModelPrediction {
    spotting::NetworkModel model;
    pipeline::NetworkPrediction film;
};
Result<ModelPrediction> predictFilm(const std::filesystem::path& model,
                                    const motion::FaceMotionSeries& series, const JobContext& job);

/// How a choice of λ fares on all films of a run, beside λ = 0.
struct OddsChange {
    struct Gap {
        std::string attribute;
        std::optional<double> before, after; ///< equalised odds; none where groups cannot be compared
    };
    std::vector<Gap> gaps; ///< by type, by subject, and by what the dataset says of subjects
    training::TypedCounts before, after;
};
Result<OddsChange> oddsOf(const RunPredictions& run, const fairness::Lambdas& lambdas, const JobContext& job);

/// λ for the model of a run, and how λ found in the same way fared in its folds.
struct LambdaSearch {
    fairness::Lambdas lambdas;        ///< all 0 where none proved itself
    std::string by;                   ///< how they were found, for the model's card
    std::string note;                 ///< why none could be looked for; else empty
    double f1Before = 0, f1After = 0; ///< on subjects that no λ was chosen on; 0 without folds
    int folds = 0, proved = 0;        ///< of the run, and those whose λ proved itself
};
Result<LambdaSearch> searchLambdas(const TrainedRunPtr& run, const fairness::CalibrationOptions& options,
                                   const JobContext& job);

/// λ into a model's folder and card.
Result<void> keepLambdas(const std::filesystem::path& model, const fairness::Lambdas& lambdas,
                         const std::string& by);

} // namespace mien::ui
