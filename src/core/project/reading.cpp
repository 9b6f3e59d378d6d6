// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/reading.h"

#include <nlohmann/json.hpp>

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
    const auto json = nlohmann::json::parse(text, nullptr, false);
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

Result<std::optional<Run>> readNewestRun(Database& database, MediaId media) {
    std::optional<Run> run;
    const auto read = database.each(
        "SELECT r.id, r.media_id, r.spotter, r.options_json, r.version, r.started_at, r.scorable_fraction "
        "FROM run r JOIN media m ON m.id = r.media_id WHERE r.media_id = ? ORDER BY r.id DESC LIMIT 1",
        [&](const Statement& row) {
            run = Run{{row.integer(0)}, {row.integer(1)}, row.text(2), row.text(3),
                      row.text(4),      row.text(5),      row.real(6)};
        },
        media.value);
    return finished(read, std::move(run));
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
