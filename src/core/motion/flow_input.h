// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

namespace mien::motion {

/// Whether a pair (and its start flow, which may be empty) is what OpticalFlow::compute asks for.
Result<void> checkPair(const cv::Mat& from, const cv::Mat& to, const cv::Mat& start);

} // namespace mien::motion
