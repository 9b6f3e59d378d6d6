// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spotting/region_tracks.h"

namespace mien::spotting {

/// Where and how finely a rest position is looked for.
struct RestSearch {
    double halfWindowS = 6.0; ///< around a moment
    double samplesHz = 12.5;  ///< positions looked at; the cost grows with its square
};

/// Turns the tracks of one group of regions into their offset from the group's rest position, per frame. The
/// rest position at a moment is the densest cluster of positions around it (all regions of the group
/// together), because a face returns to rest between expressions but passes through apexes: unlike a window's
/// first frame (guide B1.4) it does not depend on where a window starts, and unlike a median it stays where
/// it is when expressions fill more than half of the window.
void toOffsetFromRest(RegionTracks& tracks, std::span<const int> group, const RestSearch& search);

/// Their distance from it: the signal in which excursions are found. It is left in `tracks.x`, and `tracks.y`
/// is emptied, so that long runs need no further memory.
void toDistanceFromRest(RegionTracks& tracks, std::span<const int> group, double halfWindowS);

} // namespace mien::spotting
