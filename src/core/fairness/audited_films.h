// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/event_table.h"
#include "core/fairness/audit.h"

namespace mien::fairness {

/// Puts together what three tables say. `films` names every film, events or not, with the columns `film` (or
/// `video`), `subject`, `frames`, `fps`; every other column is an attribute. Corrupt or InvalidArgument with
/// file and line: a missing column or number, a film named twice, an event of a film that `films` does not
/// name, an event without offset.
Result<std::vector<AuditedFilm>> auditedFilms(const annotation::CsvTable& films,
                                              const annotation::EventTable& truth,
                                              const annotation::EventTable& predicted);

} // namespace mien::fairness
