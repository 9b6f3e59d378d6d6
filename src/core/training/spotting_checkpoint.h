// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/spotting_trainer.h"

namespace mien::training {

/// All that a training needs to go on as if it had never stopped. What is drawn at random is drawn from the
/// seed and the epoch's number, so no generator's state is kept.
struct TrainingState {
    std::string key; ///< of films, recipe, seed and device; see trainingKey()
    int epochs = 0;  ///< finished ones
    int batch = 0;   ///< windows of a step, smaller than asked for where memory did not suffice
    nn::TensorMap weights, optimiser, best;
    int bestEpoch = 0;
    double bestF1 = -1.0, bestLoss = 0.0;
    std::vector<EpochRecord> curve;
    std::vector<std::string> notes;
};

std::string trainingKey(const SpottingSet& set, const SpotterTraining& training);

Result<void> saveState(const std::filesystem::path& path, const TrainingState& state);
/// NotFound where there is none; Corrupt where it is damaged; InvalidArgument where its key is another one.
Result<TrainingState> loadState(const std::filesystem::path& path, const std::string& key);

} // namespace mien::training
