// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/pair_search.h"
#include "core/causal/skeleton.h"

namespace mien::causal {

/// Counts an answer's tests, keeps its evidence, and takes the edge away where a set was found.
void settle(const IndependenceTest& test, const PairQuestion& question, PairAnswer&& answer, int size,
            AdjacencyState& state);

} // namespace mien::causal
