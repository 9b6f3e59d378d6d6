// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/compact.h"

#include "core/base/guarded.h"
#include "core/project/disk.h"
#include "core/project/journal.h"
#include "core/project/media_files.h"
#include "core/project/sqlite.h"

#include <fmt/format.h>

#include <unistd.h>

namespace mien::project {
namespace fs = std::filesystem;
namespace {

constexpr const char* kGone = "(SELECT id FROM run WHERE media_id NOT IN (SELECT id FROM media))";

std::string fileText(const fs::path& path) {
    return path.string();
}

Result<std::vector<std::pair<Media, Run>>> runsOfRemovedFilms(Database& database, const fs::path& folder) {
    std::vector<std::pair<Media, Run>> runs;
    const auto read = database.each(
        "SELECT r.id, r.media_id, r.spotter, r.options_json, r.version, r.started_at, r.scorable_fraction, "
        "coalesce(f.relative_path, ''), coalesce(f.absolute_path, '') FROM run r LEFT JOIN media_file f ON "
        "f.media_id = r.media_id WHERE r.media_id NOT IN (SELECT id FROM media) ORDER BY r.id",
        [&](const Statement& row) {
            Media media;
            media.id = {row.integer(1)};
            media.path = resolve({row.text(7), row.text(8)}, folder);
            Run run{{row.integer(0)}, media.id,    row.text(2), row.text(3),
                    row.text(4),      row.text(5), row.real(6)};
            runs.emplace_back(std::move(media), std::move(run));
        });
    if (!read)
        return Unexpected(read.error());
    return runs;
}

/// The rows that people see, as one line of a new history.
Result<void> beginHistory(Database& database, const std::string& coder) {
    std::vector<RowChange> rows;
    for (const auto table : kHumanTables)
        if (auto read = eachRow(database, table,
                                [&](std::int64_t id, const Json& image) {
                                    rows.push_back({table, id, nullptr, image});
                                });
            !read)
            return read;
    if (rows.empty())
        return {};
    const auto recorded = Journal(database).record(Journal::kBeginning, coder, rows);
    return recorded ? Result<void>() : Unexpected(recorded.error());
}

Result<void> dropWhatIsGone(Database& database, const std::string& coder) {
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return Unexpected(transaction.error());
    const std::string gone(kGone);
    for (const auto& sql :
         {std::string("PRAGMA defer_foreign_keys = ON"),
          "DELETE FROM decision WHERE subject IN (SELECT id FROM proposal WHERE run_id IN " + gone + ")",
          "DELETE FROM proposal WHERE run_id IN " + gone,
          std::string("DELETE FROM run WHERE media_id NOT IN (SELECT id FROM media)"),
          std::string("DELETE FROM media_file WHERE media_id NOT IN (SELECT id FROM media)"),
          std::string(
              "DELETE FROM setting WHERE key GLOB 'film/[0-9]*/*' AND CAST(substr(key, 6) AS INTEGER) "
              "NOT IN (SELECT id FROM media)"),
          std::string("DELETE FROM journal_change"), std::string("DELETE FROM journal")})
        if (auto ran = database.exec(sql.c_str()); !ran)
            return ran;
    if (auto begun = beginHistory(database, coder); !begun)
        return begun;
    return transaction->commit();
}

Result<void> writeDraft(Database& database, const fs::path& draft, const std::string& coder,
                        const JobContext& job) {
    job.progress(0.2, "copying");
    if (auto copied = database.run("VACUUM INTO ?", fileText(draft)); !copied)
        return copied;
    auto fresh = Database::open(draft, Database::Mode::ReadWrite);
    if (!fresh)
        return Unexpected(std::move(fresh).error());
    job.progress(0.5, "leaving out what is gone");
    if (auto dropped = dropWhatIsGone(*fresh, coder); !dropped)
        return dropped;
    // Deleted rows still lie in free pages until the file is built anew.
    for (const char* sql : {"VACUUM", "PRAGMA journal_mode = WAL"})
        if (auto ran = fresh->exec(sql); !ran)
            return ran;
    return {};
}

Result<void> soundOrNot(const Project& project) {
    const auto problems = project.check();
    if (problems.empty())
        return {};
    return fail(ErrorCode::Corrupt, "The project is not sound, so it was left as it is: " + problems.front(),
                project.path().string());
}

Result<void> checked(const fs::path& path) {
    const auto project = openProject(path);
    return project ? soundOrNot(**project) : Unexpected(project.error());
}

void removeDraft(const fs::path& draft) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        fs::remove(fs::path(draft) += suffix, ignored);
}

Result<Compacted> compact(const fs::path& path, const JobContext& job) {
    std::string coder;
    job.progress(0.0, "checking");
    {
        const auto project = openProject(path);
        if (!project)
            return Unexpected(project.error());
        if ((*project)->readOnly())
            return fail(ErrorCode::WriteFailed,
                        "This project can only be read; copy it to a folder that you may write to.",
                        path.string());
        if (auto sound = soundOrNot(**project); !sound)
            return Unexpected(std::move(sound).error());
        coder = (*project)->coder();
    }
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return Unexpected(std::move(database).error());
    // Leaving the write-ahead log asks for, and then keeps, the only connection to the file.
    std::string mode;
    auto alone = database->exec("PRAGMA locking_mode = EXCLUSIVE");
    if (alone)
        alone =
            database->each("PRAGMA journal_mode = DELETE", [&](const Statement& row) { mode = row.text(0); });
    if (!alone || mode != "delete")
        return fail(ErrorCode::Unreadable,
                    "The project is open elsewhere; close it there, so that nothing is lost, and try again.",
                    path.string());
    Compacted out;
    std::error_code ignored;
    out.bytesBefore = static_cast<std::int64_t>(fs::file_size(path, ignored));
    const auto draft =
        path.parent_path() / fmt::format(".{}.compact-{}", path.filename().string(), ::getpid());
    removeDraft(draft);
    auto done = [&]() -> Result<void> {
        auto runs = runsOfRemovedFilms(*database, path.parent_path());
        const auto steps = database->integer("SELECT count(*) FROM journal WHERE action = 'edit'");
        if (!runs || !steps)
            return Unexpected(runs ? steps.error() : runs.error());
        out.runsDropped = *std::move(runs);
        out.stepsDropped = steps->value_or(0);
        if (auto written = writeDraft(*database, draft, coder, job); !written)
            return written;
        job.progress(0.8, "checking");
        if (auto sound = checked(draft); !sound)
            return sound;
        if (job.cancelled())
            return cancelled("The compacting was stopped; the project is as it was.");
        return replaceFile(draft, path);
    }();
    if (!done) {
        removeDraft(draft);
        (void)database->exec("PRAGMA journal_mode = WAL");
        auto error = std::move(done).error();
        error.location = path.string();
        return Unexpected(std::move(error));
    }
    out.bytesAfter = static_cast<std::int64_t>(fs::file_size(path, ignored));
    return out;
}

} // namespace

Result<Compacted> compactProject(const fs::path& given, const JobContext& job) {
    std::error_code ignored;
    const auto path = fs::absolute(given, ignored).lexically_normal();
    return guarded(path.string(), [&] { return compact(path, job); });
}

} // namespace mien::project
