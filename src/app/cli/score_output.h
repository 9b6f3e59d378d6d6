// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/training/spotting_folds.h"

namespace mien::cli {

/// tp, fp, fn, precision, recall, F1, and its bootstrap interval over subjects.
Json toJson(const evaluation::SpottingCounts& counts,
            const std::vector<evaluation::SpottingCounts>& bySubject, std::uint64_t seed);
/// The same of macro, micro and overall.
Json scoreJson(const training::FoldScore& score, std::uint64_t seed);
/// "0.612 [0.540, 0.688]" of such counts.
std::string shownF1(const Json& counts);

} // namespace mien::cli
