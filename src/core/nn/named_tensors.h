// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/spotting_layout.h"

#include <span>

namespace mien::nn {

/// Adds the slots of a flat array to `out`, each under `prefix` + its name.
void nameTensors(std::span<const TensorSlot> slots, std::span<const float> flat, const std::string& prefix,
                 TensorMap& out);

/// Fills the flat array from named tensors. InvalidArgument where one is missing, of another shape or not
/// finite (with `atLeastZero`, also negative).
Result<void> takeTensors(std::span<const TensorSlot> slots, const TensorMap& tensors,
                         const std::string& prefix, std::span<float> flat, bool atLeastZero = false);

} // namespace mien::nn
