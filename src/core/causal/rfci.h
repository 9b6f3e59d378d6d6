// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/colliders.h"
#include "core/causal/knowledge.h"
#include "core/causal/rules.h"

#include <set>

namespace mien::causal {

/// Really fast causal inference (Colombo, Maathuis, Kalisch & Richardson 2012) on a skeleton: instead of a
/// possible-d-sep phase, every collider and every discriminating path is checked before it orients anything,
/// and an edge that fails its check leaves, which may make new triples to check. Its claims are as sound as
/// those of FCI; it may keep edges that FCI removes.
class Rfci {
public:
    Rfci(const IndependenceTest& test, const ResolvedKnowledge& knowledge, const JobContext& job,
         AdjacencyState& state)
        : m_session(test.session()), m_knowledge(knowledge), m_job(job), m_state(state) {}

    /// Checks, orients, applies the rules; leaves the marks in the state's graph.
    Result<ColliderOutcome> orient(bool selectionBias);

private:
    /// Paper's algorithm 4.4: moves triples from `open` to `settled`, takes away edges whose check fails.
    void settleTriples(std::set<Triple>& open);
    bool independent(int x, int y, std::span<const int> set);
    /// Takes the edge away and opens the triples that become unshielded by that.
    void remove(int x, int y, std::vector<int> set, std::set<Triple>& open);
    void orientSettled();
    /// Paper's algorithm 4.5, the part about R4: whether no edge of the path had to leave.
    bool pathHolds(const DiscriminatingPath& path);

    std::unique_ptr<TestSession> m_session;
    const ResolvedKnowledge& m_knowledge;
    const JobContext& m_job;
    AdjacencyState& m_state;
    std::set<Triple> m_settled;
    ColliderOutcome m_outcome;
};

} // namespace mien::causal
