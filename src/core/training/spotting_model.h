// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spotting/network_model.h"
#include "core/training/spotting_folds.h"

namespace mien::training {

/// What a model's card says that the training itself does not know.
struct CardFacts {
    std::string name, description, licence, data, command, made, program;
    std::uint64_t seed = 0;
    /// What was found on subjects that other folds' networks did not know, e.g. "leave-one-subject-out F1";
    /// named with what on.
    std::map<std::string, double> metrics;
    std::vector<std::string> limits;       ///< sentences: what it was never tried on
    std::vector<std::string> learntBefore; ///< marks (marksOf()) of whom it knew when it began
    std::optional<spotting::Retrained> retrained = {};
};

/// A folder for a trained network, with a card that says what it was trained on and what not.
spotting::ModelFolder modelFolder(const TrainedSpotter& trained, const SpottingSet& set,
                                  const SpotterTraining& training, const CardFacts& facts);

/// λ that the model is used with from now on, also in its card: a section "Correction", which replaces an
/// earlier one; none where every λ is 0 and nobody looked for any.
void setCorrection(spotting::ModelFolder& folder, const spotting::Correction& correction);

/// What a later comparison says of a retrained model, in its manifest and, as a section "Compared later", in
/// its card.
void setComparison(spotting::ModelFolder& folder, const spotting::Retrained& retrained);

} // namespace mien::training
