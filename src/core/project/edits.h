// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/project/rows.h"

namespace mien::project {

/// Makes the changes of an edit inside the caller's transaction; the recorder then holds every row it
/// touched, in order. `folder` is the project's own.
Result<Applied> makeChanges(Recorder& recorder, const Edit& edit, const std::filesystem::path& folder);

Json imageOf(const Tier& tier);
Json imageOf(TierId tier, const annotation::ExpressionEvent& event);

/// Valid UTF-8, which is all that the file and its journal can keep exactly.
bool isUtf8(std::string_view text);

} // namespace mien::project
