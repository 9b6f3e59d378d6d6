// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/spotting_trainer.h"

namespace mien::training {

struct FoldResult;

/// A spotter tried on subjects that it was not trained on.
struct FoldPlan {
    spotting::SpottingRecipe recipe;
    int folds = 0;           ///< 0: one subject left out at a time; else so many folds of whole subjects
    std::optional<int> only; ///< run this one alone, from 0: what one job of a cluster does
    std::uint64_t seed = 0;
    std::string device = "cpu";
    std::filesystem::path folder; ///< what is done is kept here and not done again
    /// Control: training films carry one another's expressions, so that nothing can be learnt from them.
    bool shuffledLabels = false;
    std::function<void(int fold, const EpochRecord&)> onEpoch =
        {}; ///< from several threads, one call at a time
    /// A fold is there, trained now or before; likewise.
    std::function<void(const FoldResult&)> onFold = {};
};

/// What was found in a film by the network that did not know its subject.
struct FoldFilm {
    std::string name, subject;
    std::vector<annotation::Proposal> proposals;
    TypedCounts counts;
};

struct FoldResult {
    int fold = 0;
    std::string name; ///< of the subject left out, or "3 of 10"
    std::vector<FoldFilm> films;
    TrainedSpotter trained;
};

/// Trains and tests every fold, as many at once as there are threads, each on one. A fold that `folder`
/// already holds is read, one that was killed goes on from its checkpoint. Cancelled: what is done is kept.
Result<std::vector<FoldResult>> crossValidate(const nn::Runtime* runtime, const SpottingSet& set,
                                              const FoldPlan& plan, const JobContext& job);

/// The folds that `folder` holds, in order; names of those that are still missing in `missing`.
Result<std::vector<FoldResult>> gatherFolds(const SpottingSet& set, const FoldPlan& plan,
                                            std::vector<std::string>& missing);

/// Who is in which part of a fold (indices of the set's films); the network of the fold has learned from none
/// but `train`.
struct FoldParts {
    std::string name;
    std::vector<std::size_t> train, choose, test;
};
Result<std::vector<FoldParts>> partsOf(const SpottingSet& set, const FoldPlan& plan);

/// Pooled over all films, and by subject (in order of first appearance).
struct FoldScore {
    TypedCounts counts;
    std::vector<TypedCounts> bySubject;
    std::vector<std::string> subjects;
};
FoldScore scoreOf(const std::vector<FoldFilm>& films);
FoldScore scoreOf(const std::vector<FoldResult>& folds);

/// Another spotter on the same films, for comparison: "rules", or "regular": intervals as long as the median
/// of all true ones, one after the other at the rate of true ones, whatever the film shows (a constant
/// predictor).
Result<std::vector<FoldFilm>> baseline(const SpottingSet& set, std::string_view name, const JobContext& job);

} // namespace mien::training
