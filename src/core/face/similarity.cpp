// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/similarity.h"

#include <cassert>

namespace mien::face {
namespace {

struct Fit {
    double a = 1.0, b = 0.0;
    cv::Point2d fromMean, toMean;
};

/// `weight(i)`: of point i.
template <class Weight>
Fit fit(const float* from, const float* to, std::size_t n, Weight&& weight) {
    Fit f;
    double total = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        f.fromMean += weight(i) * cv::Point2d(from[2 * i], from[2 * i + 1]);
        f.toMean += weight(i) * cv::Point2d(to[2 * i], to[2 * i + 1]);
        total += weight(i);
    }
    f.fromMean *= 1.0 / total;
    f.toMean *= 1.0 / total;
    double dot = 0.0, cross = 0.0, square = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        const cv::Point2d p = cv::Point2d(from[2 * i], from[2 * i + 1]) - f.fromMean;
        const cv::Point2d q = cv::Point2d(to[2 * i], to[2 * i + 1]) - f.toMean;
        dot += weight(i) * (p.x * q.x + p.y * q.y);
        cross += weight(i) * (p.x * q.y - p.y * q.x);
        square += weight(i) * (p.x * p.x + p.y * p.y);
    }
    if (square > 0.0) {
        f.a = dot / square;
        f.b = cross / square;
    }
    return f;
}

constexpr auto kEqualWeights = [](std::size_t) { return 1.0; };

cv::Matx23d matrixOf(const Fit& f) {
    return {f.a, -f.b, f.toMean.x - f.a * f.fromMean.x + f.b * f.fromMean.y,
            f.b, f.a,  f.toMean.y - f.b * f.fromMean.x - f.a * f.fromMean.y};
}

} // namespace

std::pair<double, double> similarityRotation(const float* from, const float* to, std::size_t n) {
    const Fit f = fit(from, to, n, kEqualWeights);
    return {f.a, f.b};
}

cv::Matx23d fitSimilarity(std::span<const cv::Point2f> from, std::span<const cv::Point2f> to) {
    assert(from.size() == to.size() && from.size() >= 2);
    static_assert(sizeof(cv::Point2f) == 2 * sizeof(float));
    return matrixOf(fit(&from[0].x, &to[0].x, from.size(), kEqualWeights));
}

cv::Matx23d fitSimilarity(std::span<const cv::Point2f> from, std::span<const cv::Point2f> to,
                          std::span<const double> weights) {
    assert(from.size() == to.size() && from.size() >= 2 && weights.size() == from.size());
    return matrixOf(fit(&from[0].x, &to[0].x, from.size(), [&](std::size_t i) { return weights[i]; }));
}

cv::Matx23d inverse(const cv::Matx23d& m) {
    const double det = m(0, 0) * m(1, 1) - m(0, 1) * m(1, 0);
    assert(det != 0.0);
    const double a = m(1, 1) / det, b = -m(0, 1) / det, c = -m(1, 0) / det, d = m(0, 0) / det;
    return {a, b, -(a * m(0, 2) + b * m(1, 2)), c, d, -(c * m(0, 2) + d * m(1, 2))};
}

} // namespace mien::face
