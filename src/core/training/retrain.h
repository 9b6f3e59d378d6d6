// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/model_comparison.h"
#include "core/training/spotting_model.h"
#include "core/training/spotting_trainer.h"

namespace mien::training {

struct RetrainOptions {
    spotting::SpottingRecipe recipe;
    int folds = 0; ///< over the subjects of the reviewed films; 0: one a subject, at most five
    /// Go on from the old model's weights instead of from chance, where its network has the recipe's shape.
    bool goOn = true;
    std::uint64_t seed = 0;
    std::string device = "cpu";
    std::filesystem::path folder = {}; ///< for checkpoints; empty: a run that was stopped begins anew
};

/// The recipe for going on from a model: its own, with a tenth of the learning rate and fewer epochs, so that
/// a few corrections do not wipe out what it knows.
spotting::SpottingRecipe recipeToGoOn(const spotting::NetworkModel& model);

struct Retraining {
    TrainedSpotter trained;   ///< on everything
    SpotterTraining training; ///< how, and on which films
    bool wentOn = false;      ///< from the old model's weights
    /// The old spotter (first) and networks trained in the same way as the new one, but without the subjects
    /// they are tried on (second), on the reviewed films. Absent with fewer than two reviewed subjects.
    std::optional<ModelComparison> heldOut;
    int folds = 0;

    /// Better beyond chance: the interval of the difference in F1 lies above 0. Only then may the new model
    /// take the old one's place without a person insisting.
    bool better() const;
    /// One sentence: what the comparison says.
    std::string verdict() const;
};

/// Learns from all films of the set and compares with `old` (null: the rules) on subjects of the reviewed
/// films that each compared network has not seen. Films that do not come from a review are always learnt
/// from, unless they show the subject that is held out. Cancelled (checkpoints are kept); errors as
/// trainSpotter().
Result<Retraining> retrain(const nn::Runtime* runtime, const SpottingSet& set,
                           const pipeline::NetworkSpotter* old, const nn::TensorMap& oldWeights,
                           const RetrainOptions& options, const JobContext& job);

/// A model made of a project's reviewed films, as window and command line make it.
struct RetrainRequest {
    std::vector<dataset::ReviewedFilm> reviewed;
    dataset::Dataset beside;   ///< what else is learnt from; may be empty
    std::filesystem::path old; ///< model folder; empty: the rules, and from chance
    /// Absent: recipeToGoOn() of the old model, or the preset “mien” where there is none.
    std::optional<spotting::SpottingRecipe> recipe;
    RetrainOptions options; ///< its recipe is the one above
    pipeline::AnalyseOptions analysis;
    CardFacts facts;           ///< figures and limits are added
    std::filesystem::path out; ///< the model's folder; must not exist
};

struct RetrainOutcome {
    Retraining retraining;
    std::vector<std::string> warnings; ///< films that were left out
    int films = 0, expressions = 0;    ///< reviewed ones that were learnt from
};

/// Measures, trains, compares and writes the model with its card, which says how it fared against the old
/// one. What the old model is used for stays as it is.
Result<RetrainOutcome> retrainAndWrite(const nn::Runtime* runtime, const RetrainRequest& request,
                                       const JobContext& job);

} // namespace mien::training
