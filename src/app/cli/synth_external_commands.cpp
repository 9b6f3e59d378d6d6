// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/text_table.h"
#include "core/pipeline/external_set.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mien::cli {
namespace {

using namespace pipeline;

struct SynthExternalState {
    std::vector<std::string> sources;
    std::string out;
    std::optional<Rational> fps;
    ExternalSpec spec;
    synthesis::ExternalModelOptions model;
};

Json toJson(const ExternalClip& clip, const std::filesystem::path& folder, double fps) {
    Json rejected = Json::array();
    for (const auto& film : clip.rejected)
        rejected.push_back(
            {{"attempt", film.attempt}, {"reasons", film.reasons}, {"sentences", film.sentences}});
    Json out{{"id", clip.task.id},
             {"subject", clip.task.subject},
             {"emotion", clip.task.label},
             {"elicited", clip.task.elicited},
             {"action_units", clip.task.actionUnits()},
             {"units_unseen", clip.unseen},
             {"accepted", clip.accepted},
             {"was_there", clip.wasThere},
             {"film", nullptr},
             {"measured", nullptr},
             {"rejected", std::move(rejected)}};
    if (clip.accepted)
        out["film"] = clip.film.lexically_relative(folder).generic_string();
    if (const auto& e = clip.measured) {
        const auto seconds = [fps](FrameIndex frame) { return static_cast<double>(frame.value) / fps; };
        out["measured"] = {{"type", nameOf(e->type)},        {"onset", e->onset.value},
                           {"apex", e->apex.value},          {"offset", e->offset.value},
                           {"onset_s", seconds(e->onset)},   {"apex_s", seconds(e->apex)},
                           {"offset_s", seconds(e->offset)}, {"duration_s", clip.durationS}};
    }
    return out;
}

Output outputOf(const ExternalOutcome& outcome, const ExternalSpec& spec, const std::string& folder) {
    Output out;
    out.json = {{"out", folder},
                {"accepted", outcome.accepted()},
                {"films_asked_for", outcome.films()},
                {"frames_are", "measured"},
                {"clips", Json::array()}};
    TextTable table({"clip", "action units", "emotion", "attempts", "type", "onset", "apex", "offset"});
    std::string refused;
    for (const auto& clip : outcome.clips) {
        out.json["clips"].push_back(toJson(clip, folder, spec.fps.value()));
        const auto attempts = std::to_string(clip.rejected.size() + (clip.accepted ? 1 : 0));
        if (clip.accepted && clip.measured)
            table.add({clip.task.id, clip.task.actionUnits(), clip.task.label, attempts,
                       std::string(nameOf(clip.measured->type)), std::to_string(clip.measured->onset.value),
                       std::to_string(clip.measured->apex.value),
                       std::to_string(clip.measured->offset.value)});
        else
            table.add({clip.task.id, clip.task.actionUnits(), clip.task.label, attempts, "none passed", "",
                       "", ""});
        if (!clip.unseen.empty())
            refused +=
                fmt::format("{}: nothing is seen of AU {}\n", clip.task.id, fmt::join(clip.unseen, ", "));
        for (const auto& film : clip.rejected)
            refused += fmt::format("{} attempt {}: {}\n", clip.task.id, film.attempt,
                                   fmt::join(film.sentences, " "));
    }
    out.text = table.text() + refused +
               fmt::format("{} of {} clips → {} (onset, apex and offset are measured)\n", outcome.accepted(),
                           outcome.clips.size(), folder);
    out.seed = spec.seed;
    if (outcome.accepted() == 0)
        out.exitCode = kBadInput;
    return out;
}

} // namespace

Run declareSynthExternal(Verb& verb) {
    auto s = Verb::state<SynthExternalState>();
    verb.required("--source", s->sources, "portraits: images or films; each is a person").typeName("IMAGE");
    verb.required("--out", s->out, "the folder for the clips; a run that was stopped goes on")
        .typeName("DIR");
    verb.option("--emotion", s->spec.emotions, "emotions, one clip each in turn; otherwise all of the table")
        .separatedBy(',');
    verb.rate("--fps", s->fps, "frame rate, 24 where it is not given");
    verb.options(s->model);
    verb.options(s->spec);
    return [s](Context& context) -> Result<Output> {
        auto& spec = s->spec;
        spec.sources.assign(s->sources.begin(), s->sources.end());
        spec.seed = context.global.seed.value_or(0);
        if (s->fps)
            spec.fps = *s->fps;
        if (const auto valid = spec.validate(); !valid)
            return Unexpected(valid.error());
        const auto model = synthesis::makeExternalModel(s->model);
        if (!model)
            return Unexpected(model.error());
        const auto outcome = context.timed("films", [&] {
            return makeExternalSet(spec, **model, s->out, {}, context.job, context.commandLine);
        });
        if (!outcome)
            return Unexpected(outcome.error());
        return outputOf(*outcome, spec, s->out);
    };
}

} // namespace mien::cli
