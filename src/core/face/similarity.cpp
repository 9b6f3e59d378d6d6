// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/similarity.h"

#include <cassert>

namespace mien::face {
namespace {

struct Fit {
    double a = 1.0, b = 0.0;
    cv::Point2d fromMean, toMean;
};

Fit fit(const float* from, const float* to, std::size_t n) {
    Fit f;
    for (std::size_t i = 0; i < n; ++i) {
        f.fromMean += cv::Point2d(from[2 * i], from[2 * i + 1]);
        f.toMean += cv::Point2d(to[2 * i], to[2 * i + 1]);
    }
    f.fromMean *= 1.0 / static_cast<double>(n);
    f.toMean *= 1.0 / static_cast<double>(n);
    double dot = 0.0, cross = 0.0, square = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        const cv::Point2d p = cv::Point2d(from[2 * i], from[2 * i + 1]) - f.fromMean;
        const cv::Point2d q = cv::Point2d(to[2 * i], to[2 * i + 1]) - f.toMean;
        dot += p.x * q.x + p.y * q.y;
        cross += p.x * q.y - p.y * q.x;
        square += p.x * p.x + p.y * p.y;
    }
    if (square > 0.0) {
        f.a = dot / square;
        f.b = cross / square;
    }
    return f;
}

} // namespace

std::pair<double, double> similarityRotation(const float* from, const float* to, std::size_t n) {
    const Fit f = fit(from, to, n);
    return {f.a, f.b};
}

cv::Matx23d fitSimilarity(std::span<const cv::Point2f> from, std::span<const cv::Point2f> to) {
    assert(from.size() == to.size() && from.size() >= 2);
    static_assert(sizeof(cv::Point2f) == 2 * sizeof(float));
    const Fit f = fit(&from[0].x, &to[0].x, from.size());
    return {f.a, -f.b, f.toMean.x - f.a * f.fromMean.x + f.b * f.fromMean.y,
            f.b, f.a,  f.toMean.y - f.b * f.fromMean.x - f.a * f.fromMean.y};
}

cv::Matx23d inverse(const cv::Matx23d& m) {
    const double det = m(0, 0) * m(1, 1) - m(0, 1) * m(1, 0);
    assert(det != 0.0);
    const double a = m(1, 1) / det, b = -m(0, 1) / det, c = -m(1, 0) / det, d = m(0, 0) / det;
    return {a, b, -(a * m(0, 2) + b * m(1, 2)), c, d, -(c * m(0, 2) + d * m(1, 2))};
}

} // namespace mien::face
