// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spotting/region_tracks.h"

namespace mien::spotting {

/// Distance of each region from the rest position of its group, per frame: the signal in which excursions are
/// found. The rest position at a moment is the densest cluster of positions within `halfWindowS` around it
/// (all regions of the group together), because a face returns to rest between expressions but passes through
/// apexes: unlike a window's first frame (guide B1.4) it does not depend on where a window starts.
std::array<std::vector<float>, motion::kRegionCount> distanceFromRest(const RegionTracks& tracks,
                                                                      double halfWindowS);

} // namespace mien::spotting
