// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/homology.h"
#include "core/causal/pag.h"
#include "core/causal/separating_sets.h"
#include "core/causal/triples.h"

#include <functional>
#include <vector>

namespace mien::causal {

/// A path <theta, …, a, b, c> on which every node between theta and b is a collider and a parent of c, and
/// theta and c are not adjacent: b decides whether it is a collider too.
struct DiscriminatingPath {
    std::vector<int> nodes; ///< theta … a, b, c

    int theta() const { return nodes.front(); }
    int a() const { return nodes[nodes.size() - 3]; }
    int b() const { return nodes[nodes.size() - 2]; }
    int c() const { return nodes.back(); }
};

/// The orientation rules R1–R10 of Zhang (2008). Only circles are ever replaced; no rule waits for another.
///
/// The path searches of R5, R9 and R10 walk over ordered EDGES: the next node must not be adjacent, in the
/// full graph, to the last but one. A search that marks nodes as visited loses paths. A walk that repeats a
/// node would close a directed cycle under the hypothesis the rule refutes, so walks serve as paths.
class Rules {
public:
    Rules(Pag& graph, const SeparatingSets& sets, const TripleSet& ambiguous, const Homology& homology = {})
        : m_graph(graph), m_sets(sets), m_ambiguous(ambiguous), m_homology(homology) {}

    /// R5–R7 are for graphs whose nodes may cause selection.
    void applyAll(bool selectionBias);
    /// One rule over the whole graph, once; whether it set a mark.
    bool apply(Reason rule);

    /// Asks before R4 uses a path (RFCI). "No" means that an edge was taken away: R4 begins anew.
    void checkPaths(std::function<bool(const DiscriminatingPath&)> holds) { m_holds = std::move(holds); }

    /// For b o-* c, a shortest discriminating path through each a, in the order of the nodes; theta and c
    /// have a separating set on file.
    std::vector<DiscriminatingPath> discriminatingPaths(int b, int c) const;

private:
    bool r1();
    bool r2();
    bool r3();
    bool r4();
    bool r5();
    bool r6();
    bool r7();
    bool r8();
    bool r9();
    bool r10();

    bool put(int i, int j, Mark atJ, Reason rule);
    /// a – b – c is unshielded and known not to be a collider (where b is no collider by its marks).
    bool definiteNonCollider(int a, int b, int c) const {
        return !m_graph.adjacent(a, c) && !m_ambiguous.contains(a, b, c);
    }
    /// The nodes of an uncovered circle walk a, c, …, d, b with c, b and d, a not adjacent; empty if none.
    std::vector<int> uncoveredCircleWalk(int a, int b) const;
    /// From -> to may be followed by a possibly directed path.
    bool possiblyDirected(int from, int to) const {
        return m_graph.adjacent(from, to) && !m_graph.isArrow(to, from) && !m_graph.isTail(from, to);
    }
    /// Whether an uncovered possibly directed walk a, first, … reaches one of the goals.
    bool uncoveredWalkReaches(int a, int first, int avoid, const std::vector<char>& goals) const;

    Pag& m_graph;
    const SeparatingSets& m_sets;
    const TripleSet& m_ambiguous;
    Homology m_homology; ///< an end is set at all times at once
    std::function<bool(const DiscriminatingPath&)> m_holds;
};

} // namespace mien::causal
