// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mien::nn {

/// A dense array of float32, last dimension fastest.
struct Tensor {
    std::vector<std::int64_t> shape; ///< empty: a single number
    std::vector<float> values;       ///< as many as the product of the shape

    bool operator==(const Tensor&) const = default;
};

/// Weights by name, as other frameworks call them: "graph.0.weight".
using TensorMap = std::map<std::string, Tensor>;

} // namespace mien::nn
