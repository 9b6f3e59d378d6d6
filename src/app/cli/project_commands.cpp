// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/media_options.h"
#include "app/cli/text_table.h"
#include "core/annotation/event_table.h"
#include "core/base/file_io.h"
#include "core/project/compact.h"
#include "core/project/dump.h"
#include "core/project/import_dump.h"

#include <fmt/format.h>

#include <map>

namespace mien::cli {
namespace {

using namespace project;
namespace fs = std::filesystem;

constexpr const char* kJsonFormat = "json";

std::string videoName(const Media& media) {
    return annotation::filmName(media.path.filename().string());
}

Result<Media> probed(const fs::path& path, std::optional<Rational> fps, const JobContext& job) {
    const auto source = media::openMedia(path, {.fps = fps, .cacheDir = cacheFolder()}, job);
    if (!source)
        return Unexpected(source.error());
    const auto sha256 = media::contentSha256(path, job);
    if (!sha256)
        return Unexpected(sha256.error());
    const auto& info = (*source)->info();
    return Media{{}, path, *sha256, info.frames, info.fps, info.isImageFolder};
}

Output infoOf(const Project& project) {
    Output out;
    out.json = {
        {"project", project.path().string()}, {"read_only", project.readOnly()}, {"media", Json::array()}};
    TextTable table({"film", "frames", "tiers", "events", "proposals", "pending", "found"});
    for (const auto& media : project.media()) {
        Json tiers = Json::array();
        std::size_t events = 0;
        for (const auto& tier : project.tiers(media.id)) {
            const auto count = project.events(tier.id).size();
            tiers.push_back({{"name", tier.name}, {"coder", tier.coder}, {"events", count}});
            events += count;
        }
        std::map<ReviewState, int> states;
        for (const auto& proposal : project.proposals(media.id))
            ++states[proposal.state];
        const auto all =
            states[ReviewState::Pending] + states[ReviewState::Taken] + states[ReviewState::Rejected];
        std::error_code ignored;
        const bool found = fs::exists(media.path, ignored);
        out.json["media"].push_back({{"path", media.path.string()},
                                     {"found", found},
                                     {"frames", media.frames},
                                     {"fps", toJson(media.fps)},
                                     {"sha256", media.sha256},
                                     {"tiers", tiers},
                                     {"proposals",
                                      {{"pending", states[ReviewState::Pending]},
                                       {"taken", states[ReviewState::Taken]},
                                       {"rejected", states[ReviewState::Rejected]}}}});
        table.add({media.path.filename().string(), std::to_string(media.frames), std::to_string(tiers.size()),
                   std::to_string(events), std::to_string(all), std::to_string(states[ReviewState::Pending]),
                   found ? "yes" : "no"});
    }
    const auto last = project.history(1);
    out.json["last_edit"] =
        last.empty() ? Json() : Json{{"name", last[0].name}, {"coder", last[0].coder}, {"at", last[0].at}};
    out.text = table.text();
    return out;
}

/// Time stamps of a film's frames; none where the film is not at hand, and the table's time columns stay
/// empty.
std::vector<double> timesOf(const Media& media, const JobContext& job) {
    const auto source = media::openMedia(media.path, {.fps = media.fps, .cacheDir = cacheFolder()}, job);
    return source ? std::vector<double>((*source)->timesS().begin(), (*source)->timesS().end())
                  : std::vector<double>{};
}

std::vector<annotation::TableEvent> tableOf(const Project& project, const JobContext& job) {
    std::vector<annotation::TableEvent> rows;
    for (const auto& media : project.media()) {
        const auto times = timesOf(media, job);
        for (const auto& tier : project.tiers(media.id))
            for (const auto& stored : project.events(tier.id)) {
                auto row = annotation::tableEvent(videoName(media), stored.event, times);
                row.tier = tier.name;
                row.coder = tier.coder;
                rows.push_back(std::move(row));
            }
    }
    return rows;
}

/// The edit that brings a table's rows in: a new tier for each film, tier name and coder that it names.
Edit editFrom(const Project& project, const annotation::EventTable& table,
              std::vector<std::string>& leftOut) {
    Edit edit{"Import " + table.source, {}};
    std::map<std::string, MediaId> films;
    for (const auto& media : project.media())
        films.emplace(videoName(media), media.id);
    std::map<std::tuple<std::string, std::string, std::string>, TierId> tiers;
    std::int64_t added = 0;
    for (const auto& row : table.events) {
        const auto film = films.find(annotation::filmName(row.video));
        if (film == films.end() || !row.offset) {
            leftOut.push_back(
                fmt::format("line {}: {}", row.line,
                            row.offset ? "the project has no film " + row.video : "the event has no offset"));
            continue;
        }
        const auto name = row.tier.empty() ? std::string("imported") : row.tier;
        const auto [tier, isNew] = tiers.try_emplace({film->first, name, row.coder});
        if (isNew) {
            edit.changes.emplace_back(
                AddTier{{{}, film->second, name, row.coder.empty() ? project.coder() : row.coder}});
            tier->second = {-++added};
        }
        edit.changes.emplace_back(AddEvent{tier->second,
                                           {row.onset, row.apex, *row.offset, row.type, row.actionUnits,
                                            row.side, row.intensity, row.confidence, row.note}});
        ++added;
    }
    return edit;
}

Result<Output> importTable(Project& project, const std::string& in, const std::string& format) {
    const auto table = annotation::readEventTable(in, format);
    if (!table)
        return Unexpected(table.error());
    std::vector<std::string> leftOut;
    for (const auto& note : table->notes)
        if (note.dropped)
            leftOut.push_back(fmt::format("line {}: {}", note.line, note.text));
    const auto edit = editFrom(project, *table, leftOut);
    if (const auto applied = project.apply(edit); !applied)
        return fail(ErrorCode::Corrupt, applied.error().message + " Nothing was imported.", in);
    const auto events = std::count_if(edit.changes.begin(), edit.changes.end(), [](const Change& change) {
        return std::holds_alternative<AddEvent>(change);
    });
    Output out;
    out.json = {{"project", project.path().string()}, {"events", events}, {"left_out", leftOut}};
    for (const auto& line : leftOut)
        out.text += fmt::format("{}: {}\n", in, line);
    out.text += fmt::format("{} events imported, {} rows left out\n", events, leftOut.size());
    return out;
}

Result<Output> importJson(Project& project, const std::string& in) {
    const auto text = readTextFile(in);
    if (!text)
        return Unexpected(text.error());
    const auto imported = importDump(project, *text, fs::absolute(in).parent_path());
    if (!imported)
        return Unexpected(imported.error());
    Output out;
    out.json = {{"project", project.path().string()},
                {"films", imported->films},
                {"tiers", imported->tiers},
                {"events", imported->events},
                {"proposals", imported->proposals}};
    out.text = fmt::format("{} films, {} tiers, {} events, {} proposals imported\n", imported->films,
                           imported->tiers, imported->events, imported->proposals);
    return out;
}

std::vector<std::string> formatNames() {
    std::vector<std::string> names{kJsonFormat};
    for (const auto& row : annotation::eventTableFormats())
        names.emplace_back(row.name);
    return names;
}

} // namespace

Run declareProjectNew(Verb& verb) {
    struct State {
        std::string file;
        std::vector<std::string> media;
        std::optional<Rational> fps;
    };
    auto s = Verb::state<State>();
    verb.required("PROJECT", s->file, "the project file to make, ending in .mien");
    verb.option("MEDIA", s->media, "films or folders of numbered images to put into it");
    verb.rate("--fps", s->fps, "frame rate of folders of images");
    return [s](Context& context) -> Result<Output> {
        Edit edit{"Add films", {}};
        for (const auto& path : s->media) {
            auto media = probed(path, s->fps, context.job);
            if (!media)
                return Unexpected(std::move(media).error());
            edit.changes.emplace_back(AddMedia{*std::move(media)});
        }
        const auto project = createProject(s->file);
        if (!project)
            return Unexpected(project.error());
        if (auto added = (*project)->apply(edit); !added)
            return Unexpected(std::move(added).error());
        return infoOf(**project);
    };
}

Run declareProjectInfo(Verb& verb) {
    auto file = Verb::state<std::string>();
    verb.required("PROJECT", *file, "the project file");
    return [file](Context&) -> Result<Output> {
        const auto project = openProject(*file, OpenMode::ReadOnly);
        return project ? Result<Output>(infoOf(**project)) : Unexpected(project.error());
    };
}

Run declareProjectCheck(Verb& verb) {
    auto file = Verb::state<std::string>();
    verb.required("PROJECT", *file, "the project file");
    return [file](Context&) -> Result<Output> {
        const auto project = openProject(*file, OpenMode::ReadOnly);
        if (!project)
            return Unexpected(project.error());
        const auto problems = (*project)->check();
        Output out;
        out.json = {{"project", *file}, {"sound", problems.empty()}, {"problems", problems}};
        for (const auto& problem : problems)
            out.text += problem + "\n";
        if (problems.empty())
            out.text = "The project is sound.\n";
        else
            out.exitCode = 3; // the input is damaged
        return out;
    };
}

Run declareProjectCompact(Verb& verb) {
    auto file = Verb::state<std::string>();
    verb.required("PROJECT", *file, "the project file; nobody else may have it open");
    return [file](Context& context) -> Result<Output> {
        const auto done = compactProject(*file, context.job);
        if (!done)
            return Unexpected(done.error());
        Output out;
        out.json = {{"project", *file},
                    {"steps_dropped", done->stepsDropped},
                    {"runs_dropped", done->runsDropped.size()},
                    {"bytes_before", done->bytesBefore},
                    {"bytes_after", done->bytesAfter}};
        out.text =
            fmt::format("{} steps of history and {} analyses of removed films left out; {} → {} bytes\n",
                        done->stepsDropped, done->runsDropped.size(), done->bytesBefore, done->bytesAfter);
        return out;
    };
}

Run declareProjectExport(Verb& verb) {
    struct State {
        std::string file, out, format = kJsonFormat;
        bool history = false;
    };
    auto s = Verb::state<State>();
    verb.required("PROJECT", s->file, "the project file");
    verb.required("OUT", s->out, "the file to write");
    verb.option("--format", s->format, "json: everything; else an annotation table of the human tiers")
        .oneOf(formatNames());
    verb.flag("--history", s->history, "json: with who changed what and when");
    return [s](Context& context) -> Result<Output> {
        const auto project = openProject(s->file, OpenMode::ReadOnly);
        if (!project)
            return Unexpected(project.error());
        Output out;
        out.json = {{"project", s->file}, {"out", s->out}, {"format", s->format}, {"notes", Json::array()}};
        if (s->format == kJsonFormat) {
            auto written = writeFileAtomically(s->out, dump(**project, {.history = s->history}) + "\n");
            if (!written)
                return Unexpected(std::move(written).error());
        } else {
            const auto notes =
                annotation::writeEventTable(s->out, s->format, tableOf(**project, context.job));
            if (!notes)
                return Unexpected(notes.error());
            for (const auto& note : *notes) {
                out.json["notes"].push_back(note.text);
                out.text += note.text + "\n";
            }
        }
        out.text += fmt::format("{} → {} ({})\n", s->file, s->out, s->format);
        return out;
    };
}

Run declareProjectImport(Verb& verb) {
    struct State {
        std::string file, in, format;
    };
    auto s = Verb::state<State>();
    verb.required("PROJECT", s->file, "the project file");
    verb.required("IN", s->in, "an export of another project, or an annotation table");
    verb.option("--format", s->format,
                "format of IN; recognised by its name and header where it is not given")
        .oneOf(formatNames());
    return [s](Context&) -> Result<Output> {
        const auto project = openProject(s->file);
        if (!project)
            return Unexpected(project.error());
        const bool isJson =
            s->format == kJsonFormat || (s->format.empty() && fs::path(s->in).extension() == ".json");
        return isJson ? importJson(**project, s->in) : importTable(**project, s->in, s->format);
    };
}

} // namespace mien::cli
