// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"
#include "core/motion/regions.h"

#include <opencv2/core.hpp>

#include <array>

namespace mien::motion {

/// Main direction of optical flow in a square around `centre`: of the four direction bins 30-150, 150-210,
/// 210-330 and 330-30 degrees the fullest one, its strongest 60 %, unit(sum of vectors) × mean magnitude
/// (guide A1.7; after Liu et al. 2015). Pixels; (0, 0) where the square has no pixel inside the image.
cv::Vec2f mainDirection(const cv::Mat& flow, cv::Point2f centre, float radius);

/// Motion of the head, read off the nose (landmarks 29, 30; guide A1.5): to be subtracted from every pixel.
cv::Vec2f noseMotion(const cv::Mat& flow, const face::Landmarks& landmarks);

/// MDMO of the 12 regions, (dx, dy) in pixels of the flow's image, head motion removed.
/// `landmarks` are in the coordinates of the flow's image.
std::array<cv::Vec2f, kRegionCount> regionMotion(const cv::Mat& flow, const face::Landmarks& landmarks,
                                                 bool fixed5 = false);

} // namespace mien::motion
