// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/schema.h"
#include "core/project/sqlite_project.h"

#include <fmt/format.h>

namespace mien::project {
namespace {

/// SQLite's own findings are cut off here: one broken page can cause thousands.
constexpr int kMostFindings = 20;

void checkFile(Database& database, std::vector<std::string>& problems) {
    const auto read =
        database.each(fmt::format("PRAGMA integrity_check({})", kMostFindings), [&](const Statement& row) {
            if (row.text(0) != "ok")
                problems.push_back("The file is damaged: " + row.text(0) + ".");
        });
    if (!read)
        problems.push_back(read.error().message);
}

void checkReferences(Database& database, std::vector<std::string>& problems) {
    const auto read = database.each("PRAGMA foreign_key_check", [&](const Statement& row) {
        problems.push_back(fmt::format("Row {} of the table {} refers to a row of {} that does not exist.",
                                       row.integer(1), row.text(0), row.text(2)));
    });
    if (!read)
        problems.push_back(read.error().message);
    const auto orphans = database.each(
        "SELECT r.id FROM run r WHERE NOT EXISTS (SELECT 1 FROM media m WHERE m.id = r.media_id) AND NOT "
        "EXISTS "
        "(SELECT 1 FROM journal_change c WHERE c.table_name = 'media' AND c.row_id = r.media_id)",
        [&](const Statement& row) {
            problems.push_back(fmt::format("The run {} belongs to no film.", row.integer(0)));
        });
    if (!orphans)
        problems.push_back(orphans.error().message);
}

} // namespace

std::vector<std::string> SqliteProject::check() const {
    std::vector<std::string> problems;
    checkFile(m_database, problems);
    if (auto schema = checkSchema(m_database, migrations()); !schema)
        problems.push_back(schema.error().message);
    checkReferences(m_database, problems);
    for (auto& problem : Journal(m_database).check())
        problems.push_back(std::move(problem));
    return problems;
}

} // namespace mien::project
