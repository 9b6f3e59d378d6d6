// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/face/face_tracker.h"
#include "core/motion/regions.h"

#include <array>
#include <vector>

namespace mien::motion {

/// What the motion stage says of one frame. Displacements are in units of the distance between the eyes
/// (IOD), x to the image's right, y down, head motion removed.
struct FrameMotion {
    FrameIndex frame;
    face::Scorability state = face::Scorability::NoFace;
    /// From the stretch's reference frame to this one, chained over stretches: the position of each region.
    std::array<cv::Vec2f, kRegionCount> displacement{};
    /// From the previous frame to this one (MDMO).
    std::array<cv::Vec2f, kRegionCount> motion{};
    cv::Vec2f head{0, 0};      ///< head (nose) displacement since the previous frame, IOD
    float eyeOpening = 0.0f;   ///< mean lid gap over eye width (eye aspect ratio)
    float mouthOpening = 0.0f; ///< inner-lip gap, IOD
    bool newStretch = false;   ///< the reference frame changed here; displacement is chained across it
};

/// The signals of a whole film. About 220 bytes a frame; everything else in the pipeline is constant in
/// length.
struct FaceMotionSeries {
    double fps = 0.0; ///< mean rate; > 0
    std::vector<FrameMotion> frames;
};

} // namespace mien::motion
