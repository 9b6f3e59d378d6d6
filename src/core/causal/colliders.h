// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/skeleton.h"
#include "core/causal/triples.h"

#include <string_view>

namespace mien::causal {

/// How an unshielded triple a – b – c is told to be a collider.
enum class ColliderRule : std::uint8_t {
    SeparatingSet, ///< b is not in the set that separated a and c
    Conservative,  ///< b is in none of the sets that separate them (in all: non-collider; else ambiguous)
    Majority,      ///< b is in fewer than half of them (more: non-collider; half: ambiguous)
};

constexpr std::string_view nameOf(ColliderRule rule) {
    return rule == ColliderRule::SeparatingSet  ? "separating-set"
           : rule == ColliderRule::Conservative ? "conservative"
                                                : "majority";
}

struct ColliderOptions {
    ColliderRule rule = ColliderRule::SeparatingSet;
    int maxDepth = -1; ///< of the sets that conservative and majority look at
};

struct ColliderOutcome {
    TripleSet ambiguous;
    std::vector<Triple> againstKnowledge; ///< colliders that a required cause forbids; left unoriented
};

std::vector<Triple> unshieldedTriples(const Pag& graph);

/// R0. The marks must be circles and what knowledge says; the graph gets its arrowheads.
Result<ColliderOutcome> orientColliders(const IndependenceTest& test, const ColliderOptions& options,
                                        const JobContext& job, AdjacencyState& state);

} // namespace mien::causal
