// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/runs.h"

#include "core/base/json.h"

#include "core/project/clock.h"
#include "core/project/edits.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <map>
#include <tuple>

namespace mien::project {
namespace {

int authorise(void* /*unused*/, int action, const char* table, const char* /*column*/, const char* /*schema*/,
              const char* /*trigger*/) {
    const std::string_view name = table ? table : "";
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
        return SQLITE_OK;
    case SQLITE_INSERT:
        return name == "run" || name == "proposal" || name == "sqlite_sequence" ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_UPDATE:
        return name == "sqlite_sequence" ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

/// Equal proposals say the same about the film, whatever spotter and score they come with.
using Key = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::string, std::string>;

Key keyOf(const annotation::Proposal& p) {
    return {p.onset.value, p.apex.value, p.offset.value, std::string(nameOf(p.type)), p.looksLike};
}

Result<void> checkProposal(const annotation::Proposal& p) {
    if (p.onset.value < 0 || p.onset > p.apex || p.apex > p.offset || !(p.score >= 0.0 && p.score <= 1.0))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("A proposal needs 0 <= onset <= apex <= offset and a score between 0 and 1; "
                                "this one has {}, {}, {} and {}.",
                                p.onset.value, p.apex.value, p.offset.value, p.score));
    bool text = isUtf8(p.looksLike) && isUtf8(p.spotter);
    for (const auto& share : p.regions)
        text = text && isUtf8(share.region);
    if (!text)
        return fail(ErrorCode::InvalidArgument, "A proposal holds text that is not valid UTF-8.");
    return {};
}

std::string regionsJson(const std::vector<annotation::RegionShare>& regions) {
    auto json = nlohmann::json::array();
    for (const auto& share : regions)
        json.push_back({share.region, share.displacement});
    return jsonText(json);
}

} // namespace

MachineOnly::MachineOnly(Database& database) : m_database(database) {
    sqlite3_set_authorizer(m_database.handle(), authorise, nullptr);
}

MachineOnly::~MachineOnly() {
    sqlite3_set_authorizer(m_database.handle(), nullptr, nullptr);
}

Result<RunId> insertRun(Database& database, const Run& run,
                        const std::vector<annotation::Proposal>& proposals) {
    for (const auto* text : {&run.spotter, &run.optionsJson, &run.version, &run.startedAt})
        if (!isUtf8(*text))
            return fail(ErrorCode::InvalidArgument, "A run holds text that is not valid UTF-8.");
    if (!(run.scorableFraction >= 0.0 && run.scorableFraction <= 1.0))
        return fail(ErrorCode::InvalidArgument, "The scorable fraction of a run must lie between 0 and 1.");
    const auto media = database.integer("SELECT id FROM media WHERE id = ?", run.media.value);
    if (!media)
        return Unexpected(media.error());
    if (!*media)
        return fail(ErrorCode::NotFound,
                    fmt::format("The film {} is not in this project (any more).", run.media.value),
                    database.location());
    auto stored = database.run("INSERT INTO run(media_id, spotter, options_json, version, started_at, "
                               "scorable_fraction, offered) VALUES(?, ?, ?, ?, ?, ?, ?)",
                               run.media.value, run.spotter, run.optionsJson, run.version,
                               run.startedAt.empty() ? utcNow() : run.startedAt, run.scorableFraction,
                               run.offered ? 1 : 0);
    if (!stored)
        return Unexpected(std::move(stored).error());
    const RunId id{database.lastInsertId()};

    const auto used = database.integer("SELECT seq FROM sqlite_sequence WHERE name = 'proposal'");
    if (!used)
        return Unexpected(used.error());
    auto next = used->value_or(0);
    std::map<Key, int> twins;
    for (const auto& proposal : proposals) {
        if (auto good = checkProposal(proposal); !good)
            return Unexpected(std::move(good).error());
        const auto key = keyOf(proposal);
        const int twin = twins[key]++;
        const auto& [onset, apex, offset, type, looksLike] = key;
        const auto earlier = database.integer(
            "SELECT p.subject FROM proposal p JOIN run r ON r.id = p.run_id WHERE p.onset_frame = ? AND "
            "p.offset_frame = ? AND p.apex_frame = ? AND p.type = ? AND p.looks_like = ? AND p.twin = ? AND "
            "r.media_id = ? LIMIT 1",
            onset, offset, apex, type, looksLike, twin, run.media.value);
        if (!earlier)
            return Unexpected(earlier.error());
        ++next;
        auto inserted =
            database.run("INSERT INTO proposal(id, run_id, subject, twin, onset_frame, apex_frame, "
                         "offset_frame, type, score, "
                         "regions_json, looks_like, spotter) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         next, id.value, earlier->value_or(next), twin, onset, apex, offset, type,
                         proposal.score, regionsJson(proposal.regions), looksLike, proposal.spotter);
        if (!inserted)
            return Unexpected(std::move(inserted).error());
    }
    return id;
}

} // namespace mien::project
