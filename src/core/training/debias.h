// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fairness/calibrate.h"
#include "core/pipeline/spot_by_network.h"
#include "core/training/spotting_folds.h"

namespace mien::training {

/// What a network says of a film, and what it would say of its counterfactuals (guide A8). Nothing is learnt
/// anew for them.
struct CounterfactualFilm {
    const SpottingFilm* film = nullptr;
    spotting::FrameProbabilities predicted; ///< P, the same bits as spotWith()
    spotting::FrameProbabilities null;      ///< P_null: nobody moves; one value a head, repeated
    spotting::FrameProbabilities masked;    ///< P_AU; empty where no edge of the film's graph is directed
};

/// Of `films` (indices in the set), by a trained network. `wanted` as pipeline::NetworkSpotter::predict().
Result<std::vector<CounterfactualFilm>>
counterfactualsOf(const nn::Runtime* runtime, const SpottingSet& set, std::span<const std::size_t> films,
                  const TrainedSpotter& trained, const spotting::SpottingRecipe& recipe,
                  const pipeline::Counterfactuals& wanted, const std::string& device);

/// λ by fairness::calibrate() on films that the network has not learnt from. The apex thresholds stay those
/// of the training.
Result<fairness::Calibration> findLambdas(std::span<const CounterfactualFilm> films,
                                          const TrainedSpotter& trained,
                                          const fairness::CalibrationOptions& options, const JobContext& job);

/// What is proposed, and how it fares, once P is corrected. λ = 0: exactly what the fold itself found.
Result<FoldFilm> foundWith(const CounterfactualFilm& film, const TrainedSpotter& trained,
                           const fairness::Lambdas& lambdas, std::string_view spotter);

/// A film as fairness::audit() takes it. Expressions without offset are left out: how long they are is not
/// known.
fairness::AuditedFilm audited(const SpottingFilm& film, std::span<const annotation::Proposal> proposals);

struct DebiasedFold {
    int fold = 0;
    std::string name;
    fairness::Calibration calibration; ///< λ all 0 where none was found
    int subjects = 0;                  ///< that λ was looked for on
    int films = 0, masked = 0;         ///< tested; of them with P_AU
    std::string note;                  ///< why λ could not be looked for; else empty
};

struct Debiasing {
    std::vector<DebiasedFold> folds;
    std::vector<FoldFilm> before, after; ///< the test films of all folds, in the same order
    std::vector<fairness::AuditedFilm> auditedBefore, auditedAfter;
};

/// Corrects what the networks of `folds` say of their test films, with λ of the training subjects that each
/// fold set aside: no network is trained, no test subject looked at. A fold whose λ cannot be looked for (one
/// subject set aside, groups that cannot be compared) keeps λ = 0 and says so. InvalidArgument where the plan
/// sets nobody aside, or chooses by test subjects ("oracle"); or folds that are not of this plan. Cancelled.
Result<Debiasing> debias(const nn::Runtime* runtime, const SpottingSet& set, const FoldPlan& plan,
                         const std::vector<FoldResult>& folds, const fairness::CalibrationOptions& options,
                         const JobContext& job);

/// λ for a model that was trained on `set`: found on the subjects that its training set aside, which its seed
/// tells, and put into `model.correction` with how; all 0 where no λ proved itself. InvalidArgument where the
/// set is not the one that it was trained on, as far as the number of films says.
Result<fairness::Calibration> debiasModel(const nn::Runtime* runtime, const SpottingSet& set,
                                          spotting::ModelFolder& folder,
                                          const fairness::CalibrationOptions& options,
                                          const std::string& device, const JobContext& job);

} // namespace mien::training
