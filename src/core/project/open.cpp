// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/open.h"

#include "core/base/guarded.h"
#include "core/project/disk.h"
#include "core/project/sqlite_project.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <unistd.h>

namespace mien::project {
namespace fs = std::filesystem;
namespace {

fs::path absolutePath(const fs::path& path) {
    std::error_code ignored;
    return fs::absolute(path, ignored).lexically_normal();
}

/// A connection and how it came to be.
struct Opened {
    Database database;
    bool readOnly = false;
    fs::path temporary = {};
};

Result<void> checkBeginning(const fs::path& path) {
    const auto refused = [&](ErrorCode code, const char* sentence) {
        return fail(code, sentence, path.string());
    };
    std::error_code ignored;
    const auto status = fs::status(path, ignored);
    if (status.type() == fs::file_type::not_found)
        return refused(ErrorCode::NotFound, "There is no such project file; check its name and place.");
    if (status.type() != fs::file_type::regular && status.type() != fs::file_type::unknown &&
        status.type() != fs::file_type::none)
        return refused(ErrorCode::Corrupt, "This is not a project file; choose a file that ends in .mien.");
    const auto beginning = beginningOf(path);
    if (beginning == Beginning::Unreadable)
        return refused(ErrorCode::Unreadable, "The project file cannot be read; check that you may read it.");
    if (hasLog(path)) // the log may hold what the file itself has lost: let SQLite put them together
        return {};
    switch (beginning) {
    case Beginning::Empty:
        return refused(ErrorCode::Corrupt, "The file is empty; go back to a copy of the project.");
    case Beginning::NotSqlite:
        return refused(ErrorCode::Corrupt,
                       "This is not a Mien project, or its beginning is damaged; choose another file or go "
                       "back to a copy.");
    case Beginning::OtherSqlite:
        return refused(ErrorCode::Corrupt,
                       "This is a database of another program, not a Mien project; choose another file.");
    default:
        return {};
    }
}

/// Opening alone reads nothing: the first query finds locks, logs that cannot be recovered, and damage.
Result<void> firstRead(Database& database) {
    const auto read = database.integer("SELECT count(*) FROM sqlite_schema");
    return read ? Result<void>() : Unexpected(read.error());
}

Result<Opened> openCopy(const fs::path& path) {
    auto folder = temporaryFolder();
    if (!folder)
        return Unexpected(std::move(folder).error());
    const auto copy = *folder / path.filename();
    std::error_code error;
    fs::copy_file(path, copy, error);
    if (!error)
        fs::copy_file(logOf(path), logOf(copy), error);
    if (error) {
        std::error_code ignored;
        fs::remove_all(*folder, ignored);
        return fail(ErrorCode::Unreadable, "The project file cannot be read: " + error.message() + ".",
                    path.string());
    }
    auto database = Database::open(copy, Database::Mode::ReadWrite);
    if (!database)
        return Unexpected(std::move(database).error());
    return Opened{*std::move(database), true, *folder};
}

Result<Opened> openReadOnly(const fs::path& path) {
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (database) {
        const auto read = firstRead(*database);
        if (read)
            return Opened{*std::move(database), true};
        // A write-ahead file needs a -shm beside it, which cannot be made where nothing can be written.
        if (read.error().code != ErrorCode::WriteFailed && read.error().code != ErrorCode::Unreadable)
            return Unexpected(read.error());
        if (sqlite3_errcode(database->handle()) == SQLITE_BUSY)
            return Unexpected(read.error());
    }
    if (hasLog(path))
        return openCopy(path);
    database = Database::open(path, Database::Mode::Immutable);
    if (!database)
        return Unexpected(std::move(database).error());
    return Opened{*std::move(database), true};
}

Result<Opened> openFile(const fs::path& path, OpenMode mode) {
    if (mode == OpenMode::ReadOnly || !writable(path))
        return openReadOnly(path);
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return Unexpected(std::move(database).error());
    // Every commit is on the disk itself before the edit is acknowledged; EXTRA would only matter for
    // rollback journals.
    for (const char* sql : {"PRAGMA cell_size_check = ON", "PRAGMA synchronous = FULL"})
        if (auto set = database->exec(sql); !set)
            return Unexpected(std::move(set).error());
    if (auto read = firstRead(*database); !read)
        return Unexpected(std::move(read).error());
    return Opened{*std::move(database), false};
}

Result<void> checkIdentity(Database& database, std::span<const Migration> steps) {
    const auto id = pragma(database, "application_id");
    if (!id)
        return Unexpected(id.error());
    if (*id != kApplicationId)
        return fail(ErrorCode::Corrupt,
                    "This is a database of another program, not a Mien project; choose another file.",
                    database.location());
    const auto version = pragma(database, "user_version");
    if (!version)
        return Unexpected(version.error());
    if (*version > steps.back().version)
        return fail(
            ErrorCode::Unsupported,
            fmt::format("This project was written by a newer Mien (its format is {}, this Mien knows up "
                        "to {}); update Mien to open it.",
                        *version, steps.back().version),
            database.location());
    if (*version < 1)
        return fail(ErrorCode::Corrupt, "The project file was never finished; go back to a copy of it.",
                    database.location());
    return {};
}

Result<void> checkPages(Database& database) {
    std::string finding;
    const auto read =
        database.each("PRAGMA quick_check(1)", [&](const Statement& row) { finding = row.text(0); });
    if (!read)
        return Unexpected(read.error());
    if (finding != "ok")
        return sqliteFailure(SQLITE_CORRUPT, finding, database.location());
    return {};
}

/// A whole copy beside the file, under a name that is free: "study.mien.v1.bak".
Result<void> backUp(Database& database, const fs::path& path, std::int64_t version) {
    auto copy = path;
    copy += fmt::format(".v{}.bak", version);
    for (int i = 2; fs::exists(copy); ++i) {
        copy = path;
        copy += fmt::format(".v{}-{}.bak", version, i);
    }
    auto target = Database::open(copy, Database::Mode::Create);
    if (!target)
        return Unexpected(std::move(target).error());
    auto* const backup = sqlite3_backup_init(target->handle(), "main", database.handle(), "main");
    const int stepped = backup ? sqlite3_backup_step(backup, -1) : SQLITE_ERROR;
    const int finished = backup ? sqlite3_backup_finish(backup) : SQLITE_ERROR;
    if (stepped == SQLITE_DONE && finished == SQLITE_OK)
        return {};
    std::error_code ignored;
    fs::remove(copy, ignored);
    return sqliteFailure(stepped == SQLITE_DONE ? finished : stepped, sqlite3_errmsg(target->handle()),
                         copy.string());
}

Result<void> bringUpToDate(Opened& opened, const fs::path& path, std::span<const Migration> steps) {
    const auto version = pragma(opened.database, "user_version");
    if (!version)
        return Unexpected(version.error());
    if (*version == steps.back().version)
        return {};
    if (opened.readOnly)
        return fail(ErrorCode::Unsupported,
                    "This project was written by an older Mien and cannot be brought up to date where it is "
                    "read-only; copy it to a folder that you may write to.",
                    path.string());
    if (auto saved = backUp(opened.database, path, *version); !saved)
        return saved;
    return migrate(opened.database, steps);
}

Result<std::unique_ptr<Project>> openChecked(const fs::path& path, OpenMode mode,
                                             std::span<const Migration> steps) {
    if (auto good = checkBeginning(path); !good)
        return Unexpected(std::move(good).error());
    auto opened = openFile(path, mode);
    if (!opened)
        return Unexpected(std::move(opened).error());
    auto& database = opened->database;
    if (auto good = checkIdentity(database, steps); !good)
        return Unexpected(std::move(good).error());
    // Reading from a damaged file saves what can be saved; writing to it could make the damage worse.
    if (!opened->readOnly)
        if (auto good = checkPages(database); !good)
            return Unexpected(std::move(good).error());
    if (auto good = bringUpToDate(*opened, path, steps); !good)
        return Unexpected(std::move(good).error());
    if (auto good = checkSchema(database, steps); !good)
        return Unexpected(std::move(good).error());
    return std::make_unique<SqliteProject>(std::move(database), path, opened->readOnly, opened->temporary);
}

Result<void> build(const fs::path& path, std::span<const Migration> steps) {
    auto database = Database::open(path, Database::Mode::Create);
    if (!database)
        return Unexpected(std::move(database).error());
    if (auto made = migrate(*database, steps); !made)
        return made;
    return database->exec("PRAGMA journal_mode = WAL");
}

} // namespace

Result<std::unique_ptr<Project>> openWith(const fs::path& path, OpenMode mode,
                                          std::span<const Migration> steps) {
    const auto whole = absolutePath(path);
    return guarded(whole.string(), [&] { return openChecked(whole, mode, steps); });
}

Result<std::unique_ptr<Project>> createWith(const fs::path& given, std::span<const Migration> steps) {
    const auto path = absolutePath(given);
    std::error_code ignored;
    if (fs::exists(path, ignored))
        return fail(ErrorCode::InvalidArgument,
                    "There is already a file of this name; open it or choose another.", path.string());
    if (!fs::is_directory(path.parent_path(), ignored))
        return fail(ErrorCode::WriteFailed, "The folder for the new project does not exist; make it first.",
                    path.string());
    if (hasLog(path))
        return fail(
            ErrorCode::InvalidArgument,
            "Beside this name lies the log of a project that was moved away (it ends in -wal) and may "
            "hold its last edits; move it to its project or choose another name.",
            path.string());
    // Built under another name, so that a half-made project never has the right one.
    const auto draft = path.parent_path() / fmt::format(".{}.new-{}", path.filename().string(), ::getpid());
    auto built = build(draft, steps);
    if (built)
        built = renameWithoutReplacing(draft, path);
    if (!built) {
        for (const char* suffix : {"", "-wal", "-shm", "-journal"})
            fs::remove(fs::path(draft) += suffix, ignored);
        if (built.error().code == ErrorCode::Unreadable) // SQLite cannot tell why it could not create it
            return fail(ErrorCode::WriteFailed,
                        "The project cannot be created here: the folder is read-only. Choose another folder.",
                        path.string());
        auto error = std::move(built).error();
        error.location = path.string();
        return Unexpected(std::move(error));
    }
    return openWith(path, OpenMode::ReadWrite, steps);
}

Result<std::unique_ptr<Project>> createProject(const fs::path& path) {
    return createWith(path, migrations());
}

Result<std::unique_ptr<Project>> openProject(const fs::path& path, OpenMode mode) {
    return openWith(path, mode, migrations());
}

} // namespace mien::project
