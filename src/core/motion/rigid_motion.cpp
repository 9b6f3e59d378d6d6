// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/rigid_motion.h"

#include "core/face/alignment.h"
#include "core/motion/region_mean.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace mien::motion {
namespace {

constexpr std::array<int, 10> kStableLandmarks{27, 28, 29, 30, 31, 35, 36, 39, 42, 45};
constexpr std::size_t kFirstEyeCorner = 6; ///< of kStableLandmarks, to the last
/// Rotation and scale are pulled to none with the weight of one stable point at this share of the eye
/// distance from the centre: without it a twitch beside one eye would turn the whole head.
constexpr float kRidgeArm = 0.25f;
constexpr int kReweightings = 10;

struct Stable {
    cv::Point2f at;
    cv::Vec2f motion;
    float weight = 1.0f;
};

std::array<Stable, kStableLandmarks.size()> stableAreas(const cv::Mat& flow, const face::Landmarks& landmarks,
                                                        float radius) {
    std::array<Stable, kStableLandmarks.size()> areas;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const cv::Point2f at = landmarks[static_cast<std::size_t>(kStableLandmarks[i])];
        areas[i] = {at, regionMean(flow, at, radius)};
        if (squareAround(at, radius, flow.size()).empty())
            areas[i].weight = 0.0f;
    }
    return areas;
}

/// Weighted least squares; with the weighted mean as centre, shift and the other two decouple.
RigidMotion fit(std::span<const Stable> areas, float ridge) {
    RigidMotion head;
    double total = 0.0;
    cv::Vec2d centre{0, 0};
    cv::Vec2d shift{0, 0};
    for (const Stable& s : areas) {
        total += s.weight;
        centre += static_cast<double>(s.weight) * cv::Vec2d(s.at.x, s.at.y);
        shift += static_cast<double>(s.weight) * cv::Vec2d(s.motion[0], s.motion[1]);
    }
    if (total <= 0.0)
        return head;
    head.centre = cv::Point2f(static_cast<float>(centre[0] / total), static_cast<float>(centre[1] / total));
    head.shift = cv::Vec2f(shift / total);
    double arms = ridge;
    double turn = 0.0;
    double growth = 0.0;
    for (const Stable& s : areas) {
        const cv::Point2f d = s.at - head.centre;
        const cv::Vec2f m = s.motion - head.shift;
        arms += s.weight * (d.x * d.x + d.y * d.y);
        turn += s.weight * (d.x * m[1] - d.y * m[0]);
        growth += s.weight * (d.x * m[0] + d.y * m[1]);
    }
    head.rotation = static_cast<float>(turn / arms);
    head.scale = static_cast<float>(growth / arms);
    return head;
}

} // namespace

RigidMotion rigidMotion(const cv::Mat& flow, const face::Landmarks& landmarks, float eyeCorners) {
    const float interocular = face::interocularDistance(landmarks);
    auto areas = stableAreas(flow, landmarks, regionRadius(interocular));
    const float arm = kRidgeArm * interocular;
    const float ridge = std::max(1e-6f, arm * arm);
    RigidMotion head;
    const auto trust = [&](std::size_t i) { return i >= kFirstEyeCorner ? eyeCorners : 1.0f; };
    for (std::size_t i = 0; i < areas.size(); ++i)
        areas[i].weight *= trust(i);
    std::array<float, kStableLandmarks.size()> residuals{};
    for (int round = 0; round < kReweightings; ++round) {
        head = fit(areas, ridge);
        for (std::size_t i = 0; i < areas.size(); ++i)
            residuals[i] = static_cast<float>(cv::norm(areas[i].motion - head.at(areas[i].at)));
        auto sorted = residuals;
        std::nth_element(sorted.begin(), sorted.begin() + sorted.size() / 2, sorted.end());
        head.residualPx = sorted[sorted.size() / 2];
        // Cauchy weights, width twice the median residual, at least 0.02 px (the flow's own accuracy).
        const float width = std::max(0.02f, 2.0f * head.residualPx);
        for (std::size_t i = 0; i < areas.size(); ++i)
            if (areas[i].weight > 0.0f)
                areas[i].weight = trust(i) / (1.0f + residuals[i] * residuals[i] / (width * width));
    }
    return head;
}

std::array<cv::Vec2f, kRegionCount> regionDisplacement(const cv::Mat& flow, const face::Landmarks& landmarks,
                                                       const RigidMotion& head, bool fixed5) {
    const float radius = regionRadius(face::interocularDistance(landmarks), fixed5);
    std::array<cv::Vec2f, kRegionCount> displacement;
    for (std::size_t i = 0; i < displacement.size(); ++i) {
        const cv::Point2f centre = landmarks[static_cast<std::size_t>(regions()[i].landmark)];
        displacement[i] = regionMean(flow, centre, radius) - head.at(centre);
    }
    return displacement;
}

cv::Mat wantedPixels(const face::Landmarks& landmarks, cv::Size image, bool fixed5) {
    cv::Mat mask = cv::Mat::zeros(image, CV_8UC1);
    const float interocular = face::interocularDistance(landmarks);
    const float radius = std::max(regionRadius(interocular, fixed5), regionRadius(interocular));
    const auto want = [&](int landmark) {
        mask(squareAround(landmarks[static_cast<std::size_t>(landmark)], radius, image)).setTo(255);
    };
    for (const Region& region : regions())
        want(region.landmark);
    for (int landmark : kStableLandmarks)
        want(landmark);
    const float half = 0.5f * static_cast<float>(cv::norm(landmarks[42] - landmarks[39]));
    mask(squareAround(
             0.5f * (landmarks[29] + landmarks[30]),
             0.35f * half + 0.5f * static_cast<float>(cv::norm(landmarks[30] - landmarks[29])) + 1.0f, image))
        .setTo(255);
    return mask;
}

} // namespace mien::motion
