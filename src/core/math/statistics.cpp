// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/statistics.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mien::math {
namespace {

double medianInPlace(std::vector<float>& values) {
    if (values.empty())
        return 0.0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return 0.5 * (static_cast<double>(*middle) + *std::max_element(values.begin(), middle));
}

} // namespace

double median(std::span<const float> values) {
    std::vector<float> copy(values.begin(), values.end());
    return medianInPlace(copy);
}

double robustSigma(std::span<const float> values) {
    std::vector<float> copy(values.begin(), values.end());
    const double centre = medianInPlace(copy);
    for (float& v : copy)
        v = static_cast<float>(std::abs(v - centre));
    return 1.4826 * medianInPlace(copy);
}

} // namespace mien::math
