// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"

#include <QImage>
#include <QSize>

#include <opencv2/core/mat.hpp>

namespace mien::ui {

/// CV_8UC3 (BGR) or CV_8UC1 as a picture that keeps the pixels alive; no copy.
QImage asPicture(const cv::Mat& image);

/// Fitted into `size` with its aspect kept; never larger than `size`.
QImage scaledPicture(const cv::Mat& image, QSize size);

/// The canonical crop of the face (eyes level, fixed distance apart).
cv::Mat alignedFace(const cv::Mat& image, const face::Landmarks& landmarks, int side);

/// Motion as colour over a grey picture: hue is direction, strength is length; `fullPx` px give full colour.
/// base: CV_8UC1 or CV_8UC3; flow: CV_32FC2 of the same size; opacity 0 … 1.
cv::Mat paintFlow(const cv::Mat& base, const cv::Mat& flow, float fullPx, float opacity);

/// A length that most of the flow stays below (the 99th hundredth), at least 0.5 px: what paintFlow should
/// take as full.
float fullLength(const cv::Mat& flow);

/// The colours of paintFlow by direction, as a disc.
QImage flowWheel(int side);

} // namespace mien::ui
