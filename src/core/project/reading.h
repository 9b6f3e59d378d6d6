// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/media_files.h"
#include "core/project/project.h"
#include "core/project/sqlite.h"

namespace mien::project {

/// A film with where it was last seen.
struct FiledMedia {
    Media media;
    MediaLocation location;
    std::optional<std::int64_t> sizeBytes;
};

// Rows that a damaged or hostile file holds and that make no sense are left out; check() names them.
Result<std::vector<FiledMedia>> readMedia(Database& database, const std::filesystem::path& folder);
Result<std::vector<Tier>> readTiers(Database& database, MediaId media);
Result<std::vector<Event>> readEvents(Database& database, TierId tier);
Result<std::optional<Event>> readEvent(Database& database, EventId id);
/// The film_value that says which run is shown: its id and the newest run that was there unasked then.
inline constexpr std::string_view kShownRun = "shown-run";
/// All runs of a film that is there, the newest first.
Result<std::vector<Run>> readRuns(Database& database, MediaId media);
Result<std::optional<Run>> readShownRun(Database& database, MediaId media);
/// Id of the film's newest run that is not offered; 0 where there is none.
Result<std::int64_t> newestUnasked(Database& database, MediaId media);
Result<std::map<std::string, std::string>> readFilmValues(Database& database, MediaId media);
Result<std::vector<StoredProposal>> readProposals(Database& database, MediaId media, RunId run);

} // namespace mien::project
