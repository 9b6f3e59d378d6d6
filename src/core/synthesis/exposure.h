// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/clip_spec.h"

#include <opencv2/core.hpp>

namespace mien::synthesis {

/// What the camera makes of a noiseless picture (CV_32FC3, changed in place): the spec's light, its flicker
/// and sensor noise, rounded to CV_8UC3. Depends on spec and frame alone.
cv::Mat exposed(cv::Mat& picture, const ClipSpec& spec, FrameIndex frame);

} // namespace mien::synthesis
