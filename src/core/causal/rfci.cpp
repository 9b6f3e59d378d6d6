// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/rfci.h"

#include "core/causal/subsets.h"

#include <algorithm>

namespace mien::causal {

bool Rfci::independent(int x, int y, std::span<const int> set) {
    const Answer answer = m_session->decide(x, y, set);
    ++(answer.verdict == Verdict::NotDone ? m_state.notDone : m_state.tests);
    return answer.verdict == Verdict::Independent;
}

void Rfci::remove(int x, int y, std::vector<int> set, std::set<Triple>& open) {
    Pag& graph = m_state.graph;
    graph.disconnect(x, y);
    m_state.sets.setFound(x, y, std::move(set));
    const auto holdsEdge = [&](const Triple& t) {
        return (t.b == x && (t.a == y || t.c == y)) || (t.b == y && (t.a == x || t.c == x));
    };
    std::erase_if(open, holdsEdge);
    std::erase_if(m_settled, holdsEdge);
    for (const int v : graph.neighbours(x))
        if (graph.adjacent(v, y))
            open.insert(Triple(x, v, y));
}

void Rfci::settleTriples(std::set<Triple>& open) {
    while (!open.empty() && !m_job.cancelled()) {
        const Triple t = *open.begin();
        open.erase(open.begin());
        if (!m_state.sets.found(t.a, t.c)) {
            m_outcome.ambiguous.insert(t); // knowledge separated them
            continue;
        }
        std::vector<int> set = m_state.sets.set(t.a, t.c);
        std::erase(set, t.b);
        bool stands = true;
        for (const int end : {t.a, t.c}) {
            if (m_knowledge.fixed(end, t.b) || !independent(end, t.b, set))
                continue;
            stands = false;
            // The smallest subset that does it; the whole set does, so one is found.
            for (int size = 0; size <= static_cast<int>(set.size()); ++size) {
                bool found = false;
                for (Subsets subsets(set, size); !subsets.done() && !found; subsets.next()) {
                    const auto subset = subsets.values();
                    const bool whole = subset.size() == set.size();
                    if (!whole && !independent(end, t.b, subset))
                        continue;
                    remove(end, t.b, {subset.begin(), subset.end()}, open);
                    found = true;
                }
                if (found)
                    break;
            }
        }
        if (stands)
            m_settled.insert(t);
    }
}

void Rfci::orientSettled() {
    Pag& graph = m_state.graph;
    for (const Triple& t : m_settled) {
        if (m_state.sets.holds(t.a, t.c, t.b))
            continue;
        const auto forbids = [&](int end) {
            return graph.isTail(end, t.b) && graph.reason(end, t.b) == Reason::Knowledge;
        };
        if ((forbids(t.a) || forbids(t.c)) && !m_outcome.ambiguous.contains(t.a, t.b, t.c)) {
            m_outcome.againstKnowledge.push_back(t);
            m_outcome.ambiguous.insert(t);
        }
        if (graph.isTail(t.a, t.b) || graph.isTail(t.c, t.b))
            continue;
        for (const int end : {t.a, t.c})
            if (graph.isCircle(end, t.b))
                graph.setEnd(end, t.b, Mark::Arrow, Reason::R0);
    }
}

bool Rfci::pathHolds(const DiscriminatingPath& path) {
    const std::vector<int> all = m_state.sets.set(path.theta(), path.c());
    for (std::size_t i = 0; i + 1 < path.nodes.size(); ++i) {
        const int x = path.nodes[i];
        const int y = path.nodes[i + 1];
        if (m_knowledge.fixed(x, y))
            continue;
        std::vector<int> from = all;
        std::erase(from, x);
        std::erase(from, y);
        for (int size = 0; size <= static_cast<int>(from.size()); ++size) {
            for (Subsets subsets(from, size); !subsets.done() && !m_job.cancelled(); subsets.next()) {
                const auto subset = subsets.values();
                if (!independent(x, y, subset))
                    continue;
                std::set<Triple> open;
                remove(x, y, {subset.begin(), subset.end()}, open);
                settleTriples(open);
                orientSettled();
                return false;
            }
        }
    }
    return true;
}

Result<ColliderOutcome> Rfci::orient(bool selectionBias) {
    const auto triples = unshieldedTriples(m_state.graph);
    std::set<Triple> open(triples.begin(), triples.end());
    settleTriples(open);
    m_state.graph.resetMarks();
    m_knowledge.orient(m_state.graph);
    orientSettled();
    Rules rules(m_state.graph, m_state.sets, m_outcome.ambiguous);
    rules.checkPaths([this](const DiscriminatingPath& path) { return pathHolds(path); });
    rules.applyAll(selectionBias);
    if (m_job.cancelled())
        return cancelled();
    return std::move(m_outcome);
}

} // namespace mien::causal
