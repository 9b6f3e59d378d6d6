// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/causal/dag.h"

#include <numeric>

namespace mien::causal::test {

inline std::vector<int> shuffledOrder(std::size_t count, Rng& rng) {
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[rng.below(i)]);
    return order;
}

/// The same graph with its nodes and edges in another order.
inline Dag shuffled(const Dag& dag, Rng& rng) {
    const auto order = shuffledOrder(dag.nodes.size(), rng);
    Dag other;
    other.nodes.resize(dag.nodes.size());
    const auto moved = [&](int v) { return order[static_cast<std::size_t>(v)]; };
    for (std::size_t v = 0; v < dag.nodes.size(); ++v)
        other.nodes[static_cast<std::size_t>(order[v])] = dag.nodes[v];
    for (const int v : dag.latents)
        other.latents.push_back(moved(v));
    for (const int v : dag.selection)
        other.selection.push_back(moved(v));
    for (const int e : shuffledOrder(dag.edges.size(), rng)) {
        const auto& [from, to] = dag.edges[static_cast<std::size_t>(e)];
        other.edges.emplace_back(moved(from), moved(to));
    }
    return other;
}

} // namespace mien::causal::test
