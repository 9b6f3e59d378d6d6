// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

namespace mien::motion {

/// Robust mean of the vectors in the square around `centre`, pixels of the flow's image: the component-wise
/// median, then the mean of those vectors that lie nearest to it (three quarters of them). Unlike the main
/// direction, which keeps the strongest vectors, it is unbiased: zero-mean noise averages out. (0, 0) where
/// the square has no pixel inside the image.
cv::Vec2f regionMean(const cv::Mat& flow, cv::Point2f centre, float radius);

/// Pixels of the square of half side `radius` around `centre`, cut at the image's borders.
cv::Rect squareAround(cv::Point2f centre, float radius, cv::Size image);

} // namespace mien::motion
