// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/project/schema.h"

namespace mien::project {

/// openProject and createProject with the steps handed in, so that tests can migrate between versions of
/// their own making.
Result<std::unique_ptr<Project>> openWith(const std::filesystem::path& path, OpenMode mode,
                                          std::span<const Migration> steps);
Result<std::unique_ptr<Project>> createWith(const std::filesystem::path& path,
                                            std::span<const Migration> steps);

} // namespace mien::project
