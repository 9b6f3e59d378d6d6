// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/spotting_layout.h"

#include <span>

namespace mien::nn {

struct AdamMoments {
    std::vector<float> first, second; ///< as many as parameters
    std::int64_t steps = 0;
};

/// One step of AdamW (Loshchilov and Hutter 2019) as PyTorch orders it: decay, moments, bias-corrected step.
/// `gradient` is scaled in place where its norm is above `options.clipNorm`.
void adamStep(const AdamW& options, const SpottingLayout& layout, std::span<float> parameters,
              std::span<float> gradient, double gradientNorm, AdamMoments& moments);

} // namespace mien::nn
