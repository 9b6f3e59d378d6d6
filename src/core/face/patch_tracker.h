// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace mien::face {

/// What a small square of the face looked like, to be found again with sub-pixel accuracy: inverse
/// compositional Lucas-Kanade (Baker and Matthews, IJCV 2004) for a translation. Changes of brightness and
/// contrast are projected out, so that flicker is not motion. The template is fixed (it is never the previous
/// frame), so that errors of single frames do not add up.
class Patch {
public:
    static constexpr int kWidth = 16; ///< a multiple of the vector width
    static constexpr int kHeight = 15;
    static constexpr int kPixels = kWidth * kHeight;

    /// Takes the template around `centre` of a CV_32FC1 image; the square must lie inside it by 2 px.
    void take(const cv::Mat& image, cv::Point2f centre);

    struct Match {
        cv::Point2f at;
        float similarity = 0.0f; ///< correlation with the template after the last step, -1 … 1
        float noise = 0.0f;      ///< rms of what is left between image and template, grey levels
    };
    /// Where the template is now, searched from `guess`. `expected` with standard deviation `expectedSd`
    /// (pixels) is prior knowledge; it decides only where the image has no texture to say otherwise.
    Match find(const cv::Mat& image, cv::Point2f guess, cv::Point2f expected, float expectedSd,
               int iterations) const;

private:
    std::array<float, kPixels> m_texture{};   ///< zero mean, unit norm
    std::array<float, kPixels> m_gradientX{}; ///< of the image, with mean and texture projected out
    std::array<float, kPixels> m_gradientY{};
    float m_norm = 0.0f; ///< norm of the zero-mean template in grey levels
    float m_xx = 0.0f, m_xy = 0.0f, m_yy = 0.0f;
};

/// True where a patch around `p` can be sampled from the image.
bool patchInside(const cv::Mat& image, cv::Point2f p);

} // namespace mien::face
