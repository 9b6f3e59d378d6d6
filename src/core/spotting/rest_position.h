// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spotting/region_tracks.h"

namespace mien::spotting {

/// Turns the tracks of one group of regions into their distance from the group's rest position, per frame:
/// the signal in which excursions are found. It is left in `tracks.x`, and `tracks.y` is emptied, so that
/// long runs need no further memory. The rest position at a moment is the densest cluster of positions within
/// `halfWindowS` around it (all regions of the group together), because a face returns to rest between
/// expressions but passes through apexes: unlike a window's first frame (guide B1.4) it does not depend on
/// where a window starts.
void toDistanceFromRest(RegionTracks& tracks, std::span<const int> group, double halfWindowS);

} // namespace mien::spotting
