// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace mien::ui::commands {

/// The film, and on it an empty tier of the coder's own.
project::Edit addMedia(const project::Media& media, const std::string& coder);
project::Edit removeMedia(project::MediaId id);

} // namespace mien::ui::commands
