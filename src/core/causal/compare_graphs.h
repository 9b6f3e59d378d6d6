// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/pag.h"

#include <string_view>

namespace mien::causal {

enum class PairChange {
    Same,
    Added,   ///< an edge in the second graph alone
    Removed, ///< an edge in the first graph alone
    Ends,    ///< an edge in both, of which at least one end differs
};

constexpr std::string_view nameOf(PairChange change) {
    return change == PairChange::Same      ? "same"
           : change == PairChange::Added   ? "added"
           : change == PairChange::Removed ? "removed"
                                           : "ends";
}

/// What two graphs say of one pair that has an edge in either.
struct PairComparison {
    int a = 0; ///< of GraphComparison::names, a < b
    int b = 0;
    PairChange change = PairChange::Same;
    Mark firstAtA = Mark::None; ///< None: no edge there
    Mark firstAtB = Mark::None;
    Mark secondAtA = Mark::None;
    Mark secondAtB = Mark::None;
    /// One graph has a tail where the other has an arrowhead. A circle beside either denies nothing.
    bool contradicts = false;
};

struct GraphComparison {
    std::vector<std::string> names;     ///< in both graphs, in natural order; only these are compared
    std::vector<std::string> onlyFirst; ///< nodes of one graph alone
    std::vector<std::string> onlySecond;
    std::vector<PairComparison> pairs; ///< in order of (a, b)
    int same = 0;
    int added = 0;
    int removed = 0;
    int ends = 0;           ///< edges of both graphs that differ in an end
    int endsDiffering = 0;  ///< single ends that differ, over the edges of both graphs
    int contradictions = 0; ///< of these, a tail against an arrowhead

    /// Structural Hamming distance: the pairs that differ, in their edge or in an end; each counts 1.
    int distance() const { return added + removed + ends; }
};

/// Nodes are matched by name; their order means nothing.
GraphComparison compareGraphs(const Pag& first, const Pag& second);

} // namespace mien::causal
