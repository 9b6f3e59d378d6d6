// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"

#include <opencv2/core.hpp>

#include <cstdint>

namespace mien::synthesis {

/// Adds normal noise of standard deviation `sigma` (grey levels) to every sample of a CV_32FC3 picture. The
/// noise depends on seed and frame alone, so frames may be drawn in any order.
void addSensorNoise(cv::Mat& picture, double sigma, std::uint64_t seed, FrameIndex frame);

} // namespace mien::synthesis
