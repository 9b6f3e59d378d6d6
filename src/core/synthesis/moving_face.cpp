// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/moving_face.h"

namespace mien::synthesis {
namespace {

/// Margin against folding: below this the skin looks torn long before it folds.
constexpr double kLeastJacobian = 0.05;

} // namespace

WarpAnatomy::WarpAnatomy(const face::Landmarks& neutral)
    : m_neutral(neutral),
      m_frame(neutral),
      m_lids{EyeLid(m_frame, Half::ImageLeft), EyeLid(m_frame, Half::ImageRight)},
      m_mouth(m_frame) {}

bool WarpAnatomy::folds(const FaceState& state) const {
    return smallestJacobian(m_frame, state) < kLeastJacobian;
}

face::Landmarks WarpAnatomy::landmarksOf(const Pose& pose) const {
    const auto& state = pose.face;
    const auto openings = openingsOf(state);
    face::Landmarks moved = m_neutral;
    for (std::size_t k = 0; k < moved.size(); ++k) {
        const auto neutral = m_frame.landmark(static_cast<int>(k));
        auto p = neutral;
        if (k == 37 || k == 38)
            p = m_lids[0].moved(p, openings.lidClosure[0]);
        else if (k == 43 || k == 44)
            p = m_lids[1].moved(p, openings.lidClosure[1]);
        else if ((k >= 3 && k <= 13) || (k >= 55 && k <= 59) || k >= 65)
            p = m_mouth.moved(p, openings.mouthGap);
        const auto way = m_frame.toImageVector(p + displacementAt(m_frame, state, p) - neutral);
        moved[k] += cv::Point2f(way);
    }
    if (pose.head == HeadPose{})
        return moved;
    const auto head = similarityOf(pose.head, cv::Point2d(m_neutral[30]));
    for (auto& point : moved) {
        const cv::Vec2d turned = head * cv::Vec3d(point.x, point.y, 1.0);
        point = cv::Point2f(static_cast<float>(turned[0]), static_cast<float>(turned[1]));
    }
    return moved;
}

Result<MovingFace> MovingFace::create(const ClipSpec& spec, const face::Landmarks& neutral) {
    WarpAnatomy anatomy(neutral);
    auto performance = Performance::create(spec, anatomy);
    if (!performance)
        return Unexpected(performance.error());
    return MovingFace(std::move(anatomy), std::move(*performance));
}

double smallestJacobian(const FaceFrame& frame, const FaceState& state) {
    const auto box = supportOf(frame, state.actions);
    constexpr double kStep = 0.03;
    double smallest = 1.0;
    for (double y = box.y; y < box.y + box.height; y += kStep) {
        for (double x = box.x; x < box.x + box.width; x += kStep) {
            constexpr double h = 1e-4;
            const auto u = [&](double dx, double dy) {
                return displacementAt(frame, state, {x + dx, y + dy});
            };
            const auto ux = (u(h, 0) - u(-h, 0)) / (2 * h);
            const auto uy = (u(0, h) - u(0, -h)) / (2 * h);
            smallest = std::min(smallest, (1.0 + ux.x) * (1.0 + uy.y) - ux.y * uy.x);
        }
    }
    return smallest;
}

} // namespace mien::synthesis
