// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/import_dump.h"

#include "core/base/guarded.h"
#include "core/base/json.h"
#include "core/project/film_facts.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mien::project {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

/// What the reader throws at itself where the text is not what it should be; never leaves this file.
struct Misfit {
    std::string sentence;
};

const Json& child(const Json& json, const char* key, const std::string& where) {
    const auto found = json.is_object() ? json.find(key) : json.end();
    if (!json.is_object() || found == json.end())
        throw Misfit{fmt::format("{} lacks \"{}\"", where, key)};
    return *found;
}

std::string text(const Json& json, const char* key, const std::string& where) {
    const auto& value = child(json, key, where);
    if (!value.is_string())
        throw Misfit{fmt::format("\"{}\" of {} is no text", key, where)};
    return value.get<std::string>();
}

std::int64_t integer(const Json& json, const char* key, const std::string& where) {
    const auto& value = child(json, key, where);
    const bool tooBig = value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX;
    if (!value.is_number_integer() || tooBig)
        throw Misfit{fmt::format("\"{}\" of {} is no whole number", key, where)};
    return value.get<std::int64_t>();
}

double number(const Json& json, const char* key, const std::string& where) {
    const auto& value = child(json, key, where);
    if (!value.is_number())
        throw Misfit{fmt::format("\"{}\" of {} is no number", key, where)};
    return value.get<double>();
}

const Json& list(const Json& json, const char* key, const std::string& where) {
    const auto& value = child(json, key, where);
    if (!value.is_array())
        throw Misfit{fmt::format("\"{}\" of {} is no list", key, where)};
    return value;
}

template <class T>
T known(std::optional<T> value, const char* key, const std::string& where) {
    if (!value)
        throw Misfit{fmt::format("\"{}\" of {} is none of the known values", key, where)};
    return *value;
}

annotation::ExpressionEvent eventFrom(const Json& json, const std::string& where) {
    annotation::ExpressionEvent event;
    event.onset = {integer(json, "onset", where)};
    if (!child(json, "apex", where).is_null())
        event.apex = FrameIndex{integer(json, "apex", where)};
    event.offset = {integer(json, "offset", where)};
    event.type = known(annotation::expressionTypeFrom(text(json, "type", where)), "type", where);
    event.actionUnits = text(json, "action_units", where);
    event.side = known(annotation::sideFrom(text(json, "side", where)), "side", where);
    event.intensity = known(annotation::intensityFrom(text(json, "intensity", where)), "intensity", where);
    event.confidence = number(json, "confidence", where);
    event.note = text(json, "note", where);
    return event;
}

/// The run of one film and what was decided about each of its proposals.
struct ReadRun {
    Run run;
    std::vector<annotation::Proposal> proposals;
    std::vector<ReviewState> states;
};

ReviewState stateFrom(const std::string& name, const std::string& where) {
    if (name == "pending")
        return ReviewState::Pending;
    if (name == "taken")
        return ReviewState::Taken;
    if (name == "rejected")
        return ReviewState::Rejected;
    throw Misfit{fmt::format("\"state\" of {} is none of the known values", where)};
}

ReadRun runFrom(const Json& json, const std::string& film) {
    ReadRun read;
    const auto whereRun = "the run of " + film;
    read.run.spotter = text(json, "spotter", whereRun);
    read.run.optionsJson = text(json, "options", whereRun);
    read.run.version = text(json, "version", whereRun);
    read.run.startedAt = text(json, "started_at", whereRun);
    read.run.scorableFraction = number(json, "scorable_fraction", whereRun);
    for (const auto& item : list(json, "proposals", whereRun)) {
        const auto where = fmt::format("proposal {} of {}", read.proposals.size() + 1, film);
        annotation::Proposal proposal;
        proposal.onset = {integer(item, "onset", where)};
        proposal.apex = {integer(item, "apex", where)};
        proposal.offset = {integer(item, "offset", where)};
        proposal.type = known(annotation::expressionTypeFrom(text(item, "type", where)), "type", where);
        proposal.score = number(item, "score", where);
        proposal.looksLike = text(item, "looks_like", where);
        proposal.spotter = text(item, "spotter", where);
        for (const auto& share : list(item, "regions", where))
            proposal.regions.push_back({text(share, "region", where), number(share, "displacement", where)});
        read.states.push_back(stateFrom(text(item, "state", where), where));
        read.proposals.push_back(std::move(proposal));
    }
    return read;
}

/// Turns the text into one edit, and runs to be stored beside it.
class Importer {
public:
    Importer(const Project& project, const fs::path& folder)
        : m_project(project), m_folder(folder), m_here(project.media()) {
        // The decisions, which can only be made once the runs are stored, join the same step.
        const auto newest = project.history(1);
        edit.mergeKey = fmt::format("import after {}", newest.empty() ? 0 : newest[0].step);
    }

    void read(const Json& json) {
        if (text(json, "format", "the file") != "mien-project")
            throw Misfit{"the file is of another format"};
        if (integer(json, "version", "the file") != 1)
            throw Misfit{"the file is of a version that this Mien does not know"};
        m_settings = json.contains("settings") ? &json["settings"] : nullptr;
        for (const auto& film : list(json, "media", "the file"))
            readFilm(film, fmt::format("film {}", ++m_films));
    }

    Edit edit{"Import", {}, {}};
    Imported counts;
    /// Runs by the film's id as the edit knows it (-k: added by it).
    std::vector<std::pair<std::int64_t, ReadRun>> runs;

private:
    std::int64_t filmFor(const Media& media) {
        for (const auto& here : m_here) {
            const bool hashed = !here.sha256.empty() && !media.sha256.empty();
            if (hashed ? here.sha256 == media.sha256 : here.path == media.path)
                return here.id.value;
        }
        edit.changes.emplace_back(AddMedia{media});
        ++counts.films;
        return -++m_added;
    }

    void readFilm(const Json& json, const std::string& where) {
        Media media;
        media.path = (m_folder / fs::path(text(json, "path", where))).lexically_normal();
        media.sha256 = text(json, "sha256", where);
        media.frames = integer(json, "frames", where);
        const auto& fps = child(json, "fps", where);
        media.fps = {integer(fps, "num", where), integer(fps, "den", where)};
        const auto& isFolder = child(json, "image_folder", where);
        media.isImageFolder = isFolder.is_boolean() && isFolder.get<bool>();
        const auto film = filmFor(media);
        for (const auto& tier : list(json, "tiers", where)) {
            edit.changes.emplace_back(
                AddTier{{{}, {film}, text(tier, "name", where), text(tier, "coder", where)}});
            ++counts.tiers;
            const TierId id{-++m_added};
            for (const auto& event : list(tier, "events", where)) {
                edit.changes.emplace_back(AddEvent{
                    id, eventFrom(event, fmt::format("event {} of {}", integer(event, "id", where), where))});
                ++counts.events;
                ++m_added;
            }
        }
        readValues(json, film, where);
        readSettings(json, film, where);
        const auto& run = child(json, "run", where);
        if (!run.is_null() && (film < 0 || !m_project.shownRun({film})))
            runs.emplace_back(film, runFrom(run, where));
    }

    /// Exports of before version 2 have none. What is said of the film here already stays.
    void readValues(const Json& json, std::int64_t film, const std::string& where) {
        if (!json.contains("values"))
            return;
        const auto& values = json["values"];
        if (!values.is_object())
            throw Misfit{fmt::format("\"values\" of {} is no object", where)};
        for (const auto& [name, value] : values.items())
            if (!saidHere(film, name))
                edit.changes.emplace_back(SetFilmValue{{film}, name, text(values, name.c_str(), where)});
    }

    /// Where projects of before have whose face it is, and which.
    void readSettings(const Json& json, std::int64_t film, const std::string& where) {
        if (!m_settings || !m_settings->is_object())
            return;
        const auto there = integer(json, "id", where);
        for (const char* name : {kFace, kSubject})
            if (const auto found = m_settings->find(fmt::format("film/{}/{}", there, name));
                found != m_settings->end() && found->is_string() && !saidHere(film, name) &&
                !(json.contains("values") && json["values"].contains(name)))
                edit.changes.emplace_back(SetFilmValue{{film}, name, found->get<std::string>()});
    }

    bool saidHere(std::int64_t film, const std::string& name) const {
        return film > 0 && saidOf(m_project, {film}, name).has_value();
    }

    const Project& m_project;
    const fs::path& m_folder;
    const Json* m_settings = nullptr;
    std::vector<Media> m_here;
    int m_films = 0;
    std::int64_t m_added = 0; ///< rows that the edit adds so far
};

Result<Imported> importInto(Project& project, Importer& importer) {
    auto applied = project.apply(importer.edit);
    if (!applied)
        return Unexpected(std::move(applied).error());
    const auto idOf = [&](std::int64_t film) {
        return film > 0 ? film : applied->addedIds[static_cast<std::size_t>(-film - 1)];
    };
    Edit decisions{"Import", {}, importer.edit.mergeKey};
    for (auto& [film, read] : importer.runs) {
        read.run.media = {idOf(film)};
        const auto stored = project.storeRun(read.run, read.proposals);
        if (!stored) {
            if (!importer.edit.changes.empty())
                (void)project.undo();
            return Unexpected(stored.error());
        }
        importer.counts.proposals += static_cast<int>(read.proposals.size());
        // Ids are given in the order the proposals were handed over; reading sorts by onset, then id.
        auto proposals = project.proposals(read.run.media);
        std::sort(proposals.begin(), proposals.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        for (std::size_t i = 0; i < proposals.size() && i < read.states.size(); ++i)
            if (read.states[i] != ReviewState::Pending)
                decisions.changes.emplace_back(ReviewProposal{proposals[i].id, read.states[i]});
    }
    if (!decisions.changes.empty())
        if (auto decided = project.apply(decisions); !decided)
            return Unexpected(std::move(decided).error());
    return importer.counts;
}

} // namespace

Result<Imported> importDump(Project& project, std::string_view json, const fs::path& folder) {
    const auto parsed = parseJson(json);
    if (parsed.is_discarded())
        return fail(ErrorCode::Corrupt, "This is not JSON; hand over what \"project export\" wrote.");
    Importer importer(project, folder);
    try {
        importer.read(parsed);
    } catch (const Misfit& misfit) {
        return fail(
            ErrorCode::Corrupt,
            fmt::format("This is not an export of a project: {}; nothing was imported.", misfit.sentence));
    }
    return guarded(project.path().string(), [&] { return importInto(project, importer); });
}

} // namespace mien::project
