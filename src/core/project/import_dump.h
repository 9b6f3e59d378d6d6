// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <string_view>

namespace mien::project {

struct Imported {
    int films = 0; ///< that the project did not have yet
    int tiers = 0; ///< always new ones: nobody's tier is written into
    int events = 0;
    int proposals = 0; ///< with their decisions
};

/// Adds what dump() wrote of another project. A film is the same where its content hash is, or its path
/// where a hash is missing. Everything a person did comes in as one step that can be undone; a machine's run
/// comes in for films that have none. `folder`: what relative paths in the text are relative to. Corrupt,
/// with the place, where the text is not a dump; then nothing was changed.
Result<Imported> importDump(Project& project, std::string_view json, const std::filesystem::path& folder);

} // namespace mien::project
