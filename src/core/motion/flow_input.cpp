// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/flow_input.h"

#include <opencv2/core.hpp>

#include <fmt/format.h>

namespace mien::motion {

Result<void> checkPair(const cv::Mat& from, const cv::Mat& to, const cv::Mat& start) {
    if (from.type() != CV_8UC1 || to.type() != CV_8UC1)
        return fail(ErrorCode::InvalidArgument, "Optical flow needs two 8-bit grey images.");
    if (from.size() != to.size())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Optical flow needs two images of one size, not {}×{} and {}×{}.", from.cols,
                                from.rows, to.cols, to.rows));
    if (from.cols < 16 || from.rows < 16)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Optical flow needs images of at least 16×16 pixels, not {}×{}.", from.cols,
                                from.rows));
    if (!start.empty() && (start.type() != CV_32FC2 || start.size() != from.size()))
        return fail(ErrorCode::InvalidArgument,
                    "The start flow must hold two floats for each pixel of the images.");
    if (!start.empty() && !cv::checkRange(start, true, nullptr, -1e6, 1e6))
        return fail(ErrorCode::InvalidArgument, "The start flow holds values that are not finite.");
    return {};
}

} // namespace mien::motion
