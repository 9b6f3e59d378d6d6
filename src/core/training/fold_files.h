// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/spotting_folds.h"

namespace mien::training {

/// Of everything that a fold's result depends on.
std::string foldKey(const SpottingSet& set, const SpotterTraining& training, bool shuffledLabels);

/// `fold.json` and `weights.safetensors`; the JSON last, so that it stands only where everything does.
Result<void> writeFold(const std::filesystem::path& folder, const std::string& key, const FoldResult& fold);
/// NotFound where there is none; InvalidArgument where it is of another plan; Corrupt.
Result<FoldResult> readFold(const std::filesystem::path& folder, const std::string& key);

} // namespace mien::training
