// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/colliders.h"

#include "core/causal/subsets.h"

#include <algorithm>

namespace mien::causal {
namespace {

enum class Kind { Collider, NonCollider, Ambiguous };

Kind bySeparatingSet(const AdjacencyState& state, const Triple& t) {
    if (!state.sets.found(t.a, t.c))
        return Kind::Ambiguous; // knowledge separated them: nothing was learnt about b
    return state.sets.holds(t.a, t.c, t.b) ? Kind::NonCollider : Kind::Collider;
}

/// Counts, among the sets within adj(a) or adj(c) and the recorded one, those that separate a and c, with and
/// without b.
class Votes {
public:
    Votes(const IndependenceTest& test, const ColliderOptions& options, const JobContext& job,
          AdjacencyState& state)
        : m_session(test.session()), m_options(options), m_job(job), m_state(state) {}

    Kind count(const Triple& t) {
        if (!m_state.sets.found(t.a, t.c))
            return Kind::Ambiguous;
        m_with = m_without = 0;
        const auto& recorded = m_state.sets.set(t.a, t.c);
        note(recorded, t.b);
        const auto fromA = others(t.a, t.c);
        const auto fromC = others(t.c, t.a);
        ask(t, fromA, nullptr, recorded);
        ask(t, fromC, &fromA, recorded);
        if (m_options.rule == ColliderRule::Conservative)
            return m_with == 0 ? Kind::Collider : m_without == 0 ? Kind::NonCollider : Kind::Ambiguous;
        return m_with < m_without ? Kind::Collider : m_with > m_without ? Kind::NonCollider : Kind::Ambiguous;
    }

private:
    std::vector<int> others(int v, int without) const {
        std::vector<int> list;
        for (const int w : m_state.graph.neighbours(v))
            if (w != without)
                list.push_back(w);
        return list;
    }
    void note(std::span<const int> set, int b) {
        ++(std::binary_search(set.begin(), set.end(), b) ? m_with : m_without);
    }
    void ask(const Triple& t, const std::vector<int>& from, const std::vector<int>* asked,
             const std::vector<int>& recorded) {
        const int deepest = m_options.maxDepth < 0
                                ? static_cast<int>(from.size())
                                : std::min(m_options.maxDepth, static_cast<int>(from.size()));
        for (int size = 0; size <= deepest; ++size) {
            for (Subsets sets(from, size); !sets.done() && !m_job.cancelled(); sets.next()) {
                const auto set = sets.values();
                const auto wasAsked = [&](int v) {
                    return std::binary_search(asked->begin(), asked->end(), v);
                };
                if (asked && std::all_of(set.begin(), set.end(), wasAsked))
                    continue;
                if (std::equal(set.begin(), set.end(), recorded.begin(), recorded.end()))
                    continue;
                const Answer answer = m_session->decide(t.a, t.c, set);
                ++(answer.verdict == Verdict::NotDone ? m_state.notDone : m_state.tests);
                if (answer.verdict == Verdict::Independent)
                    note(set, t.b);
            }
        }
    }

    std::unique_ptr<TestSession> m_session;
    const ColliderOptions& m_options;
    const JobContext& m_job;
    AdjacencyState& m_state;
    int m_with = 0;
    int m_without = 0;
};

} // namespace

std::vector<Triple> unshieldedTriples(const Pag& graph) {
    std::vector<Triple> triples;
    for (int b = 0; b < graph.size(); ++b) {
        const auto around = graph.neighbours(b);
        for (std::size_t i = 0; i < around.size(); ++i)
            for (std::size_t k = i + 1; k < around.size(); ++k)
                if (!graph.adjacent(around[i], around[k]))
                    triples.emplace_back(around[i], b, around[k]);
    }
    return triples;
}

Result<ColliderOutcome> orientColliders(const IndependenceTest& test, const ColliderOptions& options,
                                        const JobContext& job, AdjacencyState& state) {
    ColliderOutcome outcome;
    Votes votes(test, options, job, state);
    Pag& graph = state.graph;
    for (const Triple& t : unshieldedTriples(graph)) {
        const Kind kind = options.rule == ColliderRule::SeparatingSet
                              ? bySeparatingSet(state, t)
                              : votes.count(state.homology.nearest(t)); // a triple's votes count at all times
        if (job.cancelled())
            return cancelled();
        if (kind == Kind::Ambiguous)
            outcome.ambiguous.insert(t);
        if (kind != Kind::Collider)
            continue;
        if (graph.isTail(t.a, t.b) || graph.isTail(t.c, t.b)) {
            outcome.againstKnowledge.push_back(t);
            outcome.ambiguous.insert(t); // the data say no non-collider, knowledge says no collider
            continue;
        }
        for (const int end : {t.a, t.c})
            if (graph.isCircle(end, t.b))
                state.homology.eachAlike(
                    end, t.b, [&](int x, int b, int) { graph.setEnd(x, b, Mark::Arrow, Reason::R0); });
    }
    return outcome;
}

} // namespace mien::causal
