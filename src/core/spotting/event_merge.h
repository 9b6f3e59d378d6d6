// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spotting/excursions.h"

#include <vector>

namespace mien::spotting {

/// Excursions of several regions that belong to one movement of the face.
struct MergedEvent {
    std::size_t onset = 0;
    std::size_t apex = 0;
    std::size_t offset = 0;
    std::vector<Excursion> members; ///< strongest first; at most one a region
};

/// Joins excursions that overlap by at least `mergeOverlap` of the shorter one, strongest first (guide
/// B1.10). Onset and offset are the means of the members' that are at least half as strong as the strongest,
/// weighted by strength: a union would grow with every weak member. Events that overlap one twenty times as
/// strong are left out: it moves the whole face a little.
std::vector<MergedEvent> mergeRegions(std::vector<Excursion> excursions, const RulesOptions& options);

} // namespace mien::spotting
