// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/sensor_noise.h"

#include "core/base/rng.h"

namespace mien::synthesis {
namespace {

constexpr std::size_t kLevels = 4096;

/// Mid-points of 4096 slices of equal probability of the standard normal: one random word gives five values,
/// a hundred times faster than Box and Muller, and a film takes millions of them. Standard deviation 0.9998.
std::array<float, kLevels> normalQuantiles() {
    std::array<float, kLevels> table{};
    for (std::size_t i = 0; i < kLevels; ++i) {
        const double p = (static_cast<double>(i) + 0.5) / kLevels;
        double low = -6.0, high = 6.0;
        for (int k = 0; k < 60; ++k) {
            const double middle = 0.5 * (low + high);
            (0.5 * std::erfc(-middle / std::sqrt(2.0)) < p ? low : high) = middle;
        }
        table[i] = static_cast<float>(0.5 * (low + high));
    }
    return table;
}

} // namespace

void addSensorNoise(cv::Mat& picture, double sigma, std::uint64_t seed, FrameIndex frame) {
    static const auto table = normalQuantiles();
    const auto scale = static_cast<float>(sigma);
    auto rng = Rng::derived(seed, static_cast<std::uint64_t>(frame.value));
    std::uint64_t word = 0;
    int left = 0;
    for (int y = 0; y < picture.rows; ++y) {
        auto* row = picture.ptr<float>(y);
        for (int x = 0; x < 3 * picture.cols; ++x) {
            if (left == 0) {
                word = rng.next();
                left = 5;
            }
            row[x] += scale * table[word % kLevels];
            word /= kLevels;
            --left;
        }
    }
}

} // namespace mien::synthesis
