// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_folder.h"

#include "core/spotting/network_model.h"

#include <unistd.h>

namespace mien::cli {
namespace fs = std::filesystem;

Result<void> checkOutputFolder(const fs::path& folder) {
    std::error_code ec;
    fs::path there = fs::absolute(folder, ec).lexically_normal();
    while (!fs::exists(there, ec) && there.has_relative_path())
        there = there.parent_path();
    if (!fs::is_directory(there, ec))
        return fail(ErrorCode::WriteFailed, "This is a file, where a folder is to be; choose another folder.",
                    there.string());
    if (::access(there.c_str(), W_OK | X_OK) != 0)
        return fail(ErrorCode::WriteFailed,
                    "Nothing can be written into this folder: " +
                        std::error_code(errno, std::generic_category()).message() +
                        "; choose another folder.",
                    there.string());
    return {};
}

Result<void> checkModelPlace(const fs::path& folder) {
    std::error_code ec;
    if (fs::exists(folder, ec) && !fs::is_empty(folder, ec) && !fs::exists(folder / spotting::kModelFile, ec))
        return fail(ErrorCode::WriteFailed,
                    "Something else stands where the model is to be; choose another folder.",
                    folder.string());
    return checkOutputFolder(folder);
}

} // namespace mien::cli
