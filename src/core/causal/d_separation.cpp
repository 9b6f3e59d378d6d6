// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/d_separation.h"

#include <algorithm>
#include <limits>

namespace mien::causal {

/// Reachability along active trails (Koller & Friedman 2009, algorithm 3.1): a state is a node and whether
/// the trail came up into it (from a child) or down (from a parent).
class DSeparationOracle::Session final : public TestSession {
public:
    explicit Session(const DSeparationOracle& oracle)
        : m_oracle(oracle),
          m_given(oracle.m_dag.nodes.size()),
          m_ancestor(m_given.size()),
          m_visited(2 * m_given.size()) {}

    Answer decide(int x, int y, std::span<const int> given) override {
        condition(given);
        const bool connected = reaches(node(x), node(y));
        return {connected ? Verdict::Dependent : Verdict::Independent, connected ? 1.0 : 0.0};
    }

private:
    int node(int variable) const { return m_oracle.m_observed[static_cast<std::size_t>(variable)]; }

    void condition(std::span<const int> given) {
        std::fill(m_given.begin(), m_given.end(), false);
        std::fill(m_ancestor.begin(), m_ancestor.end(), false);
        m_queue.clear();
        const auto add = [&](int v) {
            m_given[static_cast<std::size_t>(v)] = true;
            m_queue.push_back(v);
        };
        for (const int s : m_oracle.m_dag.selection)
            add(s);
        for (const int variable : given)
            add(node(variable));
        while (!m_queue.empty()) {
            const auto v = static_cast<std::size_t>(m_queue.back());
            m_queue.pop_back();
            if (m_ancestor[v])
                continue;
            m_ancestor[v] = true;
            m_queue.insert(m_queue.end(), m_oracle.m_parents[v].begin(), m_oracle.m_parents[v].end());
        }
    }

    bool reaches(int from, int target) {
        std::fill(m_visited.begin(), m_visited.end(), false);
        m_queue.assign(1, 2 * from); // 2 v: up into v; 2 v + 1: down into v
        while (!m_queue.empty()) {
            const auto state = static_cast<std::size_t>(m_queue.back());
            m_queue.pop_back();
            if (m_visited[state])
                continue;
            m_visited[state] = true;
            const std::size_t v = state / 2;
            const bool down = state % 2 == 1;
            if (static_cast<int>(v) == target)
                return true;
            if (!m_given[v])
                for (const int child : m_oracle.m_children[v])
                    m_queue.push_back(2 * child + 1);
            if (down ? m_ancestor[v] : !m_given[v])
                for (const int parent : m_oracle.m_parents[v])
                    m_queue.push_back(2 * parent);
        }
        return false;
    }

    const DSeparationOracle& m_oracle;
    std::vector<char> m_given;
    std::vector<char> m_ancestor; ///< of the given ones, themselves included
    std::vector<char> m_visited;
    std::vector<int> m_queue;
};

DSeparationOracle::DSeparationOracle(Dag dag)
    : m_dag(std::move(dag)),
      m_observed(m_dag.observed()),
      m_parents(m_dag.nodes.size()),
      m_children(m_dag.nodes.size()) {
    for (const auto& [from, to] : m_dag.edges) {
        m_parents[static_cast<std::size_t>(to)].push_back(from);
        m_children[static_cast<std::size_t>(from)].push_back(to);
    }
}

Result<std::unique_ptr<DSeparationOracle>> DSeparationOracle::create(Dag dag) {
    if (const auto fine = dag.check(); !fine)
        return Unexpected(fine.error());
    return std::unique_ptr<DSeparationOracle>(new DSeparationOracle(std::move(dag)));
}

std::unique_ptr<TestSession> DSeparationOracle::session() const {
    return std::make_unique<Session>(*this);
}

double DSeparationOracle::logP(int, int, int, double score) const {
    return score > 0.5 ? -std::numeric_limits<double>::infinity() : 0.0;
}

} // namespace mien::causal
