// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/possible_d_sep.h"

#include <algorithm>

namespace mien::causal {
namespace {

/// Hopcroft & Tarjan (1973), without recursion: an edge's component is complete when the search leaves the
/// subtree below an articulation node.
class Components {
public:
    explicit Components(const Pag& graph)
        : m_graph(graph),
          m_size(static_cast<std::size_t>(graph.size())),
          m_component(m_size * m_size, -1),
          m_depth(m_size, -1),
          m_low(m_size, 0),
          m_next(m_size, 0),
          m_parent(m_size, -1) {}

    std::vector<int> run() {
        for (int root = 0; root < m_graph.size(); ++root)
            if (at(m_depth, root) < 0)
                search(root);
        return std::move(m_component);
    }

private:
    template <class T>
    T& at(std::vector<T>& list, int v) {
        return list[static_cast<std::size_t>(v)];
    }

    void enter(int v, int parent, int depth) {
        at(m_parent, v) = parent;
        at(m_depth, v) = at(m_low, v) = depth;
        m_path.push_back(v);
    }

    void search(int root) {
        enter(root, -1, 0);
        while (!m_path.empty()) {
            const int v = m_path.back();
            const auto neighbours = m_graph.neighbours(v);
            if (at(m_next, v) == neighbours.size()) {
                m_path.pop_back();
                leave(v);
                continue;
            }
            const int w = neighbours[at(m_next, v)++];
            if (at(m_depth, w) < 0) {
                m_edges.emplace_back(v, w);
                enter(w, v, at(m_depth, v) + 1);
            } else if (w != at(m_parent, v) && at(m_depth, w) < at(m_depth, v)) {
                m_edges.emplace_back(v, w);
                at(m_low, v) = std::min(at(m_low, v), at(m_depth, w));
            }
        }
    }

    void leave(int v) {
        const int parent = at(m_parent, v);
        if (parent < 0)
            return;
        at(m_low, parent) = std::min(at(m_low, parent), at(m_low, v));
        if (at(m_low, v) < at(m_depth, parent))
            return;
        std::pair<int, int> edge;
        do {
            edge = m_edges.back();
            m_edges.pop_back();
            const auto a = static_cast<std::size_t>(edge.first);
            const auto b = static_cast<std::size_t>(edge.second);
            m_component[a * m_size + b] = m_component[b * m_size + a] = m_count;
        } while (edge != std::pair(parent, v));
        ++m_count;
    }

    const Pag& m_graph;
    std::size_t m_size;
    std::vector<int> m_component;
    std::vector<int> m_depth;
    std::vector<int> m_low;
    std::vector<std::size_t> m_next;
    std::vector<int> m_parent;
    std::vector<int> m_path;
    std::vector<std::pair<int, int>> m_edges;
    int m_count = 0;
};

} // namespace

std::vector<int> biconnectedComponents(const Pag& graph) {
    return Components(graph).run();
}

} // namespace mien::causal
