// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/journal.h"

#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/project/clock.h"

#include <fmt/format.h>

namespace mien::project {
namespace {

std::optional<std::string> textOf(const Json& image) {
    return image.is_null() ? std::nullopt : std::optional(jsonText(image));
}

/// Nothing where the text is no JSON: `ok` tells.
Json imageFrom(const Statement& row, int column, bool& ok) {
    if (row.isNull(column))
        return {};
    auto image = parseJson(row.text(column));
    ok = ok && image.is_object();
    return image;
}

} // namespace

std::string Journal::digestOf(const std::vector<RowChange>& changes) {
    Sha256 hash;
    for (const auto& change : changes)
        hash.update(fmt::format("{}\n{}\n{}\n{}\n", nameOf(change.table), change.id, jsonText(change.before),
                                jsonText(change.after)));
    return hash.hex();
}

std::string Journal::chainOf(const std::string& before, const Line& line) {
    // Lengths make the fields unambiguous whatever characters they hold.
    return sha256Of(fmt::format("{}|{}|{}|{}|{}:{}|{}:{}|{}|{}", before, line.seq, line.action, line.step,
                                line.name.size(), line.name, line.coder.size(), line.coder, line.at,
                                line.digest));
}

Result<std::string> Journal::chainBefore(std::int64_t seq) {
    std::string chain;
    const auto read = m_database.each(
        "SELECT chain FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT 1",
        [&](const Statement& row) { chain = row.text(0); }, seq);
    if (!read)
        return Unexpected(read.error());
    return chain;
}

Result<std::int64_t> Journal::lastLine() {
    const auto last = m_database.integer("SELECT max(seq) FROM journal");
    if (!last)
        return Unexpected(last.error());
    return last->value_or(0);
}

Result<void> Journal::storeChanges(std::int64_t step, const std::vector<RowChange>& changes, bool replace) {
    if (replace)
        if (auto cleared = m_database.run("DELETE FROM journal_change WHERE step = ?", step); !cleared)
            return cleared;
    std::int64_t number = 0;
    for (const auto& change : changes) {
        auto stored = m_database.run(
            "INSERT INTO journal_change(step, number, table_name, row_id, before_json, after_json) "
            "VALUES(?, ?, ?, ?, ?, ?)",
            step, number++, nameOf(change.table), change.id, textOf(change.before), textOf(change.after));
        if (!stored)
            return stored;
    }
    return {};
}

Result<std::int64_t> Journal::record(const std::string& name, const std::string& coder,
                                     const std::vector<RowChange>& changes) {
    const auto last = lastLine();
    if (!last)
        return last;
    const auto before = chainBefore(*last + 1);
    if (!before)
        return Unexpected(before.error());
    if (auto dropped = m_database.run("UPDATE journal SET state = 'discarded' WHERE state = 'undone'");
        !dropped)
        return Unexpected(std::move(dropped).error());
    const Line line{*last + 1, "edit", *last + 1, name, coder, utcNow(), digestOf(changes)};
    auto written = m_database.run(
        "INSERT INTO journal(seq, action, step, state, name, coder, at, digest, chain) "
        "VALUES(?, 'edit', ?, 'done', ?, ?, ?, ?, ?)",
        line.seq, line.step, line.name, line.coder, line.at, line.digest, chainOf(*before, line));
    if (!written)
        return Unexpected(std::move(written).error());
    if (auto stored = storeChanges(line.step, changes, false); !stored)
        return Unexpected(std::move(stored).error());
    return line.step;
}

Result<void> Journal::extend(std::int64_t step, const std::string& coder,
                             const std::vector<RowChange>& changes) {
    auto all = changesOf(step);
    if (!all)
        return Unexpected(std::move(all).error());
    for (const auto& change : changes) {
        // A drag changes the same rows again and again: only the first "before" and last "after" matter.
        const auto same = std::find_if(all->rbegin(), all->rend(), [&](const RowChange& earlier) {
            return earlier.table == change.table && earlier.id == change.id;
        });
        if (same != all->rend() && !same->after.is_null() && !change.after.is_null())
            same->after = change.after;
        else
            all->push_back(change);
    }
    const auto before = chainBefore(step);
    if (!before)
        return Unexpected(before.error());
    std::string name;
    auto read = m_database.each(
        "SELECT name FROM journal WHERE seq = ?", [&](const Statement& row) { name = row.text(0); }, step);
    if (!read)
        return read;
    const Line line{step, "edit", step, name, coder, utcNow(), digestOf(*all)};
    auto written = m_database.run("UPDATE journal SET coder = ?, at = ?, digest = ?, chain = ? WHERE seq = ?",
                                  line.coder, line.at, line.digest, chainOf(*before, line), step);
    return written ? storeChanges(step, *all, true) : written;
}

Result<std::optional<std::pair<std::int64_t, std::string>>> Journal::next(Direction direction) {
    std::optional<std::pair<std::int64_t, std::string>> found;
    const auto read = m_database.each(
        direction == Direction::Undo
            ? "SELECT seq, name FROM journal WHERE state = 'done' AND NOT (seq = 1 AND name "
              "= ?) ORDER BY seq DESC LIMIT 1"
            : "SELECT seq, name FROM journal WHERE state = 'undone' AND NOT (seq = 1 AND "
              "name = ?) ORDER BY seq LIMIT 1",
        [&](const Statement& row) { found.emplace(row.integer(0), row.text(1)); }, kBeginning);
    if (!read)
        return Unexpected(read.error());
    return found;
}

Result<std::vector<RowChange>> Journal::changesOf(std::int64_t step) {
    std::vector<RowChange> changes;
    bool ok = true;
    const auto read = m_database.each(
        "SELECT table_name, row_id, before_json, after_json FROM journal_change WHERE step = ? ORDER BY "
        "number",
        [&](const Statement& row) {
            const auto table = tableFrom(row.text(0));
            ok = ok && table;
            changes.push_back(
                {table.value_or(Table::Event), row.integer(1), imageFrom(row, 2, ok), imageFrom(row, 3, ok)});
        },
        step);
    if (!read)
        return Unexpected(read.error());
    if (!ok)
        return fail(ErrorCode::Corrupt,
                    fmt::format("Step {} of the project's history is damaged and cannot be walked.", step),
                    m_database.location());
    return changes;
}

Result<void> Journal::walk(Direction direction, const std::string& coder, std::int64_t only) {
    const bool undoing = direction == Direction::Undo;
    const auto step = next(direction);
    if (!step)
        return Unexpected(step.error());
    if (!*step)
        return fail(ErrorCode::InvalidArgument,
                    undoing ? "There is nothing to undo." : "There is nothing to redo.",
                    m_database.location());
    const auto [seq, name] = **step;
    if (only != 0 && seq != only)
        return fail(ErrorCode::InvalidArgument, "Something else was done meanwhile; try again.",
                    m_database.location());
    auto changes = changesOf(seq);
    if (!changes)
        return Unexpected(std::move(changes).error());
    const auto apply = [&](const RowChange& change) -> Result<void> {
        const auto& from = undoing ? change.after : change.before;
        const auto now = readRow(m_database, change.table, change.id);
        if (!now)
            return Unexpected(now.error());
        if (*now != from)
            return fail(ErrorCode::Corrupt,
                        fmt::format("The project was changed by another program: its {} {} is not what the "
                                    "history says, so \"{}\" cannot be {}.",
                                    nameOf(change.table), change.id, name, undoing ? "undone" : "redone"),
                        m_database.location());
        return writeRow(m_database, change.table, change.id, undoing ? change.before : change.after);
    };
    if (undoing)
        std::reverse(changes->begin(), changes->end());
    for (const auto& change : *changes)
        if (auto applied = apply(change); !applied)
            return applied;
    if (auto moved =
            m_database.run("UPDATE journal SET state = ? WHERE seq = ?", undoing ? "undone" : "done", seq);
        !moved)
        return moved;
    const auto last = lastLine();
    if (!last)
        return Unexpected(last.error());
    const auto before = chainBefore(*last + 1);
    if (!before)
        return Unexpected(before.error());
    const Line line{*last + 1, undoing ? "undo" : "redo", seq, name, coder, utcNow(), digestOf({})};
    return m_database.run("INSERT INTO journal(seq, action, step, name, coder, at, digest, chain) "
                          "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                          line.seq, line.action, line.step, line.name, line.coder, line.at, line.digest,
                          chainOf(*before, line));
}

Result<void> Journal::undo(const std::string& coder, std::int64_t only) {
    return walk(Direction::Undo, coder, only);
}
Result<void> Journal::redo(const std::string& coder, std::int64_t only) {
    return walk(Direction::Redo, coder, only);
}

std::optional<std::string> Journal::undoName() {
    const auto found = next(Direction::Undo);
    return found && *found ? std::optional((*found)->second) : std::nullopt;
}
std::optional<std::string> Journal::redoName() {
    const auto found = next(Direction::Redo);
    return found && *found ? std::optional((*found)->second) : std::nullopt;
}

} // namespace mien::project
