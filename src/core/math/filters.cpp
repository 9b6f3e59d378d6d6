// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/filters.h"

#include <cmath>
#include <numbers>

namespace mien::math {
namespace {

/// Index reflected into 0 … n-1 (… 2 1 0 | 0 1 2 …), for any distance outside.
std::ptrdiff_t mirrored(std::ptrdiff_t i, std::ptrdiff_t n) {
    const std::ptrdiff_t period = 2 * n;
    i = ((i % period) + period) % period;
    return i < n ? i : period - 1 - i;
}

} // namespace

double gaussianSigmaS(double cutoffHz) {
    return std::sqrt(std::numbers::ln2) / (2.0 * std::numbers::pi * cutoffHz);
}

std::vector<float> lowPass(std::span<const float> signal, double sampleHz, double cutoffHz) {
    const double sigma = gaussianSigmaS(cutoffHz) * sampleHz;
    const auto radius = static_cast<std::ptrdiff_t>(std::ceil(3.5 * sigma));
    const auto n = static_cast<std::ptrdiff_t>(signal.size());
    std::vector<float> out(signal.begin(), signal.end());
    if (n == 0 || radius == 0)
        return out;

    std::vector<double> kernel(static_cast<std::size_t>(radius) + 1);
    double total = 0.0;
    for (std::ptrdiff_t k = 0; k <= radius; ++k) {
        kernel[static_cast<std::size_t>(k)] = std::exp(-0.5 * static_cast<double>(k * k) / (sigma * sigma));
        total += kernel[static_cast<std::size_t>(k)] * (k == 0 ? 1.0 : 2.0);
    }
    for (std::ptrdiff_t i = 0; i < n; ++i) {
        double sum = kernel[0] * signal[static_cast<std::size_t>(i)];
        for (std::ptrdiff_t k = 1; k <= radius; ++k)
            sum +=
                kernel[static_cast<std::size_t>(k)] * (signal[static_cast<std::size_t>(mirrored(i - k, n))] +
                                                       signal[static_cast<std::size_t>(mirrored(i + k, n))]);
        out[static_cast<std::size_t>(i)] = static_cast<float>(sum / total);
    }
    return out;
}

} // namespace mien::math
