// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace mien::project {

struct Compacted {
    std::int64_t stepsDropped = 0; ///< of the history
    std::int64_t bytesBefore = 0;
    std::int64_t bytesAfter = 0;
    /// Of films that were taken out of the project, so that what else is kept of them can be removed too.
    std::vector<std::pair<Media, Run>> runsDropped;
};

/// Writes the project anew with nothing in it but what it shows: films that were removed go with all that was
/// kept for undoing, and the history begins again with one line that holds the present state and cannot be
/// undone. Events, tiers, decisions and proposals of the films that are there stay, with their ids. The new
/// file is whole, checked and on the disk before it takes the old one's place; until then nothing changes.
/// Unreadable where another program (or part of this one) has the project open; Corrupt where it is damaged.
Result<Compacted> compactProject(const std::filesystem::path& path, const JobContext& job = {});

} // namespace mien::project
