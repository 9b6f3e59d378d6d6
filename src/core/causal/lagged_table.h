// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/homology.h"
#include "core/causal/knowledge.h"
#include "core/causal/table.h"

namespace mien::causal {

/// "X" now, "X[t-1]" one row before.
std::string laggedName(const std::string& name, int lag);

/// Each column now and 1 … lags rows before, column after column: place column · (lags + 1) + lag. A row is
/// there only where all of them lie in one run. InvalidArgument: fewer than no lag, more than 50, or more
/// columns than a search can take; a column whose name is that of a lagged one. Corrupt: no run is long
/// enough.
Result<Table> laggedTable(const Table& table, int lags);

/// What is known of the columns, said of the columns at every lag; time adds that nothing later causes
/// anything earlier. "X" → "Y" required is meant within one row; forbidden, and by tiers, at every distance
/// in time. "X[t-1]" → "Y" is meant for that distance. InvalidArgument: required against time.
Result<Knowledge> laggedKnowledge(const Knowledge& knowledge, const std::vector<std::string>& names,
                                  int lags);

} // namespace mien::causal
