// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/spotting_network.h"

namespace mien::nn {

inline std::size_t framesOf(const WindowBatch& batch) {
    return static_cast<std::size_t>(batch.windows) * static_cast<std::size_t>(batch.frames);
}

/// What engines may rely on: lengths that fit, at least two frames a window. InvalidArgument.
Result<void> checkBatch(const SpottingShape& shape, const WindowBatch& batch);
Result<void> checkLabels(const WindowBatch& batch, const WindowLabels& labels, const SpottingLoss& loss);
Result<void> check(const AdamW& adam);

} // namespace mien::nn
