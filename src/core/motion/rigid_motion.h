// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"
#include "core/motion/regions.h"

#include <opencv2/core.hpp>

#include <array>

namespace mien::motion {

/// Motion of the whole head in the image plane: flow(p) = shift + [scale, -rotation; rotation, scale] (p -
/// centre).
struct RigidMotion {
    cv::Point2f centre; ///< about which rotation and scale are taken: the middle of the stable areas, pixels
    cv::Vec2f shift{0, 0};   ///< pixels
    float rotation = 0.0f;   ///< radians, small angle; > 0 turns x towards y (clockwise on the screen)
    float scale = 0.0f;      ///< relative growth, 0 = none
    float residualPx = 0.0f; ///< robust spread (median) of the stable areas' flow around the fit

    cv::Vec2f at(cv::Point2f p) const {
        const cv::Point2f d = p - centre;
        return shift + cv::Vec2f(scale * d.x - rotation * d.y, rotation * d.x + scale * d.y);
    }
};

/// Head motion fitted robustly to the areas that expressions move least: the nose's bridge, tip and sides
/// (landmarks 27-31, 35) and the eye corners (36, 39, 42, 45), which extends the papers' nose anchor to small
/// rotations and changes of scale. `landmarks` in the coordinates of the flow's image. `eyeCorners`, 0 … 1:
/// how far the eye corners may be believed, all four of which a blink moves at once.
RigidMotion rigidMotion(const cv::Mat& flow, const face::Landmarks& landmarks, float eyeCorners = 1.0f);

/// Displacement of the 12 regions (robust mean of each square) with the head's motion taken off at each
/// region's centre. Pixels of the flow's image.
std::array<cv::Vec2f, kRegionCount> regionDisplacement(const cv::Mat& flow, const face::Landmarks& landmarks,
                                                       const RigidMotion& head, bool fixed5 = false);

/// The pixels that rigidMotion, regionDisplacement and regionMotion read (CV_8UC1, 255): for
/// OpticalFlow::setMask.
cv::Mat wantedPixels(const face::Landmarks& landmarks, cv::Size image, bool fixed5 = false);

} // namespace mien::motion
