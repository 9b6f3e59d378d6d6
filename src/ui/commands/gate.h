// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <functional>

namespace mien::ui {
class JobList;
class ProjectDocument;
} // namespace mien::ui

namespace mien::ui::commands {

/// The only way by which people's rows change. A refusal is told through ProjectDocument::failed as well.
class Gate {
public:
    /// Refused where an edit touches what another coder made: everyone changes only tiers of their own.
    static Result<void> allows(const ProjectDocument& document, const project::Edit& edit);
    /// Undo and redo as well: a step that somebody else made on rows of theirs is walked by nobody else.
    static Result<void> allows(const ProjectDocument& document, const std::optional<project::NextStep>& step);
    static Result<project::Applied> push(ProjectDocument& document, const project::Edit& edit);
    static bool undo(ProjectDocument& document);
    static bool redo(ProjectDocument& document);

    /// The same for so many rows that the window would stand still: with a project object of the job's own,
    /// and the document reads the rows again afterwards. `done` follows on the window's thread.
    using Done = std::function<void(bool)>;
    static void pushInBackground(ProjectDocument& document, JobList& jobs, project::Edit edit,
                                 Done done = {});
    static void undoInBackground(ProjectDocument& document, JobList& jobs);
    static void redoInBackground(ProjectDocument& document, JobList& jobs);
    /// Rows that are walked at once; more go into the background.
    static constexpr std::int64_t kMostAtOnce = 500;
};

} // namespace mien::ui::commands
