// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/scm_clip.h"

#include "core/synthesis/generator.h"

#include <fmt/format.h>

namespace mien::synthesis {
namespace {

using annotation::ExpressionType;
using annotation::Side;

std::string codeOf(const UnitState& state) {
    return fmt::format("{}{}",
                       state.side == Side::Left    ? "L"
                       : state.side == Side::Right ? "R"
                                                   : "",
                       state.unit);
}

struct Window {
    std::int64_t first, last;
};

/// The frames that an episode may use. It depends on the episode alone, not on its units: a twin with other
/// units keeps the frames of those that stay.
Window windowOf(const Episode& episode, const ClipSpec& clip) {
    const double fps = clip.fps.value();
    if (episode.type == ExpressionType::Macro)
        return {0, clip.frames - 1};
    const auto most = static_cast<std::int64_t>(std::floor(annotation::kMicroMaxSeconds * fps + 1e-9));
    const double middle = 0.5 * (episode.timing.onsetS + episode.timing.offsetS) * fps;
    const auto first = std::clamp<std::int64_t>(std::llround(middle - 0.5 * static_cast<double>(most - 1)), 0,
                                                std::max<std::int64_t>(0, clip.frames - most));
    return {first, first + most - 1};
}

PlantedExpression plantedFrom(const UnitEvent& event, const Episode& episode, const ClipSpec& clip,
                              double strength) {
    const double fps = clip.fps.value();
    const auto window = windowOf(episode, clip);
    const auto frameAt = [&](double s) { return static_cast<std::int64_t>(std::llround(s * fps)); };
    PlantedExpression e;
    e.actionUnits = codeOf(event.state);
    e.intensity = letterOf(event.state.level);
    e.amount = strength * amountOf(event.state.level);
    e.type = episode.type;
    e.onset = {std::clamp(frameAt(event.timing.onsetS), window.first, window.last - 2)};
    e.offset = {std::clamp(frameAt(event.timing.offsetS), e.onset.value + 2, window.last)};
    e.apex = {std::clamp(frameAt(event.timing.apexS), e.onset.value + 1, e.offset.value - 1)};
    e.holdFrames =
        std::clamp<std::int64_t>(frameAt(event.timing.holdS), 0, e.offset.value - 1 - e.apex.value);
    return e;
}

} // namespace

Result<ClipSpec> clipOf(const Sample& sample, const ClipSpec& frame, double strength) {
    ClipSpec clip = frame;
    const double fps = clip.fps.value();
    if (std::floor(0.5 * fps + 1e-9) < 3.0 || clip.frames < 4)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("At {:.3g} frames/s a micro-expression has fewer than three frames; use 6 or more.",
                        fps));
    clip.seed = sample.noise.seedOf("sensor") >> 12; // stays exact in any JSON reader
    clip.faceFraction = sample.camera.faceFraction;
    clip.noiseSigma = sample.camera.noiseSigma;
    clip.light = sample.light.gain;
    clip.flickerAmplitude = sample.light.flicker;
    clip.flickerHz = sample.light.flickerHz;
    clip.driftPxPerS = sample.head.pxPerS;
    clip.driftDirectionDeg = sample.head.directionDeg;
    clip.driftExtentPx = sample.head.extentPx;
    clip.rotationDeg = sample.head.rollDeg;
    clip.rotationPeriodS = sample.head.rollPeriodS;
    clip.expressions.clear();
    clip.blinks.clear();
    clip.gaze.clear();
    for (const auto& episode : sample.episodes)
        for (const auto& event : episode.units)
            clip.expressions.push_back(plantedFrom(event, episode, clip, strength));
    const auto frameAt = [&](double s) { return static_cast<std::int64_t>(std::llround(s * fps)); };
    for (const auto& syllable : sample.speech) {
        PlantedExpression e;
        e.actionUnits = std::to_string(syllable.unit);
        e.amount = strength * syllable.amount;
        e.speech = true;
        e.onset = {frameAt(syllable.onsetS)};
        e.apex = {std::max(e.onset.value + 1, frameAt(syllable.apexS))};
        e.offset = {std::max(e.apex.value + 1, frameAt(syllable.offsetS))};
        if (e.offset.value < clip.frames)
            clip.expressions.push_back(e);
    }
    for (const auto& blink : sample.blinks) {
        PlantedBlink b;
        b.onset = {frameAt(blink.onsetS)};
        b.closed = {std::max(b.onset.value + 1, frameAt(blink.closedS))};
        b.offset = {std::max(b.closed.value + 1, frameAt(blink.offsetS))};
        if (b.offset.value < clip.frames)
            clip.blinks.push_back(b);
    }
    if (const auto* row = generatorRow(clip.generator); row != nullptr && row->gaze)
        for (const auto& shift : sample.gaze) {
            const PlantedGaze g{{frameAt(shift.onsetS)}, shift.right, shift.up};
            const bool later = clip.gaze.empty() || g.onset > clip.gaze.back().onset;
            if (later && g.onset.value < clip.frames)
                clip.gaze.push_back(g);
        }
    return clip;
}

std::vector<std::optional<EpisodeFrames>> episodeFrames(const Sample& sample, const ClipSpec& clip) {
    std::vector<std::optional<EpisodeFrames>> all;
    for (const auto& episode : sample.episodes) {
        auto& whole = all.emplace_back();
        double strongest = -1.0;
        for (const auto& event : episode.units) {
            const auto e = plantedFrom(event, episode, clip, 1.0);
            const auto code = codeOf(event.state) + std::string(nameOf(e.intensity));
            if (!whole) {
                whole = EpisodeFrames{e.onset, e.apex, e.offset, code, event.state.side};
                strongest = event.state.level;
                continue;
            }
            whole->onset = std::min(whole->onset, e.onset);
            whole->offset = std::max(whole->offset, e.offset);
            whole->actionUnits += "+" + code;
            if (whole->side != event.state.side)
                whole->side = Side::Asymmetric;
            if (event.state.level > strongest) {
                strongest = event.state.level;
                whole->apex = e.apex;
            }
        }
    }
    return all;
}

} // namespace mien::synthesis
