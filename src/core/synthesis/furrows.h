// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/face_warp.h"

namespace mien::synthesis {

/// What wrinkles and bulges of one half's action do to the skin's brightness: the natural logarithm of the
/// factor at amount 1, to be multiplied by the amount. Smooth, and given in neutral coordinates of FaceFrame,
/// so that it travels with the skin.
class Furrows {
public:
    Furrows(const FaceFrame& frame, int actionUnit, Half half);

    bool empty() const { return m_lines.empty() && m_bulges.empty(); }
    float at(cv::Point2d p) const;
    /// Outside of it at() is zero.
    cv::Rect2d box() const { return m_box; }

private:
    static constexpr std::size_t kPoints = 9;
    struct Line {
        std::array<cv::Point2d, kPoints> points;
        double width, depth;
        cv::Rect2d box;
    };
    struct Bulge {
        cv::Point2d centre;
        double rx, ry, gain;
    };
    std::vector<Line> m_lines;
    std::vector<Bulge> m_bulges;
    cv::Rect2d m_box;
};

} // namespace mien::synthesis
