// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sqlite.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mien::project {

using Json = nlohmann::json;

/// The human tables: what edits may write and the journal records.
enum class Table : std::uint8_t { Media, Tier, Event, Decision, FilmValue };
inline constexpr std::array kHumanTables{Table::Media, Table::Tier, Table::Event, Table::Decision,
                                         Table::FilmValue};

std::string_view nameOf(Table table);
std::optional<Table> tableFrom(std::string_view name);

/// One row as the journal keeps it: an object of its columns without the key, or null where there is none.
Result<Json> readRow(Database& database, Table table, std::int64_t id);
/// Makes the row what `image` says: inserts, updates, or deletes it (null). Corrupt where the image does not
/// fit the table.
Result<void> writeRow(Database& database, Table table, std::int64_t id, const Json& image);
/// Inserts a row under a new id.
Result<std::int64_t> insertRow(Database& database, Table table, const Json& image);
/// Calls `row(id, image)` for every row of a table in order of id.
Result<void> eachRow(Database& database, Table table,
                     const std::function<void(std::int64_t id, const Json& image)>& row);

struct RowChange {
    Table table = Table::Event;
    std::int64_t id = 0;
    Json before; ///< null: there was no such row
    Json after;  ///< null: there is none any more
};

/// Writes rows inside the caller's transaction and remembers what they were.
class Recorder {
public:
    explicit Recorder(Database& database) : m_database(database) {}

    Database& database() { return m_database; }
    Result<std::int64_t> add(Table table, const Json& image);
    /// NotFound where the row does not exist (decisions excepted: they come and go).
    Result<void> change(Table table, std::int64_t id, const Json& after);
    Result<void> remove(Table table, std::int64_t id) { return change(table, id, Json()); }
    const std::vector<RowChange>& changes() const { return m_changes; }

private:
    Database& m_database;
    std::vector<RowChange> m_changes;
};

} // namespace mien::project
