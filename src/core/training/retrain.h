// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/model_comparison.h"
#include "core/training/spotting_model.h"
#include "core/training/spotting_trainer.h"

namespace mien::training {

struct RetrainOptions {
    spotting::SpottingRecipe recipe;
    int folds = 0; ///< over the subjects that are held out; 0: one a subject, at most five
    /// Go on from the old model's weights instead of from chance, where its network has the recipe's shape.
    bool goOn = true;
    std::uint64_t seed = 0;
    std::string device = "cpu";
    /// For checkpoints: what was stopped goes on from them to the same weights, where films, review and
    /// options are the same; else it begins anew. Empty: none are kept.
    std::filesystem::path folder = {};
};

/// The recipe for going on from a model: its own, with a tenth of the learning rate and fewer epochs, so that
/// a few corrections do not wipe out what it knows.
spotting::SpottingRecipe recipeToGoOn(const spotting::NetworkModel& model);

/// How a retraining is done where nobody says otherwise: recipeToGoOn() of the model in this folder, its own
/// recipe where it does not go on from it, or the preset “mien” where the folder is empty. Errors as
/// pipeline::NetworkSpotter::load().
Result<spotting::SpottingRecipe> usualRecipe(const std::filesystem::path& old, bool goOn);

struct Retraining {
    TrainedSpotter trained;   ///< on everything
    SpotterTraining training; ///< how, and on which films
    bool wentOn = false;      ///< from the old model's weights
    /// The old spotter (first) and networks trained in the same way as the new one, but without the subjects
    /// they are tried on (second), on films of reviewed people whom neither knows. Absent with fewer than
    /// two.
    std::optional<ModelComparison> heldOut;
    int folds = 0;
    int known = 0; ///< reviewed people whom the old model has learnt from: tried on none of them

    /// What the model's manifest keeps of the comparison with `old`.
    spotting::Retrained record(const spotting::NetworkModel* old) const;
    bool better() const { return record(nullptr).passed(); }
    /// A sentence or two: what the comparison says.
    std::string verdict() const;

private:
    std::string comparison() const;
};

/// Learns from all films of the set and compares with `old` (null: the rules) on subjects of the reviewed
/// films that neither compared network has seen: the new one's are held out in turn, whom the old one has
/// learnt from its provenance says. Films that do not come from a review are always learnt
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
    /// Absent: usualRecipe().
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
