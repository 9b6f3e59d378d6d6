// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the journal: for the history panel, and to prove that it and the tables tell the same story.
#include "core/project/journal.h"

#include "core/base/json.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace mien::project {

namespace {

HistoryEntry stepFrom(const Statement& row) {
    const auto state = row.text(4);
    return {row.integer(0),  row.text(1),         row.text(2), row.text(3), {}, {},
            state != "done", state == "discarded"};
}

} // namespace

std::vector<HistoryEntry> Journal::steps(std::size_t newest) {
    std::vector<HistoryEntry> steps;
    const auto read = m_database.each(
        "SELECT seq, name, coder, at, state FROM journal WHERE action = 'edit' ORDER BY seq DESC LIMIT ?",
        [&](const Statement& row) { steps.push_back(stepFrom(row)); }, newest);
    if (!read)
        steps.clear();
    return steps;
}

std::vector<HistoryEntry> Journal::stepsOf(EventId id, std::size_t newest) {
    std::vector<HistoryEntry> steps;
    const auto read = m_database.each(
        "SELECT seq, name, coder, at, state FROM journal WHERE action = 'edit' AND state = 'done' AND seq IN "
        "(SELECT step FROM journal_change WHERE row_id = ? AND table_name = ?) ORDER BY seq DESC LIMIT ?",
        [&](const Statement& row) { steps.push_back(stepFrom(row)); }, id.value, nameOf(Table::Event),
        newest);
    if (!read)
        steps.clear();
    return steps;
}

std::vector<HistoryEntry> Journal::entries(std::size_t newest) {
    auto entries = steps(newest);
    for (auto& entry : entries) {
        const auto changes = changesOf(entry.step);
        Json before = Json::array(), after = Json::array();
        for (const auto& change : changes ? *changes : std::vector<RowChange>{}) {
            const auto line = [&](const Json& row) {
                return Json{{"table", nameOf(change.table)}, {"id", change.id}, {"row", row}};
            };
            before.push_back(line(change.before));
            after.push_back(line(change.after));
        }
        entry.beforeJson = jsonText(before);
        entry.afterJson = jsonText(after);
    }
    return entries;
}

Result<std::optional<NextStep>> Journal::described(Direction direction) {
    const auto found = next(direction);
    if (!found)
        return Unexpected(found.error());
    if (!*found)
        return std::optional<NextStep>();
    NextStep out{(*found)->first, (*found)->second, {}, 0, {}, false};
    auto read = m_database.each(
        "SELECT coder FROM journal WHERE seq = ?", [&](const Statement& row) { out.coder = row.text(0); },
        out.step);
    if (!read)
        return Unexpected(read.error());
    read = m_database.each(
        "SELECT table_name, row_id FROM journal_change WHERE step = ? ORDER BY number",
        [&](const Statement& row) {
            ++out.rows;
            if (tableFrom(row.text(0)) == Table::Event)
                out.events.push_back({row.integer(1)});
            else
                out.otherRows = true;
        },
        out.step);
    if (!read)
        return Unexpected(read.error());
    return std::optional(std::move(out));
}

Result<std::vector<std::string>> Journal::codersTouched(std::int64_t step) {
    const auto changes = changesOf(step);
    if (!changes)
        return Unexpected(changes.error());
    std::set<std::string> coders;
    std::map<std::int64_t, std::string> ofTier;
    const auto textOf = [](const Json& image, const char* key) {
        const auto found = image.is_object() ? image.find(key) : image.end();
        return found != image.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    for (const auto& change : *changes)
        if (change.table == Table::Tier)
            for (const Json* image : {&change.before, &change.after})
                if (image->is_object()) {
                    ofTier[change.id] = textOf(*image, "coder");
                    coders.insert(ofTier[change.id]);
                }
    for (const auto& change : *changes)
        for (const Json* image : {&change.before, &change.after}) {
            if (change.table != Table::Event || !image->is_object() || !image->contains("tier_id"))
                continue;
            const auto tier = image->at("tier_id").get<std::int64_t>();
            if (!ofTier.contains(tier)) {
                const auto read = m_database.each(
                    "SELECT coder FROM tier WHERE id = ?",
                    [&](const Statement& row) { ofTier[tier] = row.text(0); }, tier);
                if (!read)
                    return Unexpected(read.error());
            }
            coders.insert(ofTier[tier]);
        }
    return std::vector<std::string>(coders.begin(), coders.end());
}

std::vector<std::string> Journal::check() {
    std::vector<std::string> problems;
    checkLines(problems);
    checkRows(problems);
    return problems;
}

void Journal::checkLines(std::vector<std::string>& problems) {
    std::string chain;
    std::int64_t expectedSeq = 1;
    std::vector<std::int64_t> done, undone; // stacks of steps
    std::map<std::int64_t, std::string> states, expected;
    const auto read = m_database.each(
        "SELECT seq, action, step, name, coder, at, digest, chain, state FROM journal ORDER BY seq",
        [&](const Statement& row) {
            const Line line{row.integer(0), row.text(1), row.integer(2), row.text(3),
                            row.text(4),    row.text(5), row.text(6)};
            if (line.seq != expectedSeq)
                problems.push_back(fmt::format("The history lacks line {}.", expectedSeq));
            expectedSeq = line.seq + 1;
            if (row.text(7) != chainOf(chain, line))
                problems.push_back(
                    fmt::format("Line {} of the history (\"{}\") was changed after it was written.", line.seq,
                                line.name));
            chain = row.text(7);
            auto& from = line.action == "undo" ? done : undone;
            auto& to = line.action == "undo" ? undone : done;
            if (line.action == "edit") {
                states[line.seq] = row.text(8);
                for (const auto step : undone)
                    expected[step] = "discarded";
                undone.clear();
                done.push_back(line.seq);
                expected[line.seq] = "done";
            } else if (from.empty() || from.back() != line.step) {
                problems.push_back(
                    fmt::format("Line {} of the history says that step {} was {}ne, which could "
                                "not be.",
                                line.seq, line.step, line.action == "undo" ? "undo" : "redo"));
            } else {
                from.pop_back();
                to.push_back(line.step);
                expected[line.step] = line.action == "undo" ? "undone" : "done";
            }
        });
    if (!read)
        problems.push_back("The history cannot be read: " + read.error().message);
    for (const auto& [step, state] : states)
        if (state != expected[step])
            problems.push_back(
                fmt::format("Step {} of the history is marked {} but is {}.", step, state, expected[step]));
}

void Journal::checkRows(std::vector<std::string>& problems) {
    std::vector<std::tuple<std::int64_t, std::string, bool>> steps;
    const auto read = m_database.each(
        "SELECT seq, digest, state = 'done' FROM journal WHERE action = 'edit' "
        "ORDER BY seq",
        [&](const Statement& row) { steps.emplace_back(row.integer(0), row.text(1), row.integer(2) != 0); });
    if (!read)
        return; // checkLines has said so
    std::map<std::pair<Table, std::int64_t>, Json> rows;
    for (const auto& [step, digest, done] : steps) {
        const auto changes = changesOf(step);
        if (!changes) {
            problems.push_back(changes.error().message);
            continue;
        }
        if (digestOf(*changes) != digest)
            problems.push_back(fmt::format("What step {} of the history did was changed afterwards.", step));
        if (!done)
            continue;
        for (const auto& change : *changes) {
            const std::pair key{change.table, change.id};
            if (change.after.is_null())
                rows.erase(key);
            else
                rows[key] = change.after;
        }
    }
    for (const auto table : kHumanTables) {
        const auto compared = eachRow(m_database, table, [&](std::int64_t id, const Json& image) {
            const auto expected = rows.find({table, id});
            if (expected == rows.end() || expected->second != image)
                problems.push_back(fmt::format("The {} {} is not what the history says.", nameOf(table), id));
            if (expected != rows.end())
                rows.erase(expected);
        });
        if (!compared)
            problems.push_back(
                fmt::format("The table {} cannot be read: {}", nameOf(table), compared.error().message));
    }
    for (const auto& [key, image] : rows)
        problems.push_back(
            fmt::format("The history knows a {} {} that the project lacks.", nameOf(key.first), key.second));
}

} // namespace mien::project
