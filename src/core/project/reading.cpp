// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/reading.h"

#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace mien::project {
namespace {

constexpr const char* kEventColumns =
    "SELECT id, tier_id, onset_frame, apex_frame, offset_frame, type, action_units, side, intensity, "
    "confidence, note FROM event ";

std::optional<Event> eventFrom(const Statement& row) {
    const auto type = annotation::expressionTypeFrom(row.text(5));
    const auto side = annotation::sideFrom(row.text(7));
    const auto intensity = annotation::intensityFrom(row.text(8));
    if (!type || !side || !intensity)
        return std::nullopt;
    Event read{{row.integer(0)}, {row.integer(1)}, {}};
    auto& event = read.event;
    event.onset = {row.integer(2)};
    if (!row.isNull(3))
        event.apex = FrameIndex{row.integer(3)};
    event.offset = {row.integer(4)};
    event.type = *type;
    event.actionUnits = row.text(6);
    event.side = *side;
    event.intensity = *intensity;
    event.confidence = row.real(9);
    event.note = row.text(10);
    if (!event.ordered() || !(event.confidence >= 0.0 && event.confidence <= 1.0))
        return std::nullopt;
    return read;
}

std::vector<annotation::RegionShare> regionsFrom(const std::string& text) {
    std::vector<annotation::RegionShare> regions;
    const auto json = parseJson(text);
    if (json.is_array())
        for (const auto& item : json)
            if (item.is_array() && item.size() == 2 && item[0].is_string() && item[1].is_number())
                regions.push_back({item[0].get<std::string>(), item[1].get<double>()});
    return regions;
}

template <class T>
Result<T> finished(const Result<void>& read, T value) {
    if (!read)
        return Unexpected(read.error());
    return value;
}

} // namespace

Result<std::vector<FiledMedia>> readMedia(Database& database, const std::filesystem::path& folder) {
    std::vector<FiledMedia> all;
    const auto read = database.each(
        "SELECT m.id, m.frames, m.fps_num, m.fps_den, m.is_image_folder, f.sha256, f.size_bytes, "
        "coalesce(f.relative_path, m.added_path), coalesce(f.absolute_path, m.added_path) FROM media m "
        "LEFT JOIN media_file f ON f.media_id = m.id ORDER BY m.id",
        [&](const Statement& row) {
            FiledMedia filed;
            filed.location = {row.text(7), row.text(8)};
            if (!row.isNull(6))
                filed.sizeBytes = row.integer(6);
            filed.media = {{row.integer(0)}, resolve(filed.location, folder),  row.text(5),
                           row.integer(1),   {row.integer(2), row.integer(3)}, row.integer(4) != 0};
            all.push_back(std::move(filed));
        });
    return finished(read, std::move(all));
}

Result<std::vector<Tier>> readTiers(Database& database, MediaId media) {
    std::vector<Tier> tiers;
    const auto read = database.each(
        "SELECT id, media_id, name, coder FROM tier WHERE media_id = ? ORDER BY id",
        [&](const Statement& row) {
            tiers.push_back({{row.integer(0)}, {row.integer(1)}, row.text(2), row.text(3)});
        },
        media.value);
    return finished(read, std::move(tiers));
}

Result<std::vector<Event>> readEvents(Database& database, TierId tier) {
    std::vector<Event> events;
    const auto read = database.each(
        std::string(kEventColumns) + "WHERE tier_id = ? ORDER BY onset_frame, id",
        [&](const Statement& row) {
            if (auto event = eventFrom(row))
                events.push_back(*std::move(event));
        },
        tier.value);
    return finished(read, std::move(events));
}

Result<std::optional<Event>> readEvent(Database& database, EventId id) {
    std::optional<Event> event;
    const auto read = database.each(
        std::string(kEventColumns) + "WHERE id = ?", [&](const Statement& row) { event = eventFrom(row); },
        id.value);
    return finished(read, std::move(event));
}

Result<std::vector<Run>> readRuns(Database& database, MediaId media) {
    std::vector<Run> runs;
    const auto read = database.each(
        "SELECT r.id, r.media_id, r.spotter, r.options_json, r.version, r.started_at, r.scorable_fraction, "
        "r.offered FROM run r JOIN media m ON m.id = r.media_id WHERE r.media_id = ? ORDER BY r.id DESC",
        [&](const Statement& row) {
            runs.push_back({{row.integer(0)},
                            {row.integer(1)},
                            row.text(2),
                            row.text(3),
                            row.text(4),
                            row.text(5),
                            row.real(6),
                            row.integer(7) != 0});
        },
        media.value);
    return finished(read, std::move(runs));
}

Result<std::map<std::string, std::string>> readFilmValues(Database& database, MediaId media) {
    std::map<std::string, std::string> values;
    const auto read = database.each(
        "SELECT name, value FROM film_value WHERE media_id = ?",
        [&](const Statement& row) { values[row.text(0)] = row.text(1); }, media.value);
    return finished(read, std::move(values));
}

Result<std::int64_t> newestUnasked(Database& database, MediaId media) {
    const auto newest = database.integer(
        "SELECT coalesce(max(id), 0) FROM run WHERE media_id = ? AND offered = 0", media.value);
    return newest ? Result<std::int64_t>(newest->value_or(0)) : Unexpected(newest.error());
}

Result<std::optional<Run>> readShownRun(Database& database, MediaId media) {
    auto runs = readRuns(database, media);
    if (!runs)
        return Unexpected(std::move(runs).error());
    const auto values = readFilmValues(database, media);
    if (!values)
        return Unexpected(values.error());
    const auto newest = newestUnasked(database, media);
    if (!newest)
        return Unexpected(newest.error());
    std::int64_t shown = *newest;
    if (const auto chosen = values->find(std::string(kShownRun)); chosen != values->end()) {
        // A newer run that nobody had to choose takes the place of what was chosen before it.
        std::int64_t run = 0, seen = 0;
        std::istringstream(chosen->second) >> run >> seen;
        if (seen == *newest && std::ranges::any_of(*runs, [&](const Run& r) { return r.id.value == run; }))
            shown = run;
    }
    for (auto& run : *runs)
        if (run.id.value == shown)
            return std::optional(std::move(run));
    return std::optional<Run>();
}

Result<std::vector<StoredProposal>> readProposals(Database& database, MediaId media, RunId run) {
    std::vector<StoredProposal> proposals;
    const auto read = database.each(
        "SELECT p.id, p.onset_frame, p.apex_frame, p.offset_frame, p.type, p.score, p.regions_json, "
        "p.looks_like, p.spotter, d.state FROM proposal p LEFT JOIN decision d ON d.subject = p.subject "
        "WHERE p.run_id = ? ORDER BY p.onset_frame, p.id",
        [&](const Statement& row) {
            const auto type = annotation::expressionTypeFrom(row.text(4));
            if (!type)
                return;
            const auto state = row.text(9);
            proposals.push_back({{row.integer(0)},
                                 media,
                                 run,
                                 {{row.integer(1)},
                                  {row.integer(2)},
                                  {row.integer(3)},
                                  *type,
                                  row.real(5),
                                  regionsFrom(row.text(6)),
                                  row.text(7),
                                  row.text(8)},
                                 state == "taken"      ? ReviewState::Taken
                                 : state == "rejected" ? ReviewState::Rejected
                                                       : ReviewState::Pending});
        },
        run.value);
    return finished(read, std::move(proposals));
}

} // namespace mien::project
