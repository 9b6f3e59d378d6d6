// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace mien::math {

/// Median of the values (the mean of the two middle ones for an even count); 0 for an empty span.
double median(std::span<const float> values);

/// Standard deviation estimated robustly: 1.4826 × the median absolute deviation from the median; 0 when
/// empty.
double robustSigma(std::span<const float> values);

} // namespace mien::math
