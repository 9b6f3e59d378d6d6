// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "core/synthesis/dataset_write.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

namespace mien::cli {
namespace {

using namespace synthesis;

constexpr const char* kProgram = "mien " MIEN_VERSION;

Result<Output> write(Context& context, const DatasetSpec& spec, const std::string& folder) {
    const auto made = context.timed(
        "render", [&] { return writeDataset(spec, folder, context.job, kProgram, context.commandLine); });
    if (!made)
        return Unexpected(made.error());
    Output out;
    out.seed = spec.scm.seed;
    out.json = {{"out", folder},
                {"clips", made->clips},
                {"missing_strata", made->missingStrata},
                {"measured", made->measured},
                {"manifest_sha256", made->manifestSha256}};
    TextTable table({"planted link", "class", "in", "strength", "with class", "without"});
    for (const auto& link : made->measured["links"]) {
        const auto share = [](const Json& value) {
            return value.is_number() ? fmt::format("{:.2f}", value.get<double>()) : std::string("-");
        };
        table.add({link["link"], link["class"], link["in"], share(link["strength"]),
                   share(link["shown_with_class"]), share(link["shown_without_class"])});
    }
    out.text = made->measured["links"].empty() ? std::string() : table.text();
    if (!made->missingStrata.empty())
        out.text += fmt::format("Nobody belongs to: {}\n", fmt::join(made->missingStrata, "; "));
    out.text += fmt::format("{} clips, {} rendered now → {}\n", made->clips, made->rendered, folder);
    return out;
}

struct FilmState {
    std::vector<std::string> sources;
    std::string out, generator = "warp", codec = "h264", table = "facs-prototypes";
    std::optional<Rational> fps;
    double seconds = 120.0, microShare = 0.4, speech = 0.05, blinks = 14.0, head = 4.0;
    int expressions = 20, films = 1, people = 1, size = 384;
};

/// One folder of stills: each a person. A rig: as many people as asked for. Else every source is a person.
Json peopleOf(const FilmState& s) {
    Json people = Json::array();
    const bool rig = s.generator == "rig";
    if (!rig && s.sources.size() == 1 && std::filesystem::is_directory(s.sources.front()))
        return {{"folder", s.sources.front()}};
    for (const auto& source : s.sources)
        for (int i = 1; i <= (rig ? s.people : 1); ++i) {
            Json portrait{{"source", source}};
            if (rig)
                portrait["identity"] = i;
            people.push_back({{"id", fmt::format("p{:03}", people.size() + 1)}, {"portraits", {portrait}}});
        }
    return people;
}

/// The preset "film" as the flags change it.
Json filmJson(const FilmState& s, std::uint64_t seed) {
    const auto fps = s.fps.value_or(Rational{30, 1});
    return {
        {"name", "film"},
        {"preset", "film"},
        {"seed", seed},
        {"generator", s.generator},
        {"people", peopleOf(s)},
        {"emotion_table", s.table},
        {"counts", {{"clips", s.films}}},
        {"film",
         {{"frames", static_cast<std::int64_t>(std::llround(s.seconds * fps.value()))},
          {"fps", fmt::format("{}/{}", fps.num, fps.den)},
          {"size", s.size},
          {"codec", s.codec}}},
        {"expressions", {{"per_film", s.expressions}, {"micro_share", s.microShare}}},
        {"nuisance",
         {{"speech_share", s.speech}, {"blinks_per_minute", s.blinks}, {"head_px_per_s", {0.0, s.head}}}}};
}

} // namespace

Run declareSynthDataset(Verb& verb) {
    struct State {
        std::string spec, out;
    };
    auto s = Verb::state<State>();
    verb.required("--spec", s->spec, "what to make, a JSON file (docs/formats/synth-dataset.md)")
        .typeName("FILE");
    verb.required("--out", s->out, "the folder of the dataset; a run that was stopped goes on")
        .typeName("DIR");
    return [s](Context& context) -> Result<Output> {
        const auto spec = readDatasetSpec(s->spec, context.global.seed);
        if (!spec)
            return Unexpected(spec.error());
        return write(context, *spec, s->out);
    };
}

Run declareSynthFilm(Verb& verb) {
    auto s = Verb::state<FilmState>();
    verb.required("--source", s->sources,
                  "portraits: images or films, each a person; a folder of images; or a face rig's folder")
        .typeName("IMAGE");
    verb.required("--out", s->out, "the folder to write films and truth into").typeName("DIR");
    verb.option("--people", s->people, "how many people a rig shows").range(1, 1'000'000);
    verb.option("--films", s->films, "films of each person").range(1, 100'000);
    verb.option("--seconds", s->seconds, "length of a film").range(1.0, 1e6);
    verb.option("--expressions", s->expressions, "micro- and macro-expressions in a film").range(0, 100'000);
    verb.option("--micro-share", s->microShare, "share of micro-expressions").range(0.0, 1.0);
    verb.option("--blinks", s->blinks, "blinks a minute").range(0.0, 60.0);
    verb.option("--speech", s->speech, "share of the time that the lips move as in speech").range(0.0, 0.8);
    verb.option("--head", s->head, "greatest speed of the head, px/s at 256 px face width").range(0.0, 100.0);
    verb.option("--size", s->size, "width and height in pixels, even").range(64, 4096);
    verb.option("--codec", s->codec, "h264 or ffv1").oneOf({"h264", "ffv1"});
    verb.option("--generator", s->generator, "what renders: warp, rig").showDefault();
    verb.option("--emotions", s->table, "emotion table: facs-prototypes, mie-x or a file").showDefault();
    verb.rate("--fps", s->fps, "frame rate, 30 where it is not given");
    return [s](Context& context) -> Result<Output> {
        const auto spec = datasetSpecFromJson(filmJson(*s, context.global.seed.value_or(0)), {});
        if (!spec)
            return Unexpected(spec.error());
        return write(context, *spec, s->out);
    };
}

} // namespace mien::cli
