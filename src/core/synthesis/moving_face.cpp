// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/moving_face.h"

#include "core/synthesis/action_unit_code.h"

#include <fmt/format.h>

#include <numbers>

namespace mien::synthesis {
namespace {

using annotation::Side;

void add(std::vector<HalfAction>& actions, const HalfAction& action) {
    const auto same = std::find_if(actions.begin(), actions.end(), [&](const HalfAction& a) {
        return a.actionUnit == action.actionUnit && a.half == action.half;
    });
    if (same == actions.end())
        actions.push_back(action);
    else
        same->amount += action.amount;
}

std::vector<HalfAction> actionsOf(const PlantedExpression& e) {
    std::vector<HalfAction> actions;
    const auto units = parseActionUnits(e.actionUnits); // validated before
    for (const auto& unit : *units) {
        const auto intensity =
            unit.intensity == annotation::Intensity::Unscored ? e.intensity : unit.intensity;
        const bool continuous = e.amount > 0.0 && unit.intensity == annotation::Intensity::Unscored;
        const double amount = continuous ? e.amount : fractionOf(intensity);
        // The subject's left is the image's right: portraits are not mirrored.
        if (unit.side != Side::Left)
            add(actions, {unit.number, Half::ImageLeft, amount});
        if (unit.side != Side::Right)
            add(actions, {unit.number, Half::ImageRight, amount});
    }
    return actions;
}

std::vector<HalfAction> scaled(std::vector<HalfAction> actions, double factor) {
    for (auto& action : actions)
        action.amount *= factor;
    return actions;
}

/// The largest movement of a region landmark, film pixels.
double peakOf(const face::Landmarks& moved, const face::Landmarks& neutral) {
    double peak = 0.0;
    for (const auto k : kRegionLandmarks)
        peak = std::max(peak, cv::norm(cv::Point2d(moved[k] - neutral[k])));
    return peak;
}

/// Margin against folding: below this the skin looks torn long before it folds.
constexpr double kLeastJacobian = 0.05;
/// Intensity E is the strongest that FACS knows; some faces go beyond.
constexpr double kGreatestAmount = 1.6;

} // namespace

MovingFace::MovingFace(const ClipSpec& spec, const face::Landmarks& neutral)
    : m_spec(spec),
      m_neutral(neutral),
      m_frame(neutral),
      m_lids{EyeLid(m_frame, Half::ImageLeft), EyeLid(m_frame, Half::ImageRight)},
      m_mouth(m_frame) {}

Result<MovingFace> MovingFace::create(const ClipSpec& spec, const face::Landmarks& neutral) {
    if (auto ok = spec.validate(); !ok)
        return Unexpected(ok.error());
    if (faceWidthPx(neutral) < 24.0)
        return fail(ErrorCode::InvalidArgument,
                    "The face is less than 24 pixels wide in the film; raise the size.");
    MovingFace face(spec, neutral);
    if (auto ok = face.scaleExpressions(); !ok)
        return Unexpected(ok.error());
    if (auto ok = face.checkFolding(); !ok)
        return Unexpected(ok.error());
    return face;
}

double MovingFace::filmPxPerReferencePx() const {
    return faceWidthPx(m_neutral) / kReferenceFaceWidthPx;
}

Result<void> MovingFace::scaleExpressions() {
    for (const auto& e : m_spec.expressions) {
        auto actions = actionsOf(e);
        if (e.peakPx > 0.0) {
            // The way grows with the factor, but not quite linearly (a lip that drops leaves its bump):
            // bisect.
            const double wanted = e.peakPx * filmPxPerReferencePx();
            const auto reach = [&](double factor) {
                return peakOf(expressionLandmarks({scaled(actions, factor), {}}), m_neutral);
            };
            double strongest = 0.0;
            for (const auto& action : actions)
                strongest = std::max(strongest, action.amount);
            double low = 0.0, high = kGreatestAmount / strongest;
            const double most = reach(high) / filmPxPerReferencePx();
            if (most < 1e-3)
                return fail(
                    ErrorCode::InvalidArgument,
                    fmt::format("AU {} moves none of the 12 regions, so it has no peak displacement; give an "
                                "intensity instead.",
                                e.actionUnits));
            if (most < e.peakPx)
                return fail(
                    ErrorCode::InvalidArgument,
                    fmt::format("AU {} moves at most {:.1f} px at 256 px face width; {:.1f} px are asked.",
                                e.actionUnits, most, e.peakPx));
            for (int i = 0; i < 60; ++i) {
                const double middle = 0.5 * (low + high);
                (reach(middle) < wanted ? low : high) = middle;
            }
            actions = scaled(std::move(actions), 0.5 * (low + high));
        }
        for (const auto& action : actions)
            if (std::none_of(m_repertoire.begin(), m_repertoire.end(), [&](const HalfAction& a) {
                    return a.actionUnit == action.actionUnit && a.half == action.half;
                }))
                m_repertoire.push_back({action.actionUnit, action.half, 1.0});
        m_full.push_back(std::move(actions));
    }
    std::sort(m_repertoire.begin(), m_repertoire.end(), [](const HalfAction& a, const HalfAction& b) {
        return std::pair(a.actionUnit, a.half) < std::pair(b.actionUnit, b.half);
    });
    return {};
}

Result<void> MovingFace::checkFolding() const {
    for (std::size_t i = 0; i < m_spec.expressions.size(); ++i) {
        const auto& e = m_spec.expressions[i];
        bool overlaps = false;
        for (std::size_t k = 0; k < m_spec.expressions.size(); ++k) {
            const auto& other = m_spec.expressions[k];
            overlaps |= k != i && other.onset <= e.offset && e.onset <= other.offset;
        }
        const auto first = overlaps ? e.onset : e.apex;
        const auto last = overlaps ? e.offset : e.apex;
        for (auto at = first; at <= last; at = at + 1)
            if (smallestJacobian(m_frame, stateAt(at)) < kLeastJacobian)
                return fail(
                    ErrorCode::InvalidArgument,
                    fmt::format(
                        "Expression {} ({}) would fold the skin over in frame {}; lower its strength or "
                        "move it away from the others.",
                        i + 1, e.actionUnits, at.value));
    }
    return {};
}

FaceState MovingFace::stateAt(FrameIndex frame) const {
    FaceState state;
    for (std::size_t i = 0; i < m_full.size(); ++i) {
        const double share = activation(m_spec.expressions[i], frame);
        if (share > 0.0)
            for (const auto& action : m_full[i])
                add(state.actions, {action.actionUnit, action.half, share * action.amount});
    }
    for (const auto& blink : m_spec.blinks)
        for (double& closure : state.blink)
            closure = std::max(closure, activation(blink, frame));
    return state;
}

face::Landmarks MovingFace::expressionLandmarks(const FaceState& state) const {
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
    return moved;
}

face::Landmarks MovingFace::landmarksAt(FrameIndex frame) const {
    auto landmarks = expressionLandmarks(stateAt(frame));
    const auto head = headAt(frame);
    for (auto& point : landmarks) {
        const cv::Vec2d moved = head * cv::Vec3d(point.x, point.y, 1.0);
        point = cv::Point2f(static_cast<float>(moved[0]), static_cast<float>(moved[1]));
    }
    return landmarks;
}

cv::Matx23d MovingFace::headAt(FrameIndex frame) const {
    using std::numbers::pi;
    const double t = static_cast<double>(frame.value) / m_spec.fps.value();
    // x(t) = A sin(v t / A): speed at most v, never farther than A, and a straight drift while v t is small.
    const double way = m_spec.driftExtentPx * std::sin(m_spec.driftPxPerS * t / m_spec.driftExtentPx) *
                       filmPxPerReferencePx();
    const double direction = m_spec.driftDirectionDeg * pi / 180.0;
    const double angle = m_spec.rotationDeg * pi / 180.0 * std::sin(2.0 * pi * t / m_spec.rotationPeriodS);
    const double c = std::cos(angle), s = std::sin(angle);
    const cv::Point2d pivot(m_neutral[30]);
    return {c, -s, pivot.x - c * pivot.x + s * pivot.y + way * std::cos(direction),
            s, c,  pivot.y - s * pivot.x - c * pivot.y + way * std::sin(direction)};
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
