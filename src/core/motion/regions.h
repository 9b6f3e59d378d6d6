// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"

#include <array>
#include <string_view>

namespace mien::motion {

inline constexpr int kRegionCount = 12;

/// One of the 12 facial regions of AUW-GCN / Causal-Ex (node order of the papers), a square centred at a
/// landmark.
struct Region {
    std::string_view name; ///< for people, e.g. "left outer brow" (the image's left)
    int landmark;          ///< 0-based index of the 68 points
};

/// Nodes 0 … 11: landmarks 18, 19, 20 | 23, 24, 25 | 28, 30 | 48, 51, 54, 57.
const std::array<Region, kRegionCount>& regions();

/// Brows and nose, unlike the mouth.
constexpr bool isUpperFace(std::size_t region) {
    return region < 8;
}

/// Half side of a region's square in pixels: a fraction of the distance between the eyes, chosen so that it
/// is 5 px on the faces of CAS(ME)²; `fixed5` gives the papers' fixed 5 px instead.
float regionRadius(float interocularPx, bool fixed5 = false);

} // namespace mien::motion
