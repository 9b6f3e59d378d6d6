// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/media_files.h"

namespace mien::project {
namespace fs = std::filesystem;

MediaLocation locate(const fs::path& file, const fs::path& projectFolder) {
    std::error_code ignored;
    auto absolute = fs::absolute(file, ignored).lexically_normal();
    if (!absolute.has_filename() && absolute.has_parent_path())
        absolute = absolute.parent_path(); // "folder/" names the folder
    const auto relative = absolute.lexically_relative(projectFolder);
    return {(relative.empty() ? absolute : relative).generic_string(), absolute.generic_string()};
}

fs::path resolve(const MediaLocation& location, const fs::path& projectFolder) {
    std::error_code ignored;
    const auto near = (projectFolder / location.relative).lexically_normal();
    if (fs::exists(near, ignored))
        return near;
    if (const fs::path far = location.absolute; fs::exists(far, ignored))
        return far;
    return near;
}

Result<void> storeMediaFile(Database& database, MediaId id, const MediaLocation& location,
                            const std::string& sha256) {
    return database.run("INSERT INTO media_file(media_id, relative_path, absolute_path, size_bytes, sha256) "
                        "VALUES(?, ?, ?, ?, ?) ON CONFLICT(media_id) DO UPDATE SET "
                        "relative_path = excluded.relative_path, absolute_path = excluded.absolute_path, "
                        "size_bytes = excluded.size_bytes, sha256 = excluded.sha256",
                        id.value, location.relative, location.absolute, sizeOf(location.absolute), sha256);
}

std::optional<std::int64_t> sizeOf(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? std::nullopt : std::optional(static_cast<std::int64_t>(size));
}

} // namespace mien::project
