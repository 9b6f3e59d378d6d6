// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/event_table.h"
#include "core/face/face_tracker.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace mien::synthesis {

/// What is known of a film because it was made: the tables that writeTruth() puts beside it, read back.
struct TruthFiles {
    std::vector<annotation::TableEvent> events; ///< the film's expressions, in the table's order
    std::vector<face::Landmarks> landmarks;     ///< per frame, film pixels; empty where there are none
};

/// nullopt where the folder of `film` holds no truth of it: no table of events, or one of other films.
/// Corrupt, with the file, where there is one that cannot be read.
Result<std::optional<TruthFiles>> readTruthBeside(const std::filesystem::path& film);

} // namespace mien::synthesis
