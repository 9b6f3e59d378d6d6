// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/motion/regions.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace mien::spotting {

/// Position of some regions over one scorable run, low-passed, in hundredths of the distance between the
/// eyes. Runs may be as long as the film, so only one group of regions is held at a time.
struct RegionTracks {
    double fps = 0.0;
    std::size_t length = 0; ///< samples of each track
    std::array<std::vector<float>, motion::kRegionCount> x;
    std::array<std::vector<float>, motion::kRegionCount> y;
    std::array<double, motion::kRegionCount>
        noise{}; ///< robust sigma of what the low-pass leaves of the noise
};

/// Adds a region's positions along one axis (0: x), low-passed, and the noise that is left in them. `raw`, of
/// tracks.length samples, is overwritten.
void addTrack(RegionTracks& tracks, std::size_t region, int axis, std::span<float> raw, double lowPassHz);

/// Regions that rest and move together; each group has a rest position of its own.
inline constexpr std::array<int, 6> kBrows{0, 1, 2, 3, 4, 5};
inline constexpr std::array<int, 2> kNose{6, 7};
inline constexpr std::array<int, 4> kMouth{8, 9, 10, 11};
inline constexpr std::array<std::span<const int>, 3> kGroups{kBrows, kNose, kMouth};

} // namespace mien::spotting
