// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/portrait.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>

namespace mien::test {

/// A symmetric face of plausible proportions, so that geometry is tested without a landmark model.
inline face::Landmarks neutralFace(cv::Point2f centre = {192, 120}, float widthPx = 256) {
    face::Landmarks l{};
    const float s = widthPx / 2.3f; // distance between the eyes
    const auto set = [&](std::size_t k, double x, double y) {
        l[k] = centre + cv::Point2f(static_cast<float>(x), static_cast<float>(y)) * s;
    };
    for (int k = 0; k <= 16; ++k) {
        const double a = std::numbers::pi * (1.0 - k / 16.0);
        set(static_cast<std::size_t>(k), 1.15 * std::cos(a), 0.1 + 1.7 * std::sin(a));
    }
    const double brow[5][2] = {{-0.85, -0.28}, {-0.7, -0.4}, {-0.52, -0.43}, {-0.35, -0.4}, {-0.2, -0.34}};
    for (std::size_t k = 0; k < 5; ++k) {
        set(17 + k, brow[k][0], brow[k][1]);
        set(26 - k, -brow[k][0], brow[k][1]);
    }
    for (std::size_t k = 0; k < 4; ++k)
        set(27 + k, 0, 0.02 + 0.2 * static_cast<double>(k));
    for (std::size_t k = 0; k < 5; ++k)
        set(31 + k, -0.22 + 0.11 * static_cast<double>(k), 0.76);
    const double eye[6][2] = {{-0.22, 0},   {-0.08, -0.09}, {0.08, -0.09},
                              {0.22, 0.01}, {0.08, 0.07},   {-0.08, 0.07}};
    const std::size_t mirror[6] = {45, 44, 43, 42, 47, 46};
    for (std::size_t k = 0; k < 6; ++k) {
        set(36 + k, -0.5 + eye[k][0], eye[k][1]);
        set(mirror[k], 0.5 - eye[k][0], eye[k][1]);
    }
    const double mouth[20][2] = {{-0.4, 1.1},  {-0.25, 1.03}, {-0.1, 0.99}, {0, 1.01},    {0.1, 0.99},
                                 {0.25, 1.03}, {0.4, 1.1},    {0.25, 1.2},  {0.1, 1.25},  {0, 1.26},
                                 {-0.1, 1.25}, {-0.25, 1.2},  {-0.36, 1.1}, {-0.1, 1.09}, {0, 1.1},
                                 {0.1, 1.09},  {0.36, 1.1},   {0.1, 1.11},  {0, 1.12},    {-0.1, 1.11}};
    for (std::size_t k = 0; k < 20; ++k)
        set(48 + k, mouth[k][0], mouth[k][1]);
    return l;
}

/// A picture with texture everywhere, so that optical flow has something to hold on to.
inline synthesis::Portrait texturedPortrait() {
    synthesis::Portrait portrait;
    portrait.image.create(384, 384, CV_8UC3);
    cv::RNG rng(7);
    rng.fill(portrait.image, cv::RNG::UNIFORM, 0, 256);
    cv::GaussianBlur(portrait.image, portrait.image, {}, 3.0);
    cv::normalize(portrait.image, portrait.image, 20, 235, cv::NORM_MINMAX);
    portrait.landmarks = neutralFace();
    portrait.sha256 = "none";
    return portrait;
}

} // namespace mien::test
