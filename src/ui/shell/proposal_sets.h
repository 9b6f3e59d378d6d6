// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

namespace mien::ui {

class JobList;
class ProjectDocument;
struct ProposalSet;

/// Puts a set of proposals beside those of the open film, which must be analysed, and shows it: one step that
/// can be undone. The set before is never changed. The analysis's signals are kept for the new set, too.
Result<project::RunId> addProposalSet(ProjectDocument& document, JobList& jobs, const QString& cacheFolder,
                                      const ProposalSet& set);

} // namespace mien::ui
