// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/face_warp.h"

namespace mien::synthesis {

/// A curve y(x) through a few points (monotone x), cubic between them, level outside.
class LevelCurve {
public:
    LevelCurve() = default;
    explicit LevelCurve(std::vector<cv::Point2d> points);
    double operator()(double x) const;
    double first() const { return m_points.front().x; }
    double last() const { return m_points.back().x; }

private:
    std::vector<cv::Point2d> m_points;
    std::vector<double> m_slopes;
};

/// The upper lid of one eye as a layer of skin that slides down over a resting eyeball. FaceFrame units.
class EyeLid {
public:
    EyeLid() = default;
    EyeLid(const FaceFrame& frame, Half half);

    /// Where a point of the lid's skin (its margin or above) goes when the eye closes by `closure`.
    cv::Point2d moved(cv::Point2d neutral, double closure) const;
    /// What is seen at `p`: the lid's skin at `skin` with opacity `cover`, and below it the eye at p itself.
    struct Seen {
        double cover;
        cv::Point2d skin;
    };
    Seen seenAt(cv::Point2d p, double closure, double softness) const;
    cv::Rect2d box() const { return m_box; }

private:
    double dropAt(double x, double closure) const;
    double topAt(double x) const { return m_upper(x) - m_skin; }

    LevelCurve m_upper, m_lower;
    double m_skin = 0.2; ///< height of the skin above the margin that is stretched
    cv::Rect2d m_box;
};

/// The parting of the lips: below the seam between them, lower lip, chin and jaw drop; above it nothing
/// moves; in between it is dark. FaceFrame units.
class Mouth {
public:
    Mouth() = default;
    explicit Mouth(const FaceFrame& frame);

    /// Where a point of the lower layer (lower lip, chin, jaw) goes when the gap is `gap` wide at its widest.
    cv::Point2d moved(cv::Point2d neutral, double gap) const;
    /// What is seen at `p`: lower layer at `lower` with opacity `lowerCover`; else the upper layer at p with
    /// opacity `upperCover`; else the inside of the mouth, 0 … 1 deep by `depth`.
    struct Seen {
        double lowerCover, upperCover, depth, open;
        cv::Point2d lower;
    };
    Seen seenAt(cv::Point2d p, double gap, double softness) const;
    cv::Rect2d box() const { return m_box; }

private:
    double dropAt(cv::Point2d neutral, double gap) const;

    LevelCurve m_seam;
    double m_centre = 0.0, m_halfWidth = 0.4, m_chin = 1.8, m_fade = 0.6, m_jawHalfWidth = 1.0;
    cv::Rect2d m_box;
};

} // namespace mien::synthesis
