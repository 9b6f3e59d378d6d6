// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "core/training/spotting_folds.h"

namespace mien::cli {

/// A row of F1 macro, micro and overall with bootstrap intervals over subjects and tp / fp / fn in `table`;
/// the same with precision and recall under `scores` of the output.
void addScore(const std::string& name, const training::FoldScore& score, std::uint64_t seed, TextTable& table,
              Output& out);

} // namespace mien::cli
