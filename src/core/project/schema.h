// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sqlite.h"

#include <span>
#include <string_view>

namespace mien::project {

/// "Mien" as a big-endian number, in bytes 68 … 71 of every project file.
inline constexpr std::int64_t kApplicationId = 0x4d69656e;

/// One step from version-1 to version. Steps are only ever added.
struct Migration {
    int version;
    std::string_view sql;
};

/// All steps of this Mien, in order; docs/formats/project.md explains the tables.
std::span<const Migration> migrations();

/// Brings an open database from its user_version to that of the last step, in one transaction.
Result<void> migrate(Database& database, std::span<const Migration> steps);

/// Every table and index that a file of the last step's version must have stands in `database` exactly as
/// it was made; one sentence for the first that does not.
Result<void> checkSchema(Database& database, std::span<const Migration> steps);

Result<std::int64_t> pragma(Database& database, const char* name);

} // namespace mien::project
