// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/project/sqlite.h"

namespace mien::project {

/// Where a film lies, in both ways that it is remembered: the relative one survives moving project and
/// films together, the absolute one moving the project alone. Separators are '/'.
struct MediaLocation {
    std::string relative; ///< to the project's folder; the absolute path where there is no relative one
    std::string absolute;
};

MediaLocation locate(const std::filesystem::path& file, const std::filesystem::path& projectFolder);
/// The place where the film is found now; the relative one, absent, where it is found at neither.
std::filesystem::path resolve(const MediaLocation& location, const std::filesystem::path& projectFolder);

/// Remembers (or changes) where a film lies. Not journalled: it is a fact about the disk, nobody's reading.
Result<void> storeMediaFile(Database& database, MediaId id, const MediaLocation& location,
                            const std::string& sha256);

/// Size in bytes of a file; nullopt for a folder or where there is none.
std::optional<std::int64_t> sizeOf(const std::filesystem::path& file);

} // namespace mien::project
