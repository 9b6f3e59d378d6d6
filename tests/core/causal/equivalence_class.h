// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/dag.h"
#include "core/causal/pag.h"

#include <cstdint>
#include <optional>
#include <vector>

// The partial ancestral graph by its definition, without any orientation rule and without the engine's
// oracle: separation is decided path by path, adjacency by asking every set, and the marks are those that all
// Markov-equivalent maximal ancestral graphs share, each of which is written down. For small graphs.

namespace mien::causal::test {

using Bits = std::uint32_t;
constexpr Bits bit(int v) {
    return Bits{1} << v;
}

/// One path between two nodes: it is open given Z when no non-collider is in Z and every collider is an
/// ancestor of Z.
struct PathMasks {
    Bits nonColliders = 0;
    Bits colliders = 0;
};

/// Separation in a DAG by listing all simple paths.
class SlowSeparation {
public:
    explicit SlowSeparation(const Dag& dag);
    /// x, y and given are places among the observed nodes; the selection nodes are always given.
    bool separated(int x, int y, Bits given) const;
    /// x is an ancestor of y, or of a selection node.
    bool causes(int x, int y) const;
    /// x is an ancestor of y itself.
    bool isAncestor(int x, int y) const;
    int observed() const { return static_cast<int>(m_observed.size()); }

private:
    void extend(int target, std::vector<int>& path, PathMasks masks, std::vector<PathMasks>& out) const;
    Bits ancestorsOf(Bits nodes) const;

    std::vector<int> m_observed;
    Bits m_selection = 0;
    std::vector<Bits> m_parents;
    std::vector<Bits> m_children;
    std::vector<Bits> m_ancestors;                            ///< of each node, itself included
    std::vector<std::vector<std::vector<PathMasks>>> m_paths; ///< between observed places
};

/// A maximal ancestral graph over the observed nodes: mark[i][j] is the mark at j.
struct AncestralGraph {
    int size = 0;
    std::vector<std::vector<Mark>> mark;

    bool adjacent(int i, int j) const {
        return mark[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] != Mark::None;
    }
    Mark end(int i, int j) const { return mark[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)]; }
    int edges() const;
};

/// Adjacent: no set separates. Tail at x on x–y: x is an ancestor of y or of the selection.
AncestralGraph ancestralGraphOf(const SlowSeparation& truth);

struct EquivalenceClass {
    Pag pag;
    std::int64_t members = 0;
};

/// Which members count.
struct Admitted {
    bool selection = true;        ///< graphs with undirected edges count
    std::vector<int> tierOf = {}; ///< of each observed node: no later one is an ancestor of an earlier one
};

/// Nothing where more than `mostLeaves` assignments of marks would have to be tried.
std::optional<EquivalenceClass> enumerateClass(const Dag& dag, std::int64_t mostLeaves,
                                               const Admitted& admitted = {});

/// Whether the two have the same independence model, asked set by set, all of them (the enumeration asks only
/// the pairwise statements, which suffice by Sadeghi & Lauritzen 2014).
bool sameModel(const AncestralGraph& graph, const SlowSeparation& truth);

/// Every member of the class, for checks of the enumeration itself.
std::vector<AncestralGraph> classMembers(const Dag& dag);

} // namespace mien::causal::test
