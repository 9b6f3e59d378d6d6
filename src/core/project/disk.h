// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace mien::project {

/// The file's write-ahead log: "film.mien-wal".
std::filesystem::path logOf(const std::filesystem::path& path);
/// There is a write-ahead log with something in it.
bool hasLog(const std::filesystem::path& path);

/// Gives `from` the name `to` and never replaces what is there; the folder is on disk afterwards.
Result<void> renameWithoutReplacing(const std::filesystem::path& from, const std::filesystem::path& to);

/// Gives `from` the name `to` in place of what has it; the file and the folder are on disk afterwards.
Result<void> replaceFile(const std::filesystem::path& from, const std::filesystem::path& to);

/// Whether this process may create files in `folder` and write `file`.
bool writable(const std::filesystem::path& file);

/// What the first bytes say, read without SQLite so that a file of another program is left alone.
enum class Beginning { Project, OtherSqlite, NotSqlite, Empty, Unreadable };
Beginning beginningOf(const std::filesystem::path& path);

/// A new empty folder for temporary files.
Result<std::filesystem::path> temporaryFolder();

} // namespace mien::project
