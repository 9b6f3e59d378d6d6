// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <span>
#include <utility>

namespace mien::face {

/// Linear part [a -b; b a] of the least-squares similarity from n points to n points, given as x, y in turn
/// (Umeyama 1991, which has this closed form in the plane). (1, 0) where `from` is a single spot.
std::pair<double, double> similarityRotation(const float* from, const float* to, std::size_t n);

/// Least-squares similarity [a -b tx; b a ty] that takes `from` to `to`; equal sizes, at least 2 points.
cv::Matx23d fitSimilarity(std::span<const cv::Point2f> from, std::span<const cv::Point2f> to);

/// The same with a weight for each point, not all 0.
cv::Matx23d fitSimilarity(std::span<const cv::Point2f> from, std::span<const cv::Point2f> to,
                          std::span<const double> weights);

/// The inverse of a similarity or other regular affine map.
cv::Matx23d inverse(const cv::Matx23d& transform);

inline cv::Point2f apply(const cv::Matx23d& m, cv::Point2f p) {
    return {static_cast<float>(m(0, 0) * p.x + m(0, 1) * p.y + m(0, 2)),
            static_cast<float>(m(1, 0) * p.x + m(1, 1) * p.y + m(1, 2))};
}

} // namespace mien::face
