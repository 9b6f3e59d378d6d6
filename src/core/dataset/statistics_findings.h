// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/statistics.h"

namespace mien::dataset {

/// Compares what was counted with what Causal-Ex prints and says in whole sentences where the two disagree
/// and which mistake explains it. A mistake is named only where these very rows show it.
std::vector<std::string> findingsOf(const SourceStatistics& statistics);

} // namespace mien::dataset
