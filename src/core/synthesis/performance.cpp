// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/performance.h"

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

/// Intensity E is the strongest that FACS knows; some faces go beyond.
constexpr double kGreatestAmount = 1.6;

} // namespace

Result<Performance> Performance::create(const ClipSpec& spec, const Anatomy& anatomy) {
    if (auto ok = spec.validate(); !ok)
        return Unexpected(ok.error());
    if (faceWidthPx(anatomy.neutral()) < 24.0)
        return fail(ErrorCode::InvalidArgument,
                    "The face is less than 24 pixels wide in the film; raise the size.");
    Performance performance;
    performance.m_spec = spec;
    performance.m_filmPxPerReferencePx = anatomy.filmPxPerReferencePx();
    if (auto ok = performance.scaleExpressions(anatomy); !ok)
        return Unexpected(ok.error());
    if (auto ok = performance.checkFolding(anatomy); !ok)
        return Unexpected(ok.error());
    return performance;
}

Result<void> Performance::scaleExpressions(const Anatomy& anatomy) {
    for (const auto& e : m_spec.expressions) {
        auto actions = actionsOf(e);
        if (e.peakPx > 0.0) {
            // The way grows with the factor, but not quite linearly (a lip that drops leaves its bump):
            // bisect.
            const double wanted = e.peakPx * m_filmPxPerReferencePx;
            const auto reach = [&](double factor) {
                return peakOf(anatomy.expressionLandmarks({scaled(actions, factor), {}}), anatomy.neutral());
            };
            double strongest = 0.0;
            for (const auto& action : actions)
                strongest = std::max(strongest, action.amount);
            double low = 0.0, high = kGreatestAmount / strongest;
            const double most = reach(high) / m_filmPxPerReferencePx;
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

Result<void> Performance::checkFolding(const Anatomy& anatomy) const {
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
            if (anatomy.folds(stateAt(at)))
                return fail(
                    ErrorCode::InvalidArgument,
                    fmt::format(
                        "Expression {} ({}) would fold the skin over in frame {}; lower its strength or "
                        "move it away from the others.",
                        i + 1, e.actionUnits, at.value));
    }
    return {};
}

FaceState Performance::stateAt(FrameIndex frame) const {
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
    state.gaze = gazeAt(m_spec.gaze, frame, m_spec.fps);
    return state;
}

HeadPose Performance::headAt(FrameIndex frame) const {
    using std::numbers::pi;
    const double t = static_cast<double>(frame.value) / m_spec.fps.value();
    // x(t) = A sin(v t / A): speed at most v, never farther than A, and a straight drift while v t is small.
    const double way = m_spec.driftExtentPx * std::sin(m_spec.driftPxPerS * t / m_spec.driftExtentPx) *
                       m_filmPxPerReferencePx;
    const double direction = m_spec.driftDirectionDeg * pi / 180.0;
    return {{way * std::cos(direction), way * std::sin(direction)},
            m_spec.rotationDeg * pi / 180.0 * std::sin(2.0 * pi * t / m_spec.rotationPeriodS)};
}

cv::Matx23d similarityOf(const HeadPose& head, cv::Point2d nose) {
    const double c = std::cos(head.rollRad), s = std::sin(head.rollRad);
    return {c, -s, nose.x - c * nose.x + s * nose.y + head.shiftPx.x,
            s, c,  nose.y - s * nose.x - c * nose.y + head.shiftPx.y};
}

} // namespace mien::synthesis
