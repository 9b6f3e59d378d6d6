// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/skeleton.h"

namespace mien::causal {

struct PossibleDSepOptions {
    int maxDepth = -1;        ///< largest conditioning set; -1: none
    int maxPathLength = -1;   ///< longest walk that makes a node a candidate, in edges; -1: none
    bool biconnected = false; ///< only candidates in the biconnected component of the edge
    /// Sizes of sets that would need more tests than this, together with the smaller ones, are left out; 0:
    /// none. A number of tests and not of milliseconds, so that the graph does not depend on the machine.
    std::int64_t testBudget = 0;
};

struct PossibleDSepOutcome {
    bool depthCapped = false;     ///< maxDepth kept sets from being asked
    bool budgetExhausted = false; ///< testBudget did
    int deepest = -1;             ///< largest size that was asked for every edge
};

/// possible-d-sep(x): every node that a walk from x reaches whose inner nodes are each a collider on it or
/// the middle of a triangle (Spirtes et al. 2000, p. 144). Walks are followed by ordered pairs of nodes.
std::vector<int> possibleDSep(const Pag& graph, int x, int maxPathLength = -1);

/// The biconnected component of every edge: component[i·p + j] is its number, -1 where there is no edge.
std::vector<int> biconnectedComponents(const Pag& graph);

/// Asks, for each edge left, all subsets of the possible-d-sep sets of its ends in the graph as it is now,
/// and removes edges at the end: nothing depends on the order of the pairs.
Result<PossibleDSepOutcome> searchPossibleDSep(const IndependenceTest& test,
                                               const ResolvedKnowledge& knowledge,
                                               const PossibleDSepOptions& options, const JobContext& job,
                                               AdjacencyState& state);

} // namespace mien::causal
