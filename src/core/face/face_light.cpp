// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/face_light.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mien::face {
namespace {

/// Median grey level of the box's inner part: skin, with little hair and nothing of what is behind; -1 where
/// none of it is in the picture.
double faceLevel(const cv::Mat& grey, const cv::Rect2f& box) {
    const cv::Rect inner = cv::Rect(cv::Rect2f(box.x + 0.2f * box.width, box.y + 0.2f * box.height,
                                               0.6f * box.width, 0.65f * box.height)) &
                           cv::Rect(0, 0, grey.cols, grey.rows);
    if (inner.empty())
        return -1.0;
    std::array<int, 256> count{};
    for (int y = inner.y; y < inner.y + inner.height; ++y) {
        const auto* row = grey.ptr<std::uint8_t>(y) + inner.x;
        for (int x = 0; x < inner.width; ++x)
            ++count[row[x]];
    }
    // Within the level that holds the median, by share: a median that jumps by whole levels would make the
    // gain of a dark face jump by several per cent.
    const double half = 0.5 * inner.area();
    double below = 0.0;
    for (std::size_t level = 0; level < count.size(); ++level) {
        if (below + count[level] >= half)
            return static_cast<double>(level) + (half - below) / count[level] - 0.5;
        below += count[level];
    }
    return 255.0;
}

double gainFor(double level) {
    return std::clamp(FaceLight::kUsualLevel / std::max(1.0, level), 1.0, FaceLight::kMostGain);
}

} // namespace

void FaceLight::begin(const cv::Mat& grey, const cv::Rect2f& box) {
    const double level = faceLevel(grey, box);
    m_gain = level < 0.0 ? 1.0 : gainFor(level);
}

void FaceLight::follow(const cv::Mat& grey, const cv::Rect2f& box, double seconds) {
    if (const double level = faceLevel(grey, box); level >= 0.0)
        m_gain += (1.0 - std::exp(-seconds / kFollowS)) * (gainFor(level) - m_gain);
}

const cv::Mat& FaceLight::lit(const cv::Mat& grey) {
    if (m_gain == 1.0)
        return grey;
    grey.convertTo(m_lit, CV_8U, m_gain);
    return m_lit;
}

} // namespace mien::face
