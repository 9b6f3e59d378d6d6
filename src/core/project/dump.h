// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace mien::project {

struct DumpOptions {
    bool history = false; ///< with who, when, before and after of every edit
    int indent = 2;       ///< spaces; -1: all on one line
};

/// Everything that a project holds as canonical JSON: equal projects give equal text. The layout is
/// described in docs/formats/project.md; text that is not UTF-8 (a damaged file) is shown with U+FFFD.
std::string dump(const Project& project, const DumpOptions& options = {});

} // namespace mien::project
