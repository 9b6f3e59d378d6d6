// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/landmark_check.h"

#include <opencv2/imgproc.hpp>

namespace mien::pipeline {
namespace {

constexpr float kDiffer = 0.006f;   ///< units of the eye distance: half a pixel of the crop
constexpr float kLeastNoise = 1.0f; ///< grey levels
constexpr float kSameSkin = 0.35f;  ///< of the contrast of the skin: a correlation of about 0.94
constexpr float kOtherSkin = 2.0f;  ///< times what is left where the flow says

struct Skin {
    cv::Mat grey; ///< CV_32F, mean 0
    float contrast = 0.0f;
};

Skin skinAt(const cv::Mat& crop, cv::Point2f centre, int side) {
    Skin skin;
    cv::getRectSubPix(crop, {side, side}, centre, skin.grey, CV_32F);
    cv::Scalar mean, sd;
    cv::meanStdDev(skin.grey, mean, sd);
    skin.grey -= mean[0];
    skin.contrast = static_cast<float>(sd[0]);
    return skin;
}

/// Root mean square of the difference, grey levels.
float difference(const Skin& a, const Skin& b) {
    return static_cast<float>(cv::norm(a.grey, b.grey, cv::NORM_L2) /
                              std::sqrt(static_cast<double>(a.grey.total())));
}

} // namespace

RegionVectors strayedLandmarks(const CropPair& pair, const motion::RigidMotion& head,
                               const RegionVectors& flow, const RegionVectors& landmarks, bool fixedRadius) {
    RegionVectors astray{};
    const int side = 2 * cvRound(motion::regionRadius(pair.eyeDistancePx, fixedRadius)) + 1;
    for (std::size_t r = 0; r < astray.size(); ++r) {
        const cv::Vec2f apart = landmarks[r] - flow[r];
        if (!motion::isUpperFace(r) || cv::norm(apart) <= kDiffer)
            continue;
        const cv::Point2f centre = pair.landmarks[static_cast<std::size_t>(motion::regions()[r].landmark)];
        const auto found = [&](const cv::Vec2f& displacement) {
            const cv::Vec2f by = head.at(centre) + pair.eyeDistancePx * displacement;
            return skinAt(pair.current, centre + cv::Point2f(by[0], by[1]), side);
        };
        const Skin before = skinAt(pair.reference, centre, side);
        const float byFlow = difference(before, found(flow[r]));
        const float byLandmarks = difference(before, found(landmarks[r]));
        if (byFlow < kSameSkin * before.contrast && byLandmarks > kOtherSkin * std::max(kLeastNoise, byFlow))
            astray[r] = apart;
    }
    return astray;
}

} // namespace mien::pipeline
