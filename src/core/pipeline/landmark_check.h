// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"
#include "core/motion/rigid_motion.h"
#include "core/pipeline/displacement_chain.h"

namespace mien::pipeline {

/// A frame beside its stretch's reference frame, both as aligned crops.
struct CropPair {
    const cv::Mat& reference;
    const cv::Mat& current;
    const face::Landmarks& landmarks; ///< of the reference, crop pixels
    float eyeDistancePx;
};

/// By how much the landmarks of brows and nose have strayed since the reference frame, which is nothing
/// unless the picture says so: where landmarks and flow differ, each says where the skin of the region has
/// gone, and the two places are compared with the reference. The flow is right where it finds the same skin
/// and the landmarks do not; where neither does, nothing is known. The landmark model carries some faces'
/// brows along with the lids, by 5 to 15 px in a blink. The mouth is left to the landmarks: it uncovers teeth
/// and tongue, and flow finds something alike there. `flow`, `landmarks`: displacement of the regions since
/// the reference, head motion removed; `fixedRadius` as in motion::regionRadius. Result and displacements in
/// units of the eye distance.
RegionVectors strayedLandmarks(const CropPair& pair, const motion::RigidMotion& head,
                               const RegionVectors& flow, const RegionVectors& landmarks, bool fixedRadius);

} // namespace mien::pipeline
