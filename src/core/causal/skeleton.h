// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/causal/homology.h"
#include "core/causal/independence_test.h"
#include "core/causal/knowledge.h"
#include "core/causal/separating_sets.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace mien::causal {

/// The weakest evidence that was found for an edge: over all tests done, the one closest to independence.
struct PairEvidence {
    double logP = -std::numeric_limits<double>::infinity();
    double score = 0.0; ///< of that test (|r| of Fisher-z)
    int given = -1;     ///< size of its conditioning set; -1: no test was done
};

/// Everything that the phases that remove edges work on.
struct AdjacencyState {
    explicit AdjacencyState(std::vector<std::string> names);

    Pag graph;
    Homology homology; ///< pairs that are one pair at several times
    SeparatingSets sets;
    std::vector<PairEvidence> evidence; ///< p × p, both cells of a pair the same
    /// Per level of the skeleton: the adjacencies that were frozen for it (p × p). What a later phase asks
    /// for within them was asked before.
    std::vector<std::vector<char>> frozen;
    std::int64_t tests = 0;
    std::int64_t notDone = 0;
    int largestSet = 0; ///< K0: size of the largest separating set found

    std::size_t cell(int i, int j) const {
        return static_cast<std::size_t>(i) * static_cast<std::size_t>(graph.size()) +
               static_cast<std::size_t>(j);
    }
};

struct SkeletonOptions {
    int maxDepth = -1;      ///< largest conditioning set; -1: none
    bool strongest = false; ///< see PairSearchOptions
};

/// PC-stable (Colombo & Maathuis 2014): the adjacencies are frozen for each size of conditioning set, edges
/// leave at its end. Cancelled, else whether the depth kept sets from being asked.
Result<bool> searchSkeleton(const IndependenceTest& test, const ResolvedKnowledge& knowledge,
                            const SkeletonOptions& options, const JobContext& job, AdjacencyState& state);

} // namespace mien::causal
