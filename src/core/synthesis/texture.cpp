// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/texture.h"

#include <opencv2/imgproc.hpp>

namespace mien::synthesis {
namespace {

constexpr int kRim = 4;

std::array<float, 4> cubicWeights(float t) {
    const float t2 = t * t, t3 = t2 * t;
    return {-0.5f * t3 + t2 - 0.5f * t, 1.5f * t3 - 2.5f * t2 + 1.0f, -1.5f * t3 + 2.0f * t2 + 0.5f * t,
            0.5f * t3 - 0.5f * t2};
}

/// Mirrors x into 0 … last (reflect-101), however far outside it lies.
double mirroredInto(double x, double last) {
    const double period = 2.0 * last;
    x = std::abs(std::remainder(x, period));
    return x;
}

} // namespace

Texture::Texture(const cv::Mat& image) {
    cv::Mat bgra;
    cv::cvtColor(image, bgra, cv::COLOR_BGR2BGRA);
    bgra.convertTo(bgra, CV_32F);
    cv::copyMakeBorder(bgra, m_padded, kRim, kRim, kRim, kRim, cv::BORDER_REFLECT_101);
}

cv::Vec3f Texture::at(double x, double y) const {
    x = mirroredInto(x, m_padded.cols - 2 * kRim - 1);
    y = mirroredInto(y, m_padded.rows - 2 * kRim - 1);
    const int ix = static_cast<int>(x), iy = static_cast<int>(y);
    const auto wx = cubicWeights(static_cast<float>(x - ix));
    const auto wy = cubicWeights(static_cast<float>(y - iy));
    float sum[4] = {};
    for (int j = 0; j < 4; ++j) {
        const float* row = m_padded.ptr<float>(iy + j - 1 + kRim) + 4 * (ix - 1 + kRim);
        float line[4];
        for (int c = 0; c < 4; ++c)
            line[c] = wx[0] * row[c] + wx[1] * row[4 + c] + wx[2] * row[8 + c] + wx[3] * row[12 + c];
        for (int c = 0; c < 4; ++c)
            sum[c] += wy[static_cast<std::size_t>(j)] * line[c];
    }
    return {sum[0], sum[1], sum[2]};
}

} // namespace mien::synthesis
