// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stretch_motion.h"

#include "core/motion/mdmo.h"
#include "core/motion/optical_flow.h"
#include "core/motion/rigid_motion.h"

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

void divide(std::array<cv::Vec2f, motion::kRegionCount>& vectors, float by) {
    for (cv::Vec2f& v : vectors)
        v = v / by;
}

} // namespace

Result<std::vector<motion::FrameMotion>> measureStretch(const Stretch& stretch,
                                                        const StretchMotionOptions& options) {
    std::vector<motion::FrameMotion> measured(stretch.frames.size());
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
        return measured;

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
        divide(m.displacement, eyes);
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
    return measured;
}

} // namespace mien::pipeline
