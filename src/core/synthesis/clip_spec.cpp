// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/clip_spec.h"

#include "core/synthesis/action_unit_code.h"
#include "core/synthesis/generator.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <numbers>

namespace mien::synthesis {
namespace {

using annotation::ExpressionType;

/// C1 step from 0 at `from` to 1 at `to`.
double raisedCosine(double at, double from, double to) {
    if (to <= from)
        return at >= to ? 1.0 : 0.0;
    const double t = std::clamp((at - from) / (to - from), 0.0, 1.0);
    return 0.5 - 0.5 * std::cos(std::numbers::pi * t);
}

double lengthS(const PlantedExpression& e, Rational fps) {
    return static_cast<double>(e.offset - e.onset + 1) / fps.value();
}

Result<void> invalid(std::string message) {
    return fail(ErrorCode::InvalidArgument, std::move(message));
}

/// Checks every visited field against its own range and choices.
struct RangeCheck {
    std::string problem;

    void operator()(const std::string& value, const OptionInfo& info) {
        if (!info.choices.empty() &&
            std::find(info.choices.begin(), info.choices.end(), value) == info.choices.end())
            problem =
                fmt::format("--{} may be {}, not \"{}\".", info.name, fmt::join(info.choices, " or "), value);
    }
    template <class T>
    void operator()(const T& value, const OptionInfo& info) {
        const auto number = static_cast<double>(value);
        if (!std::isfinite(number) || (info.min < info.max && (number < info.min || number > info.max)))
            problem = fmt::format("--{} must lie between {} and {}; it is {}.", info.name, info.min, info.max,
                                  value);
    }
};

std::string numbersOf(const GeneratorRow& row) {
    std::vector<int> numbers;
    for (const auto& unit : row.units())
        numbers.push_back(unit.number);
    return fmt::format("{}", fmt::join(numbers, ", "));
}

Result<void> checkGenerator(const std::string& name) {
    if (const auto* row = generatorRow(name); row != nullptr)
        return row->load != nullptr ? Result<void>() : invalid(std::string(kNoActors));
    std::vector<std::string_view> names;
    for (const auto& row : generatorRows())
        if (row.load != nullptr)
            names.push_back(row.name);
    return invalid(fmt::format("--generator may be {}, not \"{}\".", fmt::join(names, " or "), name));
}

Result<void> checkExpression(const PlantedExpression& e, std::size_t number, const ClipSpec& spec) {
    const auto who = fmt::format("Expression {} ({})", number + 1, e.actionUnits);
    const auto units = parseActionUnits(e.actionUnits);
    if (!units)
        return invalid(fmt::format("{}: {}", who, units.error().message));
    for (const auto& unit : *units)
        if (const auto& row = *generatorRow(spec.generator); !shows(row, unit.number))
            return invalid(fmt::format("{}: the generator {} cannot show AU {}; it can show {}.", who,
                                       row.name, unit.number, numbersOf(row)));
    if (e.onset.value < 0 || e.onset >= e.apex || e.holdFrames < 0 || e.apex + e.holdFrames >= e.offset)
        return invalid(
            fmt::format("{}: the order must be onset < apex <= end of hold < offset, all from frame 0 on; "
                        "it is {} < {} <= {} < {}.",
                        who, e.onset.value, e.apex.value, e.apex.value + e.holdFrames, e.offset.value));
    if (e.offset.value >= spec.frames)
        return invalid(fmt::format("{}: its offset, frame {}, lies beyond the film, whose last frame is {}.",
                                   who, e.offset.value, spec.frames - 1));
    if (!std::isfinite(e.peakPx) || e.peakPx < 0.0)
        return invalid(
            fmt::format("{}: the peak displacement must be 0 (by intensity) or more pixels.", who));
    if (!std::isfinite(e.amount) || e.amount < 0.0 || e.amount > 1.6)
        return invalid(fmt::format("{}: the amount lies between 0 (by intensity) and 1.6.", who));
    if (e.type == ExpressionType::Micro && lengthS(e, spec.fps) > annotation::kMicroMaxSeconds + 1e-9)
        return invalid(
            fmt::format("{}: a micro-expression lasts at most {} s; this one lasts {:.2f} s. Shorten it or "
                        "call it macro.",
                        who, annotation::kMicroMaxSeconds, lengthS(e, spec.fps)));
    return {};
}

} // namespace

Result<void> ClipSpec::validate() const {
    if (fps.num <= 0 || fps.den <= 0 || fps.value() < 1.0 || fps.value() > 2000.0)
        return invalid(fmt::format("The frame rate must lie between 1 and 2000 frames/s; it is {}/{}.",
                                   fps.num, fps.den));
    RangeCheck check;
    visit(*this, check);
    if (!check.problem.empty())
        return invalid(std::move(check.problem));
    if (auto ok = checkGenerator(generator); !ok)
        return ok;
    if (flow != "none" && !generatorRow(generator)->exactFlow)
        return invalid(fmt::format(
            "The generator \"{}\" does not know its exact flow; use rig, or --flow-truth none.", generator));
    if (name.empty() || name.front() == '.' || name.find_first_of("/\\") != std::string::npos)
        return invalid(fmt::format("--name is a file's name without folder; it is \"{}\".", name));
    if (size % 2 != 0)
        return invalid(fmt::format("--size must be even, as film codecs want it; it is {}.", size));
    for (std::size_t i = 0; i < expressions.size(); ++i)
        if (auto ok = checkExpression(expressions[i], i, *this); !ok)
            return ok;
    for (const auto& blink : blinks)
        if (blink.onset.value < 0 || blink.onset >= blink.closed || blink.closed >= blink.offset ||
            blink.offset.value >= frames)
            return invalid(
                fmt::format("A blink needs onset < closed < offset inside the film; one is {} < {} < {} in a "
                            "film of {} frames.",
                            blink.onset.value, blink.closed.value, blink.offset.value, frames));
    if (!gaze.empty() && !generatorRow(generator)->gaze)
        return invalid(fmt::format("The generator {} does not move the eyes; leave \"gaze\" out or use rig.",
                                   generator));
    for (std::size_t i = 0; i < gaze.size(); ++i)
        if (gaze[i].onset.value < (i == 0 ? 0 : gaze[i - 1].onset.value + 1) ||
            gaze[i].onset.value >= frames || !(std::abs(gaze[i].right) <= 1.0 && std::abs(gaze[i].up) <= 1.0))
            return invalid(
                fmt::format("Shift of gaze {}: shifts come in order inside the film, \"right\" and "
                            "\"up\" lie between -1 and 1.",
                            i + 1));
    return {};
}

ExpressionType typeOf(const PlantedExpression& e, Rational fps) {
    if (e.type)
        return *e.type;
    return lengthS(e, fps) <= annotation::kMicroMaxSeconds + 1e-9 ? ExpressionType::Micro
                                                                  : ExpressionType::Macro;
}

double activation(const PlantedExpression& e, FrameIndex frame) {
    const auto at = static_cast<double>(frame.value);
    const auto apex = static_cast<double>(e.apex.value);
    if (at <= apex)
        return raisedCosine(at, static_cast<double>(e.onset.value), apex);
    return 1.0 -
           raisedCosine(at, apex + static_cast<double>(e.holdFrames), static_cast<double>(e.offset.value));
}

double activation(const PlantedBlink& blink, FrameIndex frame) {
    const auto at = static_cast<double>(frame.value);
    const auto closed = static_cast<double>(blink.closed.value);
    if (at <= closed)
        return raisedCosine(at, static_cast<double>(blink.onset.value), closed);
    return 1.0 - raisedCosine(at, closed, static_cast<double>(blink.offset.value));
}

std::array<double, 2> gazeAt(const std::vector<PlantedGaze>& gaze, FrameIndex frame, Rational fps) {
    // A saccade takes 30 to 60 ms at the sizes in which people glance about (Bahill, Clark and Stark 1975).
    constexpr double kSaccadeS = 0.05;
    std::array<double, 2> at{};
    for (const auto& shift : gaze) {
        const double since = static_cast<double>(frame.value - shift.onset.value) / fps.value();
        const double share = raisedCosine(since, 0.0, kSaccadeS);
        at = {std::lerp(at[0], shift.right, share), std::lerp(at[1], shift.up, share)};
    }
    return at;
}

} // namespace mien::synthesis
