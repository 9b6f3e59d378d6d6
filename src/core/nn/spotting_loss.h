// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/spotting_network.h"

#include <span>

namespace mien::nn {

/// The focal losses of guide A4 as a mean over the counted frames of a batch of `windows` × `frames`, each a
/// row of `stride` numbers of which the first 10 are the logits. `gradient` (same layout, 0 at first) gets
/// dL/dlogits; empty: not wanted. The first and last `labels.context` frames of a window have no loss.
///
/// Apex and action, p = sigmoid: −a |y − p|^g log(p + 1e-5) where y > 0, else
/// −(1 − a) |y + margin − p|^g log(1 − p + 1e-5). Edges, p = softmax: −w_c (1 − p_c)^g log p_c of the true c.
double spottingLoss(const SpottingLoss& options, const WindowLabels& labels, int windows, int frames,
                    std::span<const float> logits, std::span<float> gradient, int stride = kSpottingOutputs);

} // namespace mien::nn
