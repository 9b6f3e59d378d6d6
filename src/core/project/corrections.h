// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/reviewed_film.h"
#include "core/project/project.h"

namespace mien::project {

/// What a coder's review of a project says of its films, for those who learn from it or are judged by it.
/// Expressions are the events on the coder's tiers: proposals taken, corrected ones, and what the coder found
/// alone. Known to be looked at are
/// - stretches that the coder marked as watched, less the proposals of the shown run that still wait for a
///   decision there (they were not judged), unless an event says the same;
/// - the surroundings of every event, half a second on both sides: the coder saw where it begins and ends;
/// - rejected proposals of any run, less what overlaps an event.
/// Everything else is unknown, above all the misses: it is neither expression nor its absence. Films of which
/// nothing is known are left out.
std::vector<dataset::ReviewedFilm> reviewedFilms(const Project& project, const std::string& coder);

/// Whose tiers the project holds, each once, in order.
std::vector<std::string> codersOf(const Project& project);

} // namespace mien::project
