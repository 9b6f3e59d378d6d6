// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/spotting_layout.h"

namespace mien::nn {
namespace {

Result<void> within(const char* what, int value, int least, int most) {
    if (value >= least && value <= most)
        return {};
    return fail(ErrorCode::InvalidArgument, std::string("The network's ") + what + " is " +
                                                std::to_string(value) + "; it must lie between " +
                                                std::to_string(least) + " and " + std::to_string(most) + ".");
}

} // namespace

Result<void> SpottingShape::validate() const {
    for (const auto& outcome :
         {within("number of nodes", nodes, 1, 256), within("number of features of a node", channels, 1, 64),
          within("number of graph layers", graphLayers, 1, 4), within("graph width", graphWidth, 1, 256),
          within("temporal width", temporalWidth, 1, 1024)})
        if (!outcome)
            return outcome;
    return {};
}

int SpottingShape::receptiveField() const {
    return pooling ? 15 : 11;
}

std::int64_t SpottingShape::parameters() const {
    return static_cast<std::int64_t>(layoutOf(*this).parameterCount);
}

} // namespace mien::nn
