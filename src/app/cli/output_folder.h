// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace mien::cli {

/// Whether this folder is there or can be made, and can be written into: asked before hours are spent on what
/// is to lie in it. Makes nothing. WriteFailed.
Result<void> checkOutputFolder(const std::filesystem::path& folder);

/// The same of the place of a model, which may replace another model and nothing else.
Result<void> checkModelPlace(const std::filesystem::path& folder);

} // namespace mien::cli
