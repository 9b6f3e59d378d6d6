// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/rules.h"

#include <algorithm>
#include <deque>

namespace mien::causal {
namespace {

/// Which ordered edges a walk has used, and from which it came.
class OrderedEdges {
public:
    explicit OrderedEdges(int size)
        : m_size(static_cast<std::size_t>(size)), m_before(m_size * m_size, unused) {}

    bool enter(int before, int from, int to) {
        int& slot = m_before[static_cast<std::size_t>(from) * m_size + static_cast<std::size_t>(to)];
        if (slot != unused)
            return false;
        slot = before;
        queue.emplace_back(from, to);
        return true;
    }
    int before(int from, int to) const {
        return m_before[static_cast<std::size_t>(from) * m_size + static_cast<std::size_t>(to)];
    }

    static constexpr int start = -1;
    std::deque<std::pair<int, int>> queue;

private:
    static constexpr int unused = -2;
    std::size_t m_size;
    std::vector<int> m_before;
};

} // namespace

std::vector<DiscriminatingPath> Rules::discriminatingPaths(int b, int c) const {
    std::vector<DiscriminatingPath> found;
    const Pag& g = m_graph;
    constexpr int unseen = -2;
    std::vector<int> towards(static_cast<std::size_t>(g.size()), unseen); // the next node on the way to b
    for (const int a : g.neighbours(b)) {
        if (!g.isArrow(b, a) || !g.adjacent(a, c) || !g.isParent(a, c))
            continue;
        std::fill(towards.begin(), towards.end(), unseen);
        towards[static_cast<std::size_t>(a)] = b;
        std::deque<int> queue{a};
        bool done = false;
        while (!queue.empty() && !done) {
            const int t = queue.front();
            queue.pop_front();
            for (const int d : g.neighbours(t)) {
                if (d == b || d == c || towards[static_cast<std::size_t>(d)] != unseen || !g.isArrow(d, t))
                    continue;
                // A node that neither ends the path nor goes on may do so from another t: it stays unseen.
                if (!g.adjacent(d, c)) {
                    if (!m_sets.found(d, c))
                        continue;
                    towards[static_cast<std::size_t>(d)] = t;
                    DiscriminatingPath path;
                    for (int v = d; v != b; v = towards[static_cast<std::size_t>(v)])
                        path.nodes.push_back(v);
                    path.nodes.insert(path.nodes.end(), {b, c});
                    found.push_back(std::move(path));
                    done = true;
                    break;
                }
                if (g.isArrow(t, d) && g.isParent(d, c)) {
                    towards[static_cast<std::size_t>(d)] = t;
                    queue.push_back(d);
                }
            }
        }
    }
    return found;
}

std::vector<int> Rules::uncoveredCircleWalk(int a, int b) const {
    const Pag& g = m_graph;
    const auto circles = [&](int i, int j) { return g.isCircle(i, j) && g.isCircle(j, i); };
    OrderedEdges edges(g.size());
    for (const int c : g.neighbours(a))
        if (c != b && circles(a, c) && definiteNonCollider(c, a, b))
            edges.enter(OrderedEdges::start, a, c);
    while (!edges.queue.empty()) {
        const auto [from, at] = edges.queue.front();
        edges.queue.pop_front();
        for (const int next : g.neighbours(at)) {
            if (next == a || next == from || !circles(at, next) || !definiteNonCollider(from, at, next))
                continue;
            if (next != b) {
                edges.enter(from, at, next);
                continue;
            }
            if (!definiteNonCollider(at, b, a))
                continue;
            std::vector<int> walk{b};
            int behind = at;
            int before = from;
            while (before != OrderedEdges::start) {
                walk.push_back(behind);
                const int earlier = edges.before(before, behind);
                behind = before;
                before = earlier;
            }
            walk.push_back(behind); // a
            return walk;
        }
    }
    return {};
}

/// a o-o b and an uncovered circle path between them whose junctions at a and b are uncovered too: every edge
/// on the circle is undirected.
bool Rules::r5() {
    bool changed = false;
    for (int a = 0; a < m_graph.size(); ++a) {
        for (const int b : m_graph.neighbours(a)) {
            if (b < a || !m_graph.isCircle(a, b) || !m_graph.isCircle(b, a))
                continue;
            const auto walk = uncoveredCircleWalk(a, b);
            if (walk.empty())
                continue;
            const auto undirect = [&](int i, int j) {
                changed |= put(i, j, Mark::Tail, Reason::R5);
                changed |= put(j, i, Mark::Tail, Reason::R5);
            };
            undirect(a, b);
            for (std::size_t i = 1; i < walk.size(); ++i)
                undirect(walk[i - 1], walk[i]);
        }
    }
    return changed;
}

bool Rules::uncoveredWalkReaches(int a, int first, int avoid, const std::vector<char>& goals) const {
    const auto isGoal = [&](int v) { return goals[static_cast<std::size_t>(v)] != 0; };
    if (isGoal(first))
        return true;
    OrderedEdges edges(m_graph.size());
    edges.enter(OrderedEdges::start, a, first);
    while (!edges.queue.empty()) {
        const auto [from, at] = edges.queue.front();
        edges.queue.pop_front();
        for (const int next : m_graph.neighbours(at)) {
            if (next == a || next == from || !possiblyDirected(at, next) ||
                !definiteNonCollider(from, at, next))
                continue;
            if (isGoal(next))
                return true;
            if (next != avoid)
                edges.enter(from, at, next);
        }
    }
    return false;
}

/// a o-> c and an uncovered possibly directed path a, b, …, c with b, c not adjacent: a --> c.
bool Rules::r9() {
    bool changed = false;
    std::vector<char> goals(static_cast<std::size_t>(m_graph.size()), 0);
    for (int a = 0; a < m_graph.size(); ++a) {
        for (const int c : m_graph.neighbours(a)) {
            if (!m_graph.isCircle(c, a) || !m_graph.isArrow(a, c))
                continue;
            goals[static_cast<std::size_t>(c)] = 1;
            for (const int b : m_graph.neighbours(a)) {
                if (b == c || !possiblyDirected(a, b) || !definiteNonCollider(b, a, c) ||
                    !uncoveredWalkReaches(a, b, c, goals))
                    continue;
                changed |= put(c, a, Mark::Tail, Reason::R9);
                break;
            }
            goals[static_cast<std::size_t>(c)] = 0;
        }
    }
    return changed;
}

/// a o-> c and two non-adjacent neighbours m, w of a, from each of which an uncovered possibly directed path
/// (beginning at a) leads to a parent of c: a --> c. It may be the same parent.
bool Rules::r10() {
    bool changed = false;
    std::vector<char> parents(static_cast<std::size_t>(m_graph.size()), 0);
    for (int a = 0; a < m_graph.size(); ++a) {
        for (const int c : m_graph.neighbours(a)) {
            if (!m_graph.isCircle(c, a) || !m_graph.isArrow(a, c))
                continue;
            std::fill(parents.begin(), parents.end(), 0);
            bool any = false;
            for (const int p : m_graph.neighbours(c))
                any |= (parents[static_cast<std::size_t>(p)] = m_graph.isParent(p, c)) != 0;
            if (!any)
                continue;
            std::vector<int> firsts;
            for (const int m : m_graph.neighbours(a))
                if (m != c && possiblyDirected(a, m) && uncoveredWalkReaches(a, m, c, parents))
                    firsts.push_back(m);
            const bool two = std::any_of(firsts.begin(), firsts.end(), [&](int m) {
                return std::any_of(firsts.begin(), firsts.end(),
                                   [&](int w) { return m < w && definiteNonCollider(m, a, w); });
            });
            if (two)
                changed |= put(c, a, Mark::Tail, Reason::R10);
        }
    }
    return changed;
}

} // namespace mien::causal
