// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/landmark_model.h"

namespace mien::test {

/// The model's mean face laid over an upright box of the given side.
inline face::Landmarks meanFace(const face::LandmarkModel& model, cv::Point2f corner, float side) {
    face::Landmarks out = model.meanShape();
    for (cv::Point2f& p : out)
        p = corner + side * p;
    return out;
}

/// The same points turned about `centre` (clockwise on screen) and scaled.
inline face::Landmarks turned(const face::Landmarks& points, cv::Point2f centre, double degrees,
                              float scale = 1.0f) {
    const double angle = degrees * CV_PI / 180.0;
    const auto c = static_cast<float>(std::cos(angle)) * scale;
    const auto s = static_cast<float>(std::sin(angle)) * scale;
    face::Landmarks out;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const cv::Point2f d = points[i] - centre;
        out[i] = centre + cv::Point2f(c * d.x - s * d.y, s * d.x + c * d.y);
    }
    return out;
}

} // namespace mien::test
