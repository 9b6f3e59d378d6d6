// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/regions.h"

#include <algorithm>

namespace mien::motion {
namespace {

constexpr std::array<Region, kRegionCount> kRegions{{
    {"left outer brow", 18},
    {"left middle brow", 19},
    {"left inner brow", 20},
    {"right inner brow", 23},
    {"right middle brow", 24},
    {"right outer brow", 25},
    {"nose bridge", 28},
    {"nose tip", 30},
    {"left mouth corner", 48},
    {"upper lip", 51},
    {"right mouth corner", 54},
    {"lower lip", 57},
}};

// The papers' squares have a half side of 5 px on unscaled CAS(ME)² faces (640×480, a seated person filling
// about a quarter of the width): a face about 150-165 px wide, whose eye centres lie 0.42 of that width, some
// 67 px, apart. 5 / 67 of the eye distance is therefore 5 px there, and 7.5 px where the eyes are 100 px
// apart.
constexpr float kRadiusOverInterocular = 5.0f / 67.0f;
constexpr float kFixedRadiusPx = 5.0f;
constexpr float kLeastRadiusPx = 1.0f; ///< a 3×3 square still has a main direction

} // namespace

const std::array<Region, kRegionCount>& regions() {
    return kRegions;
}

float regionRadius(float interocularPx, bool fixed5) {
    return fixed5 ? kFixedRadiusPx : std::max(kLeastRadiusPx, kRadiusOverInterocular * interocularPx);
}

} // namespace mien::motion
