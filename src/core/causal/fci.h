// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/causal/colliders.h"
#include "core/causal/independence_test.h"
#include "core/causal/knowledge.h"
#include "core/causal/possible_d_sep.h"
#include "core/causal/skeleton.h"

#include <string>
#include <string_view>
#include <vector>

namespace mien::causal {

enum class Algorithm {
    Fci,
    Rfci, ///< checks instead of possible-d-sep: faster, as sound, may keep more edges; colliders by
          ///< separating sets
};

struct FciOptions {
    Algorithm algorithm = Algorithm::Fci;
    /// Nodes may be causes of what brought the samples into the table: R5–R7 apply. Tiers and forbidden
    /// causes switch it off, since the arrowheads they license need its absence.
    bool selectionBias = true;
    /// Largest conditioning set, in both phases that remove edges (anytime FCI, Spirtes 2001: fewer and
    /// weaker claims, none wrong); -1: none.
    int maxDepth = -1;
    ColliderRule colliders = ColliderRule::SeparatingSet;
    bool strongestSet = false; ///< of a level's separating sets keep the one with the largest p-value
    bool possibleDSep = true;  ///< without it the graph is weaker: it may keep edges that should go
    int maxPathLength = -1;    ///< of the walks of possible-d-sep; -1: none
    bool biconnected = false;  ///< possible-d-sep within the biconnected component of an edge
    /// Largest set of possible-d-sep beyond the largest separating set of the skeleton (K0); -1: none.
    int beyondSkeleton = -1;
    std::int64_t possibleDSepBudget = 0; ///< tests; see PossibleDSepOptions

    /// What answers at once while a slider is dragged: possible-d-sep within biconnected components, up to K0
    /// + 2, at most 25,000 tests (about 5 ms); above 24 variables also a depth of 3.
    static FciOptions interactive(int variables);
    static FciOptions complete() { return {}; }
    static FciOptions anytime(int depth) {
        FciOptions options;
        options.maxDepth = depth;
        return options;
    }
    /// No possible-d-sep phase.
    static FciOptions fast() {
        FciOptions options;
        options.possibleDSep = false;
        return options;
    }
};

struct PhaseCount {
    std::int64_t tests =
        0; ///< questions answered; each once, but for what conservative and majority ask again
    std::int64_t notDone = 0; ///< questions that could not be: too few samples, or a determined variable
    double seconds = 0.0;
};

/// What limits were hit, so that nobody reads a limited graph as the full answer.
struct Limits {
    bool skeletonDepth = false;
    bool possibleDSepDepth = false;
    bool possibleDSepBudget = false;
    bool noPossibleDSep = false;

    bool any() const { return skeletonDepth || possibleDSepDepth || possibleDSepBudget || noPossibleDSep; }
};

struct FciResult {
    Pag graph;
    std::vector<LaggedVariable> lagged; ///< of a lagged search: what each node is; else empty
    SeparatingSets sets;
    std::vector<PairEvidence> evidence; ///< p × p
    TripleSet ambiguous;
    PhaseCount skeleton;
    PhaseCount possibleDSep;
    PhaseCount orientation;
    int largestSkeletonSet = 0; ///< K0
    bool selectionBias = true;  ///< as used: knowledge may have switched it off
    Limits limits;
    std::vector<std::string> warnings;

    const PairEvidence& evidenceOf(int i, int j) const {
        return evidence[static_cast<std::size_t>(i) * static_cast<std::size_t>(graph.size()) +
                        static_cast<std::size_t>(j)];
    }
    std::int64_t tests() const { return skeleton.tests + possibleDSep.tests + orientation.tests; }
};

/// Fast causal inference: the partial ancestral graph of the variables (Spirtes et al. 2000; Zhang 2008).
/// Variable i of the test is names[i]. The search works in the natural order of the names, so that the order
/// of the variables changes nothing.
Result<FciResult> fci(const IndependenceTest& test, const std::vector<std::string>& names,
                      const Knowledge& knowledge, const FciOptions& options, const JobContext& job);

/// The same for series now and some rows before (svar-FCI; Malinsky & Spirtes 2018): variable i is lagged[i].
/// Of pairs that are one pair at several times the one nearest to now is tested, and its answer, its
/// separating set and its ends hold for all. That nothing later causes anything earlier must be among the
/// knowledge (laggedKnowledge()). InvalidArgument: RFCI.
Result<FciResult> fci(const IndependenceTest& test, const std::vector<std::string>& names,
                      const std::vector<LaggedVariable>& lagged, const Knowledge& knowledge,
                      const FciOptions& options, const JobContext& job);

} // namespace mien::causal
