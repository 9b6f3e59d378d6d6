// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/motion/face_motion_series.h"
#include "core/pipeline/stretch.h"

#include <string>
#include <vector>

namespace mien::pipeline {

struct StretchMotionOptions {
    std::string flow = "tvl1";
    bool fixedRadius = false;
    bool frameToFrame = false;
};

/// Motion of one stretch's frames: displacement from its reference frame (chaining comes later, in order),
/// head motion removed; each flow starts from the one before. Independent of every other stretch, so
/// stretches run in parallel.
Result<std::vector<motion::FrameMotion>> measureStretch(const Stretch& stretch,
                                                        const StretchMotionOptions& options);

} // namespace mien::pipeline
