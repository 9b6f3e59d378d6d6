// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/motion/face_motion_series.h"
#include "core/pipeline/displacement_chain.h"
#include "core/pipeline/stretch.h"

#include <string>
#include <vector>

namespace mien::pipeline {

struct StretchMotionOptions {
    std::string flow = "tvl1";
    bool fixedRadius = false;
    bool frameToFrame = false;
};

struct StretchMotion {
    std::vector<motion::FrameMotion> frames;
    std::vector<RegionVectors> astray; ///< of the landmarks since the reference frame (landmark_check.h)
};

/// Motion of one stretch's frames: displacement from its reference frame (chaining comes later, in order),
/// head motion removed; each flow starts from the one before. Independent of every other stretch, so
/// stretches run in parallel.
Result<StretchMotion> measureStretch(const Stretch& stretch, const StretchMotionOptions& options);

} // namespace mien::pipeline
