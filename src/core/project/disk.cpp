// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/disk.h"

#include "core/project/schema.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace mien::project {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kApplicationIdAt = 68; ///< byte offset in the header, big-endian

void syncFolder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

fs::path logOf(const fs::path& path) {
    auto log = path;
    return log += "-wal";
}

bool hasLog(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(logOf(path), error);
    return !error && size > 0;
}

Result<void> renameWithoutReplacing(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::create_hard_link(from, to, error); // unlike rename, never replaces
    if (!error) {
        fs::remove(from, error);
    } else if (std::error_code ignored; fs::exists(to, ignored)) {
        return fail(ErrorCode::InvalidArgument, "There is already a file of this name; choose another.",
                    to.string());
    } else {
        fs::rename(from, to, error); // a file system without hard links
        if (error)
            return fail(ErrorCode::WriteFailed, "The file cannot be written here: " + error.message() + ".",
                        to.string());
    }
    syncFolder(to.parent_path());
    return {};
}

Result<void> replaceFile(const fs::path& from, const fs::path& to) {
    const int descriptor = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    std::error_code error;
    if (synced)
        fs::rename(from, to, error);
    if (!synced || error)
        return fail(ErrorCode::WriteFailed,
                    "The file cannot be written here: " +
                        (error ? error.message() : std::string("the disk did not take it")) + ".",
                    to.string());
    syncFolder(to.parent_path());
    return {};
}

bool writable(const fs::path& file) {
    // access() with the effective user, as open() will have it.
    return ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) == 0 &&
           ::faccessat(AT_FDCWD, file.parent_path().c_str(), W_OK, AT_EACCESS) == 0;
}

Beginning beginningOf(const fs::path& path) {
    std::error_code ignored;
    std::ifstream file;
    if (fs::is_regular_file(path, ignored)) // opening a pipe would wait for ever
        file.open(path, std::ios::binary);
    if (!file.is_open())
        return Beginning::Unreadable;
    std::array<char, kApplicationIdAt + 4> header{};
    file.read(header.data(), header.size());
    if (file.bad())
        return Beginning::Unreadable;
    if (file.gcount() == 0)
        return Beginning::Empty;
    if (std::string_view(header.data(), kMagic.size()) != kMagic)
        return Beginning::NotSqlite;
    std::int64_t id = 0;
    for (std::size_t i = 0; i < 4; ++i)
        id = id << 8 | static_cast<unsigned char>(header[kApplicationIdAt + i]);
    return id == kApplicationId ? Beginning::Project : Beginning::OtherSqlite;
}

Result<fs::path> temporaryFolder() {
    std::error_code error;
    auto name = (fs::temp_directory_path(error) / "mien-XXXXXX").string();
    if (error || !::mkdtemp(name.data()))
        return fail(ErrorCode::WriteFailed, "No temporary folder can be made; free some space there.",
                    fs::temp_directory_path(error).string());
    return fs::path(name);
}

} // namespace mien::project
