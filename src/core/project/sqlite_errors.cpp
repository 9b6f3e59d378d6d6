// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace mien::project {

Unexpected sqliteFailure(int code, std::string_view detail, const std::string& location) {
    const auto failure = [&](ErrorCode kind, std::string sentence) {
        return fail(kind, std::move(sentence), location);
    };
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return failure(ErrorCode::Unreadable,
                       "Another program holds the lock on this project file; nothing was changed. Close the "
                       "project there and try again.");
    case SQLITE_FULL:
        return failure(ErrorCode::WriteFailed,
                       "The disk is full; this change was not made and everything before it is kept. Free "
                       "some space and try again.");
    case SQLITE_READONLY:
        return failure(ErrorCode::WriteFailed,
                       "The project file or its folder is read-only; nothing was changed. Copy the project "
                       "to a folder that you may write to.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return failure(ErrorCode::Corrupt,
                       fmt::format("The project file is damaged ({}); it was not changed. Open it read-only "
                                   "or export it to save what can be read.",
                                   detail));
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return failure(ErrorCode::Unreadable,
                       "The project file cannot be opened; check that it exists and that you may read it and "
                       "its folder.");
    case SQLITE_IOERR:
        return failure(ErrorCode::WriteFailed,
                       fmt::format("The disk reports an error ({}); this change was not made. Check the disk "
                                   "and its free space, then open the project again.",
                                   detail));
    case SQLITE_CONSTRAINT:
        return failure(ErrorCode::InvalidArgument,
                       fmt::format("The project refuses this value ({}).", detail));
    case SQLITE_TOOBIG:
        return failure(ErrorCode::InvalidArgument, "A text is too long for the project file.");
    case SQLITE_NOMEM:
        return failure(ErrorCode::Unsupported, "There is not enough memory for this.");
    case SQLITE_INTERRUPT:
        return failure(ErrorCode::Cancelled, "Stopped before it was finished.");
    default:
        return failure(ErrorCode::Internal,
                       fmt::format("The project file could not be used: {} (SQLite code {}).", detail, code));
    }
}

} // namespace mien::project
