// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/spotting_network.h"

#include <cstddef>
#include <string>
#include <vector>

namespace mien::nn {

/// One tensor of the network and where it lies in a flat array of float32.
struct TensorSlot {
    std::string name;
    std::vector<std::int64_t> shape;
    std::size_t offset = 0;
    std::size_t count = 0;
    bool decays = false; ///< weights do; biases and the scales and shifts of norms do not
};

/// The order of a network's numbers, which optimiser, files and both engines share: graph layers (weight
/// in × out, bias, norm.weight, norm.bias), convolutions (weight out × in × kernel, norm.weight, norm.bias),
/// head. `running` holds running_mean and running_var of the norms in the same order.
struct SpottingLayout {
    std::vector<TensorSlot> parameters, running;
    std::size_t parameterCount = 0, runningCount = 0;
};

SpottingLayout layoutOf(const SpottingShape& shape);

} // namespace mien::nn
