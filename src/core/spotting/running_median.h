// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mien::spotting {

/// Median of the values within `half` places on both sides of each value, fewer at the ends (the mean of the
/// two middle ones for an even count).
std::vector<float> runningMedian(std::span<const float> values, std::size_t half);

} // namespace mien::spotting
