// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/spotter.h"

#include "core/spotting/rules.h"

#include <array>

namespace mien::spotting {
namespace {

constexpr std::array<SpotterRow, 1> kRows{{
    {"rules", "Training-free: departures of the facial regions from the face at rest.",
     [](const motion::FaceMotionSeries& series, const JobContext& job) {
         return spotByRules(series, RulesOptions{}, job);
     }},
}};

} // namespace

std::span<const SpotterRow> spotterRows() {
    return kRows;
}

} // namespace mien::spotting
