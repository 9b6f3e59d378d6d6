// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/optical_flow.h"

#include "core/motion/opencv_flows.h"
#include "core/motion/tvl1_flow.h"

#include <fmt/format.h>

namespace mien::motion {
namespace {

constexpr std::array<FlowRow, 4> kRows{{
    {"tvl1", "Mien's own dual TV-L1: the accuracy of the reference at a fraction of its time.", false,
     [] { return makeTvl1(); }},
    {"tvl1-opencv", "OpenCV's dual TV-L1 with default settings, as the papers use it; slow.", false,
     makeOpencvTvl1},
    {"farneback", "Farnebäck's polynomial expansion with the setting of the training-free spotters.", false,
     makeFarneback},
    {"dis", "Dense inverse search: very fast, for previews only.", true, makeDis},
}};

} // namespace

std::span<const FlowRow> flowRows() {
    return kRows;
}

Result<std::unique_ptr<OpticalFlow>> makeFlow(std::string_view name) {
    std::string known;
    for (const FlowRow& row : kRows) {
        if (row.name == name)
            return row.make();
        known += known.empty() ? "" : ", ";
        known += row.name;
    }
    return fail(ErrorCode::InvalidArgument,
                fmt::format("There is no optical flow named '{}'; there is {}.", name, known));
}

} // namespace mien::motion
