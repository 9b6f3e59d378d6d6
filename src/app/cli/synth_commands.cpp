// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/media_options.h"
#include "app/cli/text_table.h"
#include "core/synthesis/clip_json.h"
#include "core/synthesis/render_clip.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

using namespace synthesis;

struct SynthState {
    ClipSpec spec;
    std::string specFile, out, units = "12", intensity = "C";
    std::optional<Rational> fps;
    double peakPx = 0.0;
    std::int64_t onset = -1, apex = -1, offset = -1, hold = 0;
};

/// One expression in the middle of the clip, unless the flags say otherwise.
Result<PlantedExpression> expressionOf(const SynthState& s) {
    PlantedExpression e;
    e.actionUnits = s.units;
    std::replace(e.actionUnits.begin(), e.actionUnits.end(), ',', '+');
    const auto intensity = annotation::intensityFrom(s.intensity);
    if (!intensity || *intensity == annotation::Intensity::Unscored)
        return fail(ErrorCode::InvalidArgument, "--intensity is one of A, B, C, D, E.");
    e.intensity = *intensity;
    e.peakPx = s.peakPx;
    e.holdFrames = s.hold;
    e.onset = {s.onset >= 0 ? s.onset : s.spec.frames / 4};
    e.offset = {s.offset >= 0 ? s.offset : s.spec.frames * 3 / 4};
    e.apex = {s.apex >= 0 ? s.apex : (e.onset.value + e.offset.value) / 2};
    return e;
}

Result<ClipSpec> specOf(const SynthState& s, std::optional<std::uint64_t> seed) {
    if (!s.specFile.empty()) {
        auto spec = readClipSpec(s.specFile);
        if (spec && seed)
            spec->seed = *seed;
        return spec;
    }
    auto spec = s.spec;
    if (spec.source.empty())
        return fail(ErrorCode::InvalidArgument, "--source names the portrait, or --spec a file that does.");
    spec.seed = seed.value_or(0);
    if (s.fps)
        spec.fps = *s.fps;
    const auto expression = expressionOf(s);
    if (!expression)
        return Unexpected(expression.error());
    spec.expressions = {*expression};
    return spec;
}

Output outputOf(const ClipTruth& truth, const std::string& folder) {
    Output out;
    out.json = {{"out", folder},
                {"film", truth.film.filename().string()},
                {"film_sha256", truth.filmSha256},
                {"face_width_px", truth.faceWidthPx},
                {"events", Json::array()}};
    TextTable table({"type", "onset", "apex", "offset", "action units", "peak px"});
    for (const auto& planted : truth.events) {
        const auto& e = planted.event;
        const auto apex = e.apex.value_or(e.onset).value;
        const double rate = truth.spec.fps.value();
        out.json["events"].push_back({{"type", nameOf(e.type)},
                                      {"onset", e.onset.value},
                                      {"apex", apex},
                                      {"offset", e.offset.value},
                                      {"onset_s", static_cast<double>(e.onset.value) / rate},
                                      {"apex_s", static_cast<double>(apex) / rate},
                                      {"offset_s", static_cast<double>(e.offset.value) / rate},
                                      {"action_units", e.actionUnits},
                                      {"peak_px", planted.peakPx()}});
        table.add({std::string(nameOf(e.type)), std::to_string(e.onset.value), std::to_string(apex),
                   std::to_string(e.offset.value), e.actionUnits, fmt::format("{:.2f}", planted.peakPx())});
    }
    out.text = table.text() + fmt::format("{} frames → {}\n", truth.spec.frames, folder);
    return out;
}

} // namespace

Run declareSynthClip(Verb& verb) {
    auto s = Verb::state<SynthState>();
    verb.option("--source", s->spec.source, "the portrait: an image, or a film").typeName("IMAGE");
    verb.required("--out", s->out, "the folder to write film and truth into").typeName("DIR");
    verb.option("--spec", s->specFile, "a JSON file that says everything instead of the other flags");
    verb.option("--au", s->units, "action units, e.g. 12 or 1,2 or L14").showDefault();
    verb.option("--intensity", s->intensity, "A … E, of the units that carry none").showDefault();
    verb.option("--peak-px", s->peakPx, "scale so that the fastest region moves this far; 0: by intensity");
    verb.option("--onset", s->onset, "first frame of the expression; -1: a quarter of the clip");
    verb.option("--apex", s->apex, "frame of its greatest extent; -1: the middle");
    verb.option("--offset", s->offset, "last frame of the expression; -1: three quarters of the clip");
    verb.option("--hold", s->hold, "frames that the apex is held");
    verb.rate("--fps", s->fps, "frame rate, 24 where it is not given");
    verb.options(s->spec);
    return [s](Context& context) -> Result<Output> {
        const auto spec = specOf(*s, context.global.seed);
        if (!spec)
            return Unexpected(spec.error());
        if (const auto valid = spec->validate(); !valid)
            return Unexpected(valid.error());
        const auto truth = context.timed(
            "render", [&] { return renderClip(*spec, s->out, context.job, context.commandLine); });
        if (!truth)
            return Unexpected(truth.error());
        auto output = outputOf(*truth, s->out);
        output.seed = spec->seed;
        return output;
    };
}

} // namespace mien::cli
