// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/region_mean.h"

#include <algorithm>
#include <vector>

namespace mien::motion {
namespace {

float medianOf(std::vector<float>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

cv::Rect squareAround(cv::Point2f centre, float radius, cv::Size image) {
    const int r = std::max(0, cvRound(radius));
    const cv::Rect square(cvRound(centre.x) - r, cvRound(centre.y) - r, 2 * r + 1, 2 * r + 1);
    return square & cv::Rect({0, 0}, image);
}

cv::Vec2f regionMean(const cv::Mat& flow, cv::Point2f centre, float radius) {
    const cv::Rect square = squareAround(centre, radius, flow.size());
    if (square.empty())
        return {0, 0};
    std::vector<cv::Vec2f> vectors;
    vectors.reserve(static_cast<std::size_t>(square.area()));
    for (int y = square.y; y < square.br().y; ++y) {
        const auto* row = flow.ptr<cv::Vec2f>(y);
        vectors.insert(vectors.end(), row + square.x, row + square.br().x);
    }
    std::vector<float> component(vectors.size());
    cv::Vec2f centreVector;
    for (int c = 0; c < 2; ++c) {
        std::transform(vectors.begin(), vectors.end(), component.begin(),
                       [c](const cv::Vec2f& v) { return v[c]; });
        centreVector[c] = medianOf(component);
    }
    const std::size_t kept = std::max<std::size_t>(1, vectors.size() * 3 / 4);
    const auto distance2 = [&](const cv::Vec2f& v) { return (v - centreVector).dot(v - centreVector); };
    std::nth_element(vectors.begin(), vectors.begin() + static_cast<std::ptrdiff_t>(kept - 1), vectors.end(),
                     [&](const cv::Vec2f& a, const cv::Vec2f& b) { return distance2(a) < distance2(b); });
    cv::Vec2d sum{0, 0};
    for (std::size_t i = 0; i < kept; ++i)
        sum += cv::Vec2d(vectors[i][0], vectors[i][1]);
    return cv::Vec2f(sum / static_cast<double>(kept));
}

} // namespace mien::motion
