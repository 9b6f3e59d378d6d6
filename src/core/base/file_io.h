// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace mien {

/// The whole content of a regular file. NotFound, Unreadable (a folder, no permission) or, above `maxBytes`,
/// Unsupported; the location is the path.
Result<std::string> readTextFile(const std::filesystem::path& path, std::uintmax_t maxBytes = 1u << 30);

/// Lets `write` fill a temporary file beside `path`, then flushes it to disk and renames it over `path`: the
/// target is either as it was or complete, whatever happens in between. The temporary file keeps the target's
/// extension, so that writers that look at it are not confused.
Result<void> replaceFile(const std::filesystem::path& path,
                         const std::function<Result<void>(const std::filesystem::path& temporary)>& write);

Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view content);

} // namespace mien
