// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/texture.h"

#include <opencv2/imgproc.hpp>

namespace mien::synthesis {
namespace {

constexpr int kLeastRim = 4; // of which the cubic kernel needs two

std::array<float, 4> cubicWeights(float t) {
    const float t2 = t * t, t3 = t2 * t;
    return {-0.5f * t3 + t2 - 0.5f * t, 1.5f * t3 - 2.5f * t2 + 1.0f, -1.5f * t3 + 2.0f * t2 + 0.5f * t,
            0.5f * t3 - 0.5f * t2};
}

/// The picture with `rim` more pixels on every side: its border drawn out, the more blurred the farther out.
cv::Mat drawnOut(const cv::Mat& image, int rim) {
    cv::Mat padded, blurred, small;
    cv::copyMakeBorder(image, padded, rim, rim, rim, rim, cv::BORDER_REPLICATE);
    if (rim <= kLeastRim)
        return padded;
    // Blurred at a sixteenth of the size, for it is wide: a third of the rim.
    cv::resize(padded, small, {}, 1.0 / 16.0, 1.0 / 16.0, cv::INTER_AREA);
    cv::GaussianBlur(small, small, {}, std::max(0.5, rim / 48.0), 0.0, cv::BORDER_REPLICATE);
    cv::resize(small, blurred, padded.size(), 0.0, 0.0, cv::INTER_CUBIC);
    const cv::Rect inside(rim, rim, image.cols, image.rows);
    for (int y = 0; y < padded.rows; ++y)
        for (int x = 0; x < padded.cols; ++x) {
            const int dx = std::max({inside.x - x, x - (inside.x + inside.width - 1), 0});
            const int dy = std::max({inside.y - y, y - (inside.y + inside.height - 1), 0});
            if (dx == 0 && dy == 0)
                continue;
            const float share =
                std::min(1.0f, 3.0f * std::hypot(static_cast<float>(dx), static_cast<float>(dy)) /
                                   static_cast<float>(rim));
            auto& pixel = padded.at<cv::Vec4f>(y, x);
            pixel += (blurred.at<cv::Vec4f>(y, x) - pixel) * share;
        }
    return padded;
}

} // namespace

Texture::Texture(const cv::Mat& image, int beyond) : m_rim(std::max(0, beyond) + kLeastRim) {
    cv::Mat bgra;
    cv::cvtColor(image, bgra, cv::COLOR_BGR2BGRA);
    bgra.convertTo(bgra, CV_32F);
    m_padded = drawnOut(bgra, m_rim);
}

cv::Vec3f Texture::at(double x, double y) const {
    x = std::clamp(x + m_rim, 1.0, m_padded.cols - 3.0);
    y = std::clamp(y + m_rim, 1.0, m_padded.rows - 3.0);
    const int ix = static_cast<int>(x), iy = static_cast<int>(y);
    const auto wx = cubicWeights(static_cast<float>(x - ix));
    const auto wy = cubicWeights(static_cast<float>(y - iy));
    float sum[4] = {};
    for (int j = 0; j < 4; ++j) {
        const float* row = m_padded.ptr<float>(iy + j - 1) + 4 * (ix - 1);
        float line[4];
        for (int c = 0; c < 4; ++c)
            line[c] = wx[0] * row[c] + wx[1] * row[4 + c] + wx[2] * row[8 + c] + wx[3] * row[12 + c];
        for (int c = 0; c < 4; ++c)
            sum[c] += wy[static_cast<std::size_t>(j)] * line[c];
    }
    return {sum[0], sum[1], sum[2]};
}

} // namespace mien::synthesis
