// SPDX-License-Identifier: GPL-3.0-or-later
#include "equivalence_class.h"

#include <algorithm>
#include <functional>

namespace mien::causal::test {
namespace {

std::size_t at(int v) {
    return static_cast<std::size_t>(v);
}

constexpr std::pair<Mark, Mark> kinds[] = {{Mark::Tail, Mark::Arrow},
                                           {Mark::Arrow, Mark::Tail},
                                           {Mark::Arrow, Mark::Arrow},
                                           {Mark::Tail, Mark::Tail}};

/// Simple paths of a skeleton, listed once; the marks of a candidate decide what is a collider on them.
class Candidates {
public:
    Candidates(const Dag& dag, std::int64_t mostLeaves)
        : m_truth(dag), m_true(ancestralGraphOf(m_truth)), m_graph(m_true), m_mostLeaves(mostLeaves) {
        for (int i = 0; i < m_graph.size; ++i) {
            for (int j = i + 1; j < m_graph.size; ++j) {
                if (m_graph.adjacent(i, j))
                    m_edges.emplace_back(i, j);
                else
                    m_pairs.push_back({i, j, {}, 0});
            }
        }
        for (auto& pair : m_pairs) {
            std::vector<int> path{pair.x};
            listPaths(pair.y, path, pair.paths);
        }
        for (auto& pair : m_pairs)
            pair.trueSet = anteriors(m_true, pair.x, pair.y);
    }

    bool run(const std::function<void(const AncestralGraph&)>& onMember) {
        for (auto& row : m_graph.mark)
            std::fill(row.begin(), row.end(), Mark::None);
        m_onMember = onMember;
        assign(0);
        return m_leaves <= m_mostLeaves;
    }

    static std::vector<Bits> ancestors(const AncestralGraph& g) {
        std::vector<Bits> above(at(g.size));
        for (int v = 0; v < g.size; ++v)
            above[at(v)] = bit(v);
        for (int round = 0; round < g.size; ++round)
            for (int i = 0; i < g.size; ++i)
                for (int j = 0; j < g.size; ++j)
                    if (g.end(j, i) == Mark::Tail && g.end(i, j) == Mark::Arrow)
                        above[at(j)] |= above[at(i)];
        return above;
    }

private:
    struct Pair {
        int x;
        int y;
        std::vector<std::vector<int>> paths;
        Bits trueSet; ///< separates them in the true graph
    };

    void listPaths(int target, std::vector<int>& path, std::vector<std::vector<int>>& out) const {
        for (int v = 0; v < m_true.size; ++v) {
            if (!m_true.adjacent(path.back(), v) || std::find(path.begin(), path.end(), v) != path.end())
                continue;
            path.push_back(v);
            if (v == target)
                out.push_back(path);
            else
                listPaths(target, path, out);
            path.pop_back();
        }
    }

    /// What leads to x or y by tails: the set that separates two non-adjacent nodes of a maximal graph.
    static Bits anteriors(const AncestralGraph& g, int x, int y) {
        Bits found = bit(x) | bit(y);
        for (int round = 0; round < g.size; ++round)
            for (int i = 0; i < g.size; ++i)
                for (int j = 0; j < g.size; ++j)
                    if ((found & bit(j)) && g.end(j, i) == Mark::Tail)
                        found |= bit(i);
        return found & ~(bit(x) | bit(y));
    }

    bool separatedHere(const Pair& pair, Bits given, const std::vector<Bits>& above) const {
        Bits givenAndAbove = 0;
        for (int v = 0; v < m_graph.size; ++v)
            if (given & bit(v))
                givenAndAbove |= above[at(v)];
        return std::none_of(pair.paths.begin(), pair.paths.end(), [&](const std::vector<int>& path) {
            for (std::size_t k = 1; k + 1 < path.size(); ++k) {
                const bool collider = m_graph.end(path[k - 1], path[k]) == Mark::Arrow &&
                                      m_graph.end(path[k + 1], path[k]) == Mark::Arrow;
                if (collider ? !(givenAndAbove & bit(path[k])) : (given & bit(path[k])) != 0)
                    return false;
            }
            return true;
        });
    }

    bool isAncestral(const std::vector<Bits>& above) const {
        for (const auto& [i, j] : m_edges) {
            const bool arrowI = m_graph.end(j, i) == Mark::Arrow;
            const bool arrowJ = m_graph.end(i, j) == Mark::Arrow;
            if ((arrowI && (above[at(j)] & bit(i))) || (arrowJ && (above[at(i)] & bit(j))))
                return false; // directed or almost directed cycle
        }
        return true;
    }

    bool isMember() const {
        const auto above = ancestors(m_graph);
        if (!isAncestral(above))
            return false;
        return std::all_of(m_pairs.begin(), m_pairs.end(), [&](const Pair& pair) {
            const Bits own = anteriors(m_graph, pair.x, pair.y);
            return m_truth.separated(pair.x, pair.y, own) && separatedHere(pair, own, above) &&
                   separatedHere(pair, pair.trueSet, above);
        });
    }

    bool fits(int x, int y) const {
        const auto edgeFits = [&](int a, int b) { // b with its other neighbours c that have marks already
            for (int c = 0; c < m_graph.size; ++c) {
                if (c == a || !m_graph.adjacent(b, c))
                    continue;
                const Mark ab = m_graph.end(a, b);
                const Mark cb = m_graph.end(c, b);
                if (!m_true.adjacent(a, c)) {
                    const bool here = ab == Mark::Arrow && cb == Mark::Arrow;
                    const bool there = m_true.end(a, b) == Mark::Arrow && m_true.end(c, b) == Mark::Arrow;
                    if (here != there)
                        return false; // equivalent graphs share their unshielded colliders
                }
                const bool undirected =
                    (ab == Mark::Tail && m_graph.end(b, a) == Mark::Tail && cb == Mark::Arrow) ||
                    (cb == Mark::Tail && m_graph.end(b, c) == Mark::Tail && ab == Mark::Arrow);
                if (undirected)
                    return false; // no arrowhead at a node with an undirected edge
            }
            return true;
        };
        return edgeFits(x, y) && edgeFits(y, x);
    }

    void assign(std::size_t edge) {
        if (m_leaves > m_mostLeaves)
            return;
        if (edge == m_edges.size()) {
            ++m_leaves;
            if (isMember())
                m_onMember(m_graph);
            return;
        }
        const auto [i, j] = m_edges[edge];
        for (const auto& [atI, atJ] : kinds) {
            m_graph.mark[at(j)][at(i)] = atI;
            m_graph.mark[at(i)][at(j)] = atJ;
            if (fits(i, j))
                assign(edge + 1);
        }
        m_graph.mark[at(j)][at(i)] = m_graph.mark[at(i)][at(j)] = Mark::None;
    }

    SlowSeparation m_truth;
    AncestralGraph m_true;
    AncestralGraph m_graph;
    std::vector<std::pair<int, int>> m_edges;
    std::vector<Pair> m_pairs;
    std::function<void(const AncestralGraph&)> m_onMember;
    std::int64_t m_mostLeaves;
    std::int64_t m_leaves = 0;
};

} // namespace

SlowSeparation::SlowSeparation(const Dag& dag)
    : m_observed(dag.observed()),
      m_parents(dag.nodes.size()),
      m_children(dag.nodes.size()),
      m_ancestors(dag.nodes.size()) {
    for (const auto& [from, to] : dag.edges) {
        m_parents[at(to)] |= bit(from);
        m_children[at(from)] |= bit(to);
    }
    for (const int s : dag.selection)
        m_selection |= bit(s);
    const int count = static_cast<int>(dag.nodes.size());
    for (int v = 0; v < count; ++v)
        m_ancestors[at(v)] = bit(v);
    for (int round = 0; round < count; ++round)
        for (const auto& [from, to] : dag.edges)
            m_ancestors[at(to)] |= m_ancestors[at(from)];
    m_paths.assign(m_observed.size(), std::vector<std::vector<PathMasks>>(m_observed.size()));
    for (std::size_t x = 0; x < m_observed.size(); ++x) {
        for (std::size_t y = x + 1; y < m_observed.size(); ++y) {
            std::vector<int> path{m_observed[x]};
            extend(m_observed[y], path, {}, m_paths[x][y]);
            m_paths[y][x] = m_paths[x][y];
        }
    }
}

void SlowSeparation::extend(int target, std::vector<int>& path, PathMasks masks,
                            std::vector<PathMasks>& out) const {
    const int last = path.back();
    const Bits around = m_parents[at(last)] | m_children[at(last)];
    for (int v = 0; v < static_cast<int>(m_parents.size()); ++v) {
        if (!(around & bit(v)) || std::find(path.begin(), path.end(), v) != path.end())
            continue;
        PathMasks further = masks;
        if (path.size() > 1) {
            const int before = path[path.size() - 2];
            const bool collider = (m_parents[at(last)] & bit(before)) && (m_parents[at(last)] & bit(v));
            (collider ? further.colliders : further.nonColliders) |= bit(last);
        }
        if (v == target) {
            out.push_back(further);
            continue;
        }
        path.push_back(v);
        extend(target, path, further, out);
        path.pop_back();
    }
}

Bits SlowSeparation::ancestorsOf(Bits nodes) const {
    Bits all = 0;
    for (int v = 0; v < static_cast<int>(m_ancestors.size()); ++v)
        if (nodes & bit(v))
            all |= m_ancestors[at(v)];
    return all;
}

bool SlowSeparation::separated(int x, int y, Bits given) const {
    Bits z = m_selection;
    for (int v = 0; v < observed(); ++v)
        if (given & bit(v))
            z |= bit(m_observed[at(v)]);
    const Bits above = ancestorsOf(z);
    const auto& paths = m_paths[at(x)][at(y)];
    return std::none_of(paths.begin(), paths.end(), [&](const PathMasks& path) {
        return (path.nonColliders & z) == 0 && (path.colliders & ~above) == 0;
    });
}

bool SlowSeparation::isAncestor(int x, int y) const {
    return (m_ancestors[at(m_observed[at(y)])] & bit(m_observed[at(x)])) != 0;
}

bool SlowSeparation::causes(int x, int y) const {
    return isAncestor(x, y) || (ancestorsOf(m_selection) & bit(m_observed[at(x)])) != 0;
}

int AncestralGraph::edges() const {
    int count = 0;
    for (int i = 0; i < size; ++i)
        for (int j = 0; j < i; ++j)
            count += adjacent(i, j);
    return count;
}

AncestralGraph ancestralGraphOf(const SlowSeparation& truth) {
    AncestralGraph graph;
    graph.size = truth.observed();
    graph.mark.assign(at(graph.size), std::vector<Mark>(at(graph.size), Mark::None));
    for (int x = 0; x < graph.size; ++x) {
        for (int y = x + 1; y < graph.size; ++y) {
            bool adjacent = true;
            for (Bits z = 0; z < bit(graph.size) && adjacent; ++z)
                adjacent = (z & (bit(x) | bit(y))) || !truth.separated(x, y, z);
            if (!adjacent)
                continue;
            graph.mark[at(y)][at(x)] = truth.causes(x, y) ? Mark::Tail : Mark::Arrow;
            graph.mark[at(x)][at(y)] = truth.causes(y, x) ? Mark::Tail : Mark::Arrow;
        }
    }
    return graph;
}

namespace {

bool counts(const AncestralGraph& graph, const Admitted& admitted) {
    const auto above = Candidates::ancestors(graph);
    for (int i = 0; i < graph.size; ++i) {
        for (int j = 0; j < graph.size; ++j) {
            if (!admitted.selection && graph.end(i, j) == Mark::Tail && graph.end(j, i) == Mark::Tail)
                return false;
            if (!admitted.tierOf.empty() && admitted.tierOf[at(i)] > admitted.tierOf[at(j)] &&
                (above[at(j)] & bit(i)))
                return false;
        }
    }
    return true;
}

} // namespace

std::optional<EquivalenceClass> enumerateClass(const Dag& dag, std::int64_t mostLeaves,
                                               const Admitted& admitted) {
    Candidates candidates(dag, mostLeaves);
    EquivalenceClass result{Pag(dag.observedNames()), 0};
    const bool whole = candidates.run([&](const AncestralGraph& member) {
        if (!counts(member, admitted))
            return;
        ++result.members;
        for (int i = 0; i < member.size; ++i) {
            for (int j = 0; j < member.size; ++j) {
                if (i == j || !member.adjacent(i, j))
                    continue;
                if (result.members == 1) {
                    if (i < j)
                        result.pag.connect(i, j, member.end(j, i), member.end(i, j));
                } else if (result.pag.end(i, j) != member.end(i, j)) {
                    result.pag.setEnd(i, j, Mark::Circle, Reason::Open);
                }
            }
        }
    });
    if (!whole)
        return std::nullopt;
    return result;
}

std::vector<AncestralGraph> classMembers(const Dag& dag) {
    std::vector<AncestralGraph> members;
    Candidates(dag, 1'000'000).run([&](const AncestralGraph& member) { members.push_back(member); });
    return members;
}

bool sameModel(const AncestralGraph& graph, const SlowSeparation& truth) {
    // m-separation by reachability over (node, does the last mark point at it); colliders open towards
    // ancestors.
    const auto above = Candidates::ancestors(graph);
    const auto connected = [&](int x, int y, Bits given) {
        Bits open = 0;
        for (int v = 0; v < graph.size; ++v)
            if (given & bit(v))
                open |= above[at(v)];
        std::vector<char> seen(2 * at(graph.size), 0);
        std::vector<std::pair<int, bool>> stack;
        for (int v = 0; v < graph.size; ++v)
            if (graph.adjacent(x, v))
                stack.emplace_back(v, graph.end(x, v) == Mark::Arrow);
        while (!stack.empty()) {
            const auto [v, pointed] = stack.back();
            stack.pop_back();
            if (seen[2 * at(v) + pointed])
                continue;
            seen[2 * at(v) + pointed] = 1;
            if (v == y)
                return true;
            for (int w = 0; w < graph.size; ++w) {
                if (w == x || !graph.adjacent(v, w))
                    continue;
                const bool collider = pointed && graph.end(w, v) == Mark::Arrow;
                if (collider ? (open & bit(v)) != 0 : !(given & bit(v)))
                    stack.emplace_back(w, graph.end(v, w) == Mark::Arrow);
            }
        }
        return false;
    };
    for (int x = 0; x < graph.size; ++x)
        for (int y = x + 1; y < graph.size; ++y)
            for (Bits z = 0; z < bit(graph.size); ++z)
                if (!(z & (bit(x) | bit(y))) && connected(x, y, z) == truth.separated(x, y, z))
                    return false;
    return true;
}

} // namespace mien::causal::test
