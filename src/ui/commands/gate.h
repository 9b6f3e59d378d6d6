// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace mien::ui {
class ProjectDocument;
}

namespace mien::ui::commands {

/// The only way by which people's rows change. A refusal is told through ProjectDocument::failed as well.
class Gate {
public:
    /// Refused where an edit touches what another coder made: everyone changes only tiers of their own.
    static Result<void> allows(const ProjectDocument& document, const project::Edit& edit);
    static Result<project::Applied> push(ProjectDocument& document, const project::Edit& edit);
    static bool undo(ProjectDocument& document);
    static bool redo(ProjectDocument& document);
};

} // namespace mien::ui::commands
