// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/patch_tracker.h"

#include <cassert>
#include <cmath>

namespace mien::face {
namespace {

/// Least noise assumed in a picture, grey levels: it keeps the prior alive on a noiseless film.
constexpr float kLeastNoise = 2.0f;

float sum(const float* values) {
    float lanes[8] = {};
    for (int i = 0; i < Patch::kPixels; i += 8)
        for (int k = 0; k < 8; ++k)
            lanes[k] += values[i + k];
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

/// Written with lanes, so that the compiler may use vectors without changing the result.
float dot(const float* a, const float* b) {
    float lanes[8] = {};
    for (int i = 0; i < Patch::kPixels; i += 8)
        for (int k = 0; k < 8; ++k)
            lanes[k] += a[i + k] * b[i + k];
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

void addScaled(float* to, const float* from, float factor) {
    for (int i = 0; i < Patch::kPixels; ++i)
        to[i] += factor * from[i];
}

void subtractMean(float* values) {
    const float mean = sum(values) / static_cast<float>(Patch::kPixels);
    for (int i = 0; i < Patch::kPixels; ++i)
        values[i] -= mean;
}

/// Bilinear samples of the square around `centre`.
void sample(const cv::Mat& image, cv::Point2f centre, float* __restrict out) {
    const float x = centre.x - 0.5f * static_cast<float>(Patch::kWidth - 1);
    const float y = centre.y - 0.5f * static_cast<float>(Patch::kHeight - 1);
    const int column = static_cast<int>(std::floor(x)), row = static_cast<int>(std::floor(y));
    const float fx = x - static_cast<float>(column), fy = y - static_cast<float>(row);
    const float w00 = (1 - fx) * (1 - fy), w01 = fx * (1 - fy), w10 = (1 - fx) * fy, w11 = fx * fy;
    for (int r = 0; r < Patch::kHeight; ++r) {
        const float* upper = image.ptr<float>(row + r) + column;
        const float* lower = image.ptr<float>(row + r + 1) + column;
        for (int c = 0; c < Patch::kWidth; ++c)
            out[r * Patch::kWidth + c] =
                w00 * upper[c] + w01 * upper[c + 1] + w10 * lower[c] + w11 * lower[c + 1];
    }
}

} // namespace

bool patchInside(const cv::Mat& image, cv::Point2f p) {
    constexpr float marginX = 0.5f * Patch::kWidth + 2.0f, marginY = 0.5f * Patch::kHeight + 2.0f;
    return p.x >= marginX && p.y >= marginY && p.x < static_cast<float>(image.cols - 1) - marginX &&
           p.y < static_cast<float>(image.rows - 1) - marginY;
}

void Patch::take(const cv::Mat& image, cv::Point2f centre) {
    assert(image.type() == CV_32FC1 && patchInside(image, centre));
    std::array<float, kPixels> left, right, up, down;
    sample(image, centre, m_texture.data());
    sample(image, centre - cv::Point2f(1, 0), left.data());
    sample(image, centre + cv::Point2f(1, 0), right.data());
    sample(image, centre - cv::Point2f(0, 1), up.data());
    sample(image, centre + cv::Point2f(0, 1), down.data());
    subtractMean(m_texture.data());
    m_norm = std::max(1.0f, std::sqrt(dot(m_texture.data(), m_texture.data())));
    for (int i = 0; i < kPixels; ++i) {
        m_texture[i] /= m_norm;
        m_gradientX[i] = 0.5f * (right[i] - left[i]);
        m_gradientY[i] = 0.5f * (down[i] - up[i]);
    }
    for (auto* gradient : {&m_gradientX, &m_gradientY}) {
        subtractMean(gradient->data());
        addScaled(gradient->data(), m_texture.data(), -dot(gradient->data(), m_texture.data()));
    }
    m_xx = dot(m_gradientX.data(), m_gradientX.data());
    m_xy = dot(m_gradientX.data(), m_gradientY.data());
    m_yy = dot(m_gradientY.data(), m_gradientY.data());
}

Patch::Match Patch::find(const cv::Mat& image, cv::Point2f guess, cv::Point2f expected, float expectedSd,
                         int iterations) const {
    Match match{guess, -1.0f, 255.0f};
    std::array<float, kPixels> now;
    for (int i = 0; i < iterations && patchInside(image, match.at); ++i) {
        sample(image, match.at, now.data());
        const float mean = sum(now.data()) / kPixels;
        const float along = dot(now.data(), m_texture.data());
        const float square = std::max(0.0f, dot(now.data(), now.data()) - mean * mean * kPixels);
        match.similarity = square > 0.0f ? along / std::sqrt(square) : 0.0f;
        match.noise = std::sqrt(std::max(0.0f, square - along * along) / kPixels);
        // Gradients are those of the template: bring the image to the template's contrast first.
        const float gain = std::clamp(along / m_norm, 0.25f, 4.0f);
        const float ex = dot(now.data(), m_gradientX.data()) / gain;
        const float ey = dot(now.data(), m_gradientY.data()) / gain;
        const float noise = std::max(kLeastNoise, match.noise) / gain;
        const float trust = noise * noise / (expectedSd * expectedSd);
        const cv::Point2f pull = expected - match.at;
        const float bx = -ex + trust * pull.x, by = -ey + trust * pull.y;
        const float xx = m_xx + trust, yy = m_yy + trust;
        const float det = xx * yy - m_xy * m_xy;
        const cv::Point2f step((yy * bx - m_xy * by) / det, (xx * by - m_xy * bx) / det);
        const float length = std::hypot(step.x, step.y);
        match.at += length > 3.0f ? step * (3.0f / length) : step;
        if (length < 0.01f)
            break;
    }
    return match;
}

} // namespace mien::face
