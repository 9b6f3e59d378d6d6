// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stretch_motion.h"

#include "core/motion/mdmo.h"
#include "core/motion/optical_flow.h"
#include "core/motion/rigid_motion.h"
#include "core/pipeline/landmark_check.h"

namespace mien::pipeline {
namespace {

using face::Landmarks;

float gap(const Landmarks& p, int a, int b) {
    return static_cast<float>(cv::norm(p[static_cast<std::size_t>(a)] - p[static_cast<std::size_t>(b)]));
}

/// Lid gap over eye width, mean of both eyes (the eye aspect ratio of Soukupová and Čech 2016).
float eyeOpening(const Landmarks& p) {
    const float left = (gap(p, 37, 41) + gap(p, 38, 40)) / std::max(1e-3f, 2.0f * gap(p, 36, 39));
    const float right = (gap(p, 43, 47) + gap(p, 44, 46)) / std::max(1e-3f, 2.0f * gap(p, 42, 45));
    return 0.5f * (left + right);
}

/// How far eye corners may be believed to rest where the lids are `now` as far open and were `before`: they
/// are dragged along where the opening has changed by more than an eighth.
float cornersAtRest(float now, float before) {
    constexpr float kRest = 0.12f, kDragged = 0.3f, kLeast = 0.05f;
    const float change = std::abs(std::log(std::max(now, 1e-3f) / std::max(before, 1e-3f)));
    return std::clamp(1.0f - (change - kRest) / (kDragged - kRest), kLeast, 1.0f);
}

void divide(std::array<cv::Vec2f, motion::kRegionCount>& vectors, float by) {
    for (cv::Vec2f& v : vectors)
        v = v / by;
}

} // namespace

Result<StretchMotion> measureStretch(const Stretch& stretch, const StretchMotionOptions& options) {
    StretchMotion result;
    result.frames.resize(stretch.frames.size());
    result.astray.resize(stretch.frames.size());
    auto& measured = result.frames;
    for (std::size_t i = 0; i < measured.size(); ++i) {
        const face::FaceObservation& seen = stretch.frames[i].seen;
        motion::FrameMotion& m = measured[i];
        m.frame = seen.frame;
        m.state = seen.state;
        if (seen.state == face::Scorability::NoFace)
            continue;
        m.eyeOpening = eyeOpening(seen.raw);
        m.mouthOpening = gap(seen.raw, 62, 66) / std::max(1e-3f, face::interocularDistance(seen.landmarks));
    }
    if (!stretch.scorable())
        return result;

    auto fromReference = motion::makeFlow(options.flow);
    if (!fromReference)
        return Unexpected(std::move(fromReference).error());
    auto fromPrevious = motion::makeFlow(options.flow);
    if (!fromPrevious)
        return Unexpected(std::move(fromPrevious).error());
    const cv::Mat wanted =
        motion::wantedPixels(stretch.referenceLandmarks, stretch.referenceCrop.size(), options.fixedRadius);
    (*fromReference)->setMask(wanted);
    (*fromPrevious)->setMask(wanted);

    const float eyes = face::interocularDistance(stretch.referenceLandmarks);
    cv::Mat flow;
    const float openingBefore = eyeOpening(stretch.reference.raw);
    cv::Vec2f headBefore{0, 0};
    for (std::size_t i = 0; i < measured.size(); ++i) {
        motion::FrameMotion& m = measured[i];
        const bool isReference = i == 0 && !stretch.chained;
        m.newStretch = i == 0;
        if (isReference)
            continue;
        auto next = (*fromReference)->compute(stretch.referenceCrop, stretch.frames[i].crop, flow);
        if (!next)
            return Unexpected(std::move(next).error());
        flow = *std::move(next);
        const motion::RigidMotion head = motion::rigidMotion(flow, stretch.referenceLandmarks);
        m.displacement =
            motion::regionDisplacement(flow, stretch.referenceLandmarks, head, options.fixedRadius);
        motion::RigidMotion upper =
            head; // a blink is no movement of brows; below, eye corners steady the fit
        if (const float trust = cornersAtRest(m.eyeOpening, openingBefore); trust < 1.0f) {
            upper = motion::rigidMotion(flow, stretch.referenceLandmarks, trust);
            const auto seen =
                motion::regionDisplacement(flow, stretch.referenceLandmarks, upper, options.fixedRadius);
            for (std::size_t r = 0; r < seen.size(); ++r)
                if (motion::isUpperFace(r))
                    m.displacement[r] = seen[r];
        }
        divide(m.displacement, eyes);
        RegionVectors claimed = stretch.frames[i].position;
        for (std::size_t r = 0; r < claimed.size(); ++r)
            claimed[r] -= stretch.referencePosition[r];
        result.astray[i] = strayedLandmarks(
            {stretch.referenceCrop, stretch.frames[i].crop, stretch.referenceLandmarks, eyes}, upper,
            m.displacement, claimed, options.fixedRadius);
        const cv::Vec2f headNow = head.at(stretch.referenceLandmarks[30]);
        m.head = (headNow - headBefore) / eyes;
        headBefore = headNow;

        if (options.frameToFrame) {
            const cv::Mat& before = i == 0 ? stretch.referenceCrop : stretch.frames[i - 1].crop;
            auto step = (*fromPrevious)->compute(before, stretch.frames[i].crop);
            if (!step)
                return Unexpected(std::move(step).error());
            m.motion = motion::regionMotion(*step, stretch.referenceLandmarks, options.fixedRadius);
            divide(m.motion, eyes);
        }
    }
    return result;
}

} // namespace mien::pipeline
