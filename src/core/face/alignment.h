// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"

namespace mien::face {

/// Side of the canonical square crop in pixels.
inline constexpr int kCropSize = 256;
/// Distance of the eye centres in a crop of kCropSize pixels, and their height below its upper edge: brows
/// stay inside when raised, the lower lip when the mouth is wide open.
inline constexpr float kCropEyeDistance = 84.0f;
inline constexpr float kCropEyeLevel = 72.0f;

/// Centre of an eye: the mean of its six landmarks (36-41 or 42-47).
cv::Point2f leftEyeCentre(const Landmarks& landmarks);
cv::Point2f rightEyeCentre(const Landmarks& landmarks);

/// Distance between the eye centres in pixels: the unit in which thresholds are expressed.
float interocularDistance(const Landmarks& landmarks);

/// Least-squares similarity (Umeyama) that takes the image to the canonical crop, fitted to the points that
/// expressions move least (eye corners and nose bridge). In the crop the eye centres of an average frontal
/// face lie on one level, kCropEyeDistance × cropSize / kCropSize apart; of other faces nearly so.
cv::Matx23f faceFromImage(const Landmarks& landmarks, int cropSize = kCropSize);

/// The crop under a fixed transform, CV_8UC1 or CV_8UC3 as the input, bilinear, replicated borders.
cv::Mat alignedCrop(const cv::Mat& image, const cv::Matx23f& faceFromImage, int cropSize = kCropSize);

Landmarks transformed(const Landmarks& landmarks, const cv::Matx23f& transform);

} // namespace mien::face
