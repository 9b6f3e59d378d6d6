// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/pag.h"

#include <string>
#include <vector>

namespace mien::causal {

/// What no ancestral graph can contain, one sentence each: a directed cycle, an almost directed cycle (x <->
/// y and x an ancestor of y), an arrowhead at a node with an undirected edge. Finite data can produce them;
/// they are reported, never repaired.
std::vector<std::string> contradictions(const Pag& graph);

} // namespace mien::causal
