// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/pag.h"
#include "core/motion/regions.h"

#include <random>

namespace mien::test {

using causal::Mark;

/// The 12 regions with one edge of each of the six kinds.
inline causal::Pag regionGraph() {
    std::vector<std::string> names;
    for (const auto& region : motion::regions())
        names.emplace_back(region.name);
    causal::Pag graph(names);
    graph.connect(0, 8, Mark::Tail, Mark::Arrow);
    graph.connect(1, 6, Mark::Circle, Mark::Arrow);
    graph.connect(2, 3, Mark::Arrow, Mark::Arrow);
    graph.connect(4, 5, Mark::Circle, Mark::Circle);
    graph.connect(7, 9, Mark::Tail, Mark::Tail);
    graph.connect(10, 11, Mark::Tail, Mark::Circle);
    return graph;
}

/// Any marks at all: what is drawn, not what is legal.
inline causal::Pag randomGraph(int nodes, int edges, unsigned seed) {
    std::vector<std::string> names;
    for (int i = 0; i < nodes; ++i)
        names.push_back("X" + std::to_string(i + 1));
    causal::Pag graph(names);
    std::mt19937 random(seed);
    constexpr Mark marks[] = {Mark::Circle, Mark::Arrow, Mark::Tail};
    while (graph.edgeCount() < edges) {
        const int a = static_cast<int>(random() % static_cast<unsigned>(nodes));
        const int b = static_cast<int>(random() % static_cast<unsigned>(nodes));
        if (a != b && !graph.adjacent(a, b))
            graph.connect(a, b, marks[random() % 3], marks[random() % 3]);
    }
    return graph;
}

} // namespace mien::test
