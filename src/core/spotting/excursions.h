// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spotting/rules.h"

#include <span>
#include <vector>

namespace mien::spotting {

/// One departure of one region from rest and its return, as sample numbers of the signal (all inclusive).
struct Excursion {
    int region = 0;
    std::size_t onset = 0;
    std::size_t apex = 0;
    std::size_t offset = 0;
    float peak = 0.0f; ///< % of the distance between the eyes
};

/// Excursions of one region's distance from rest, in order of onset, not overlapping (guide B1.8: peaks above
/// a threshold and above the valleys beside them, grown down to their feet; a rise as high as the threshold
/// on the way down begins an excursion of its own). `least`: the least peak height.
std::vector<Excursion> findExcursions(std::span<const float> signal, int region, double least, double noise,
                                      double fps, const RulesOptions& options);

} // namespace mien::spotting
