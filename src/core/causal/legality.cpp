// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/legality.h"

namespace mien::causal {
namespace {

/// reached[v]: a directed path of at least one edge leads from `from` to v.
std::vector<char> descendants(const Pag& graph, int from) {
    std::vector<char> reached(static_cast<std::size_t>(graph.size()), 0);
    std::vector<int> stack{from};
    while (!stack.empty()) {
        const int v = stack.back();
        stack.pop_back();
        for (const int w : graph.neighbours(v)) {
            if (graph.isParent(v, w) && !reached[static_cast<std::size_t>(w)]) {
                reached[static_cast<std::size_t>(w)] = 1;
                stack.push_back(w);
            }
        }
    }
    return reached;
}

} // namespace

std::vector<std::string> contradictions(const Pag& graph) {
    std::vector<std::string> found;
    const auto name = [&](int v) { return graph.names()[static_cast<std::size_t>(v)]; };
    for (int x = 0; x < graph.size(); ++x) {
        const auto below = descendants(graph, x);
        if (below[static_cast<std::size_t>(x)])
            found.push_back("A directed cycle runs through " + name(x) + ".");
        bool arrowhead = false;
        bool undirected = false;
        for (const int y : graph.neighbours(x)) {
            arrowhead |= graph.isArrow(y, x);
            undirected |= graph.isTail(y, x) && graph.isTail(x, y);
            if (graph.isArrow(y, x) && graph.isArrow(x, y) && below[static_cast<std::size_t>(y)])
                found.push_back(name(x) + " is a cause of " + name(y) +
                                " by one path and not by the edge between them.");
        }
        if (arrowhead && undirected)
            found.push_back(name(x) + " has an arrowhead beside an undirected edge.");
    }
    return found;
}

} // namespace mien::causal
