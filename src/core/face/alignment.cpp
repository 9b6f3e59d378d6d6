// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/alignment.h"

#include "core/face/similarity.h"

#include <opencv2/imgproc.hpp>

#include <numeric>

namespace mien::face {
namespace {

/// A point that expressions hardly move, with its place on an average upright face: origin between the eye
/// centres, unit the distance between them, y down.
struct StablePoint {
    std::size_t landmark;
    float x, y;
};

/// Eye corners and the bridge of the nose; neither brows nor mouth.
constexpr std::array<StablePoint, 8> kStablePoints{{
    {36, -0.700f, 0.000f},
    {39, -0.305f, 0.030f},
    {42, 0.305f, 0.030f},
    {45, 0.700f, 0.000f},
    {27, 0.000f, -0.020f},
    {28, 0.000f, 0.185f},
    {29, 0.000f, 0.390f},
    {30, 0.000f, 0.600f},
}};

cv::Point2f meanOf(const Landmarks& landmarks, std::size_t first, std::size_t last) {
    cv::Point2f sum;
    for (std::size_t i = first; i <= last; ++i)
        sum += landmarks[i];
    return sum / static_cast<float>(last - first + 1);
}

} // namespace

cv::Point2f leftEyeCentre(const Landmarks& landmarks) {
    return meanOf(landmarks, 36, 41);
}
cv::Point2f rightEyeCentre(const Landmarks& landmarks) {
    return meanOf(landmarks, 42, 47);
}

float interocularDistance(const Landmarks& landmarks) {
    const cv::Point2f d = rightEyeCentre(landmarks) - leftEyeCentre(landmarks);
    return std::hypot(d.x, d.y);
}

cv::Matx23f faceFromImage(const Landmarks& landmarks, int cropSize) {
    std::array<cv::Point2f, kStablePoints.size()> from, to;
    const auto side = static_cast<float>(cropSize);
    const float unit = side * kCropEyeDistance / kCropSize;
    const cv::Point2f origin(0.5f * (side - 1.0f), side * kCropEyeLevel / kCropSize);
    for (std::size_t i = 0; i < kStablePoints.size(); ++i) {
        from[i] = landmarks[kStablePoints[i].landmark];
        to[i] = origin + unit * cv::Point2f(kStablePoints[i].x, kStablePoints[i].y);
    }
    return cv::Matx23f(fitSimilarity(from, to));
}

cv::Mat alignedCrop(const cv::Mat& image, const cv::Matx23f& faceFromImage, int cropSize) {
    cv::Mat crop;
    cv::warpAffine(image, crop, faceFromImage, {cropSize, cropSize}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return crop;
}

Landmarks transformed(const Landmarks& landmarks, const cv::Matx23f& transform) {
    Landmarks out;
    const cv::Matx23d m(transform);
    std::transform(landmarks.begin(), landmarks.end(), out.begin(),
                   [&](cv::Point2f p) { return apply(m, p); });
    return out;
}

} // namespace mien::face
