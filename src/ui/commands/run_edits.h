// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

namespace mien::ui {
class ProjectDocument;
}

namespace mien::ui::commands {

/// Shows another set of proposals of a film; `name` says which, for the history.
project::Edit showRun(project::MediaId media, project::RunId run, const QString& name);

/// Stores proposals as a set of their own and shows it, as one step that can be undone. The set of before
/// stays in the project.
Result<project::RunId> storeAndShow(ProjectDocument& document, project::Run run,
                                    const std::vector<annotation::Proposal>& proposals, const QString& name);

/// What the coder watched of the open film from end to end, with `span` or without it.
project::Edit markWatched(const ProjectDocument& document, FrameInterval span, bool watched);

} // namespace mien::ui::commands
