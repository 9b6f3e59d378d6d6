// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/face_warp.h"

#include "core/synthesis/action_unit_table.h"

namespace mien::synthesis {
namespace {

struct Bump {
    cv::Point2d centre, displacement;
    double rx, above, below;
};

Bump bumpOf(const FaceFrame& frame, const Pull& pull, Half half) {
    const bool left = half == Half::ImageLeft;
    const auto a = frame.landmark(left ? pull.landmarkA : mirroredLandmark(pull.landmarkA));
    const auto b = frame.landmark(left ? pull.landmarkB : mirroredLandmark(pull.landmarkB));
    const double out = left ? -1.0 : 1.0; // outward is to the image's left on the left half
    return {(a + b) / 2.0 + cv::Point2d(out * pull.outward, pull.down),
            {out * pull.dx, pull.dy},
            pull.rx,
            pull.above,
            pull.below};
}

/// (1 - r²)³ inside the ellipse, 0 outside: C2, compact support.
double weight(const Bump& bump, cv::Point2d p) {
    const double x = (p.x - bump.centre.x) / bump.rx;
    const double y = p.y - bump.centre.y;
    const double v = y / (y < 0.0 ? bump.above : bump.below);
    const double s = 1.0 - x * x - v * v;
    return s > 0.0 ? s * s * s : 0.0;
}

} // namespace

int mirroredLandmark(int k) {
    static constexpr int kMirror[68] = {16, 15, 14, 13, 12, 11, 10, 9,  8,  7,  6,  5,  4,  3,  2,  1,  0,
                                        26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 27, 28, 29, 30, 35, 34, 33,
                                        32, 31, 45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40, 54, 53, 52,
                                        51, 50, 49, 48, 59, 58, 57, 56, 55, 64, 63, 62, 61, 60, 67, 66, 65};
    return kMirror[k];
}

Openings openingsOf(const FaceState& state) {
    Openings openings{0.0, state.blink};
    for (const auto& action : state.actions) {
        const auto* row = actionUnitRow(action.actionUnit);
        openings.mouthGap += 0.5 * row->mouthGap * action.amount; // each half opens half the mouth
        openings.lidClosure[static_cast<std::size_t>(action.half)] += row->lidClosure * action.amount;
    }
    for (double& closure : openings.lidClosure)
        closure = std::clamp(closure, 0.0, 1.0);
    return openings;
}

cv::Point2d displacementAt(const FaceFrame& frame, const FaceState& state, cv::Point2d face) {
    cv::Point2d sum;
    for (const auto& action : state.actions)
        for (const auto& pull : actionUnitRow(action.actionUnit)->pulls) {
            const auto bump = bumpOf(frame, pull, action.half);
            sum += bump.displacement * (weight(bump, face) * action.amount);
        }
    return sum;
}

cv::Rect2d supportOf(const FaceFrame& frame, const std::vector<HalfAction>& actions) {
    cv::Rect2d box;
    for (const auto& action : actions)
        for (const auto& pull : actionUnitRow(action.actionUnit)->pulls) {
            const auto b = bumpOf(frame, pull, action.half);
            box |= cv::Rect2d(b.centre.x - b.rx, b.centre.y - b.above, 2 * b.rx, b.above + b.below);
        }
    return box;
}

} // namespace mien::synthesis
