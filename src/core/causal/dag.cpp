// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/dag.h"

#include "core/causal/natural_order.h"

#include <algorithm>
#include <set>

namespace mien::causal {
namespace {

bool holds(const std::vector<int>& list, int value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// Takes away nodes without causes until none is left; what cannot be taken lies on or behind a cycle.
bool isAcyclic(const Dag& dag) {
    std::vector<int> causes(dag.nodes.size(), 0);
    for (const auto& [from, to] : dag.edges)
        ++causes[static_cast<std::size_t>(to)];
    std::vector<int> ready;
    for (std::size_t v = 0; v < causes.size(); ++v)
        if (causes[v] == 0)
            ready.push_back(static_cast<int>(v));
    std::size_t taken = 0;
    while (!ready.empty()) {
        const int v = ready.back();
        ready.pop_back();
        ++taken;
        for (const auto& [from, to] : dag.edges)
            if (from == v && --causes[static_cast<std::size_t>(to)] == 0)
                ready.push_back(to);
    }
    return taken == dag.nodes.size();
}

} // namespace

std::vector<int> Dag::observed() const {
    std::vector<int> list;
    for (int v = 0; v < static_cast<int>(nodes.size()); ++v)
        if (!holds(latents, v) && !holds(selection, v))
            list.push_back(v);
    return list;
}

std::vector<std::string> Dag::observedNames() const {
    std::vector<std::string> names;
    for (const int v : observed())
        names.push_back(nodes[static_cast<std::size_t>(v)]);
    return names;
}

Dag Dag::sorted() const {
    const auto order = canonicalOrder(nodes);
    std::vector<int> place(nodes.size());
    Dag other;
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
        other.nodes.push_back(nodes[static_cast<std::size_t>(order[i])]);
    }
    const auto moved = [&](int v) { return place[static_cast<std::size_t>(v)]; };
    for (const int v : latents)
        other.latents.push_back(moved(v));
    for (const int v : selection)
        other.selection.push_back(moved(v));
    for (const auto& [from, to] : edges)
        other.edges.emplace_back(moved(from), moved(to));
    return other;
}

Result<void> Dag::check() const {
    const int count = static_cast<int>(nodes.size());
    std::set<std::string> seen;
    for (const auto& name : nodes)
        if (!seen.insert(name).second)
            return fail(ErrorCode::InvalidArgument, "The node \"" + name + "\" is named twice.");
    const auto inside = [&](int v) { return v >= 0 && v < count; };
    for (const auto* list : {&latents, &selection})
        if (!std::all_of(list->begin(), list->end(), inside))
            return fail(ErrorCode::InvalidArgument, "A latent or selection node is not among the nodes.");
    for (const int v : latents)
        if (holds(selection, v))
            return fail(ErrorCode::InvalidArgument, "The node \"" + nodes[static_cast<std::size_t>(v)] +
                                                        "\" is both latent and a selection node.");
    for (const auto& [from, to] : edges) {
        if (!inside(from) || !inside(to))
            return fail(ErrorCode::InvalidArgument, "An edge names a node that is not among the nodes.");
        if (from == to)
            return fail(ErrorCode::InvalidArgument,
                        "The node \"" + nodes[static_cast<std::size_t>(from)] + "\" has an edge to itself.");
    }
    if (!isAcyclic(*this))
        return fail(ErrorCode::InvalidArgument,
                    "The graph has a directed cycle; a d-separation oracle needs an acyclic graph.");
    return {};
}

} // namespace mien::causal
