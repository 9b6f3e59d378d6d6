// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/spotting_set.h"

#include <set>

namespace mien::training {

/// Who and what a film is, for a model to remember: digests of its subject's id and of its content, so that a
/// model that is passed on names nobody. Ids of other people that happen to be the same give the same mark:
/// then somebody is held for known who is not, never the other way about.
std::vector<std::string> marksOf(const SpottingFilm& film);

/// The marks of several films, in order, each once; `more` joins them.
std::vector<std::string> marksOf(const SpottingSet& set, std::span<const std::size_t> films,
                                 const std::vector<std::string>& more = {});

/// Who of the people in `films` (dataset::subjectKey) bears one of the `marks`, by their own id or in any of
/// their films.
std::set<std::string> knownPeople(std::span<const SpottingFilm> films, const std::vector<std::string>& marks);

} // namespace mien::training
