// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace mien::ui {
class ProjectDocument;
}

namespace mien::ui::commands {

/// The coder's tier in the current film; where there is none, adds one to `edit` and answers with the id that
/// stands for it (see project::Edit).
project::TierId ownTierIn(const ProjectDocument& document, project::Edit& edit);

} // namespace mien::ui::commands
