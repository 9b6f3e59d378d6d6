// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

namespace mien::ui::commands {

/// The film, and on it an empty tier of the coder's own.
project::Edit addMedia(const project::Media& media, const std::string& coder);
project::Edit removeMedia(project::MediaId id);
project::Edit followFace(project::MediaId id, int face); ///< from 0; -1: the largest
project::Edit setSubject(project::MediaId id, const QString& subject);

} // namespace mien::ui::commands
