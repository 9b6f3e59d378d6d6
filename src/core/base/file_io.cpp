// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace mien {
namespace fs = std::filesystem;
namespace {

std::string reason() {
    return std::generic_category().message(errno);
}

/// Makes the content durable, so that a power cut after the rename cannot leave an empty file.
Result<void> flushToDisk(const fs::path& temporary, const fs::path& path) {
    const int file = ::open(temporary.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fail(ErrorCode::WriteFailed, "The file could not be written: " + reason() + ".",
                    path.string());
    const bool flushed = ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP;
    const auto why = reason();
    ::close(file);
    if (!flushed)
        return fail(ErrorCode::WriteFailed, "The file could not be written: " + why + ".", path.string());
    return {};
}

} // namespace

Result<std::string> readTextFile(const fs::path& path, std::uintmax_t maxBytes) {
    std::error_code ec;
    const auto status = fs::status(path, ec);
    if (status.type() == fs::file_type::not_found)
        return fail(ErrorCode::NotFound, "There is no such file.", path.string());
    if (fs::is_directory(status))
        return fail(ErrorCode::Unreadable, "This is a folder, not a file.", path.string());
    // A pipe would be waited for, and a device such as /dev/zero never ends.
    if (fs::exists(status) && !fs::is_regular_file(status))
        return fail(ErrorCode::Unreadable,
                    "This is a pipe or a device, not a file; save its content in a file and name that.",
                    path.string());
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return fail(ErrorCode::Unreadable, "The file cannot be opened: " + reason() + ".", path.string());
    std::string content;
    char block[1 << 16];
    while (stream.read(block, sizeof block) || stream.gcount() > 0) {
        content.append(block, static_cast<std::size_t>(stream.gcount()));
        if (content.size() > maxBytes)
            return fail(
                ErrorCode::Unsupported,
                fmt::format("The file is larger than the {} MiB that are read at most.", maxBytes >> 20),
                path.string());
    }
    if (stream.bad())
        return fail(ErrorCode::Unreadable, "The file could not be read to its end: " + reason() + ".",
                    path.string());
    return content;
}

Result<void> replaceFile(const fs::path& path, const std::function<Result<void>(const fs::path&)>& write) {
    std::error_code ec;
    const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ec))
        return fail(ErrorCode::WriteFailed,
                    fs::exists(folder, ec) ? "This is a file, where a folder to write into is needed."
                                           : "The folder to write into does not exist.",
                    folder.string());
    if (fs::is_directory(path, ec))
        return fail(ErrorCode::WriteFailed, "There is a folder of this name; name a file.", path.string());
    // A device such as /dev/stdout is written to, not replaced.
    if (fs::exists(path, ec) && !fs::is_regular_file(path, ec))
        return write(path);
    const auto temporary =
        folder / fmt::format(".{}.{}.part{}", path.stem().string(), ::getpid(), path.extension().string());
    auto result = write(temporary);
    if (result)
        result = flushToDisk(temporary, path);
    if (result) {
        fs::rename(temporary, path, ec);
        if (ec)
            result = fail(ErrorCode::WriteFailed, "The file could not be replaced: " + ec.message() + ".",
                          path.string());
    }
    if (!result)
        fs::remove(temporary, ec);
    return result;
}

Result<void> writeFileAtomically(const fs::path& path, std::string_view content) {
    return replaceFile(path, [&](const fs::path& temporary) -> Result<void> {
        errno = 0;
        std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
        stream.write(content.data(), static_cast<std::streamsize>(content.size()));
        stream.close();
        if (!stream)
            return fail(ErrorCode::WriteFailed,
                        "The file could not be written: " +
                            (errno != 0 ? reason() : std::string("unknown reason")) + ".",
                        path.string());
        return {};
    });
}

} // namespace mien
