// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/runtime.h"
#include "core/training/spotting_check.h"

namespace mien::training {

/// What became of one pass over the training windows.
struct EpochRecord {
    int epoch = 0; ///< from 1
    double learningRate = 0.0;
    double trainLoss = 0.0;      ///< mean over the windows
    double gradientNorm = 0.0;   ///< largest of a step
    double validationLoss = 0.0; ///< NaN where nobody was set aside
    double validationF1 = 0.0;   ///< overall, thresholds tuned where the recipe says so; NaN likewise

    bool operator==(const EpochRecord&) const = default;
};

/// One training: which films, how, and where its state is kept.
struct SpotterTraining {
    std::vector<std::size_t> train; ///< indices of the set's films
    std::vector<std::size_t>
        choose; ///< chooses epoch and thresholds: subjects that are in neither train nor test
    spotting::SpottingRecipe recipe;
    std::uint64_t seed = 0;
    std::string device = "cpu";
    /// Goes on from a network that knows something already, with the normalisation that it knows it by;
    /// absent: from chance. Its tensors must fit the recipe's shape.
    struct Start {
        nn::TensorMap weights;
        spotting::Normalisation normalisation;
    };
    std::optional<Start> start = {};
    std::filesystem::path checkpoint = {}; ///< written after every epoch and gone on from; empty: none
    std::function<void(const EpochRecord&)> onEpoch =
        {}; ///< from the training thread; also for epochs gone on from
};

struct TrainedSpotter {
    nn::TensorMap weights;
    spotting::Normalisation normalisation;
    spotting::ProposalOptions proposals;
    pipeline::RegionMatrix prior{};
    std::vector<EpochRecord> curve;
    int epoch = 0;                  ///< the one whose weights these are
    TypedCounts chosenBy;           ///< of the films in `choose`
    std::vector<std::string> notes; ///< plain sentences: smaller batches, early end, a ceiling of recall …
};

/// Sets whole subjects aside to choose epochs by: about `share` of those in `train`, at least one, never all.
/// Drawn from `seed`. {train, choose}.
std::pair<std::vector<std::size_t>, std::vector<std::size_t>>
setAside(const SpottingSet& set, std::vector<std::size_t> train, double share, std::uint64_t seed);

/// Trains a network (guide A2 to A4). `runtime`: LibTorch, for every device but "cpu"; may be null. On the
/// CPU and one thread the same seed gives the same weights bit for bit, also where the training was stopped
/// or killed and went on from its checkpoint. Cancelled (the checkpoint is kept); InvalidArgument where no
/// window is left or a checkpoint belongs to another training; Internal where the loss is not finite over and
/// over. Progress: epochs.
Result<TrainedSpotter> trainSpotter(const nn::Runtime* runtime, const SpottingSet& set,
                                    const SpotterTraining& training, const JobContext& job);

/// What passes messages in a film, for a network with this prior.
pipeline::PassGraphs graphsFor(const SpottingFilm& film, const pipeline::RegionMatrix& prior,
                               const spotting::GraphUse& use);

/// One film as the trained network sees it; labels are left empty.
PreparedFilm preparedFor(const SpottingFilm& film, const spotting::Normalisation& normalisation,
                         const pipeline::RegionMatrix& prior, const spotting::GraphUse& use);

/// P of every one of `films` (indices), by the trained weights.
Result<std::vector<SpottedFilm>> spotWith(const nn::Runtime* runtime, const SpottingSet& set,
                                          std::span<const std::size_t> films, const TrainedSpotter& trained,
                                          const spotting::SpottingRecipe& recipe, const std::string& device);

} // namespace mien::training
