// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/mark.h"

#include <span>
#include <string>
#include <vector>

namespace mien::causal {

struct Edge {
    int a = 0;
    Mark atA = Mark::Circle;
    Mark atB = Mark::Circle;
    int b = 0;

    bool operator==(const Edge&) const = default;
};

/// A mixed graph with three kinds of ends. The matrix follows pcalg's amat.pag: cell (i, j) holds the mark AT
/// j on the edge i–j; cell (i, j) is None exactly when (j, i) is.
class Pag {
public:
    Pag() = default;
    explicit Pag(std::vector<std::string> names);

    int size() const { return static_cast<int>(m_names.size()); }
    const std::vector<std::string>& names() const { return m_names; }

    bool adjacent(int i, int j) const { return end(i, j) != Mark::None; }
    /// The mark at j on the edge i–j.
    Mark end(int i, int j) const { return m_marks[cell(i, j)]; }
    bool isArrow(int i, int j) const { return end(i, j) == Mark::Arrow; }
    bool isTail(int i, int j) const { return end(i, j) == Mark::Tail; }
    bool isCircle(int i, int j) const { return end(i, j) == Mark::Circle; }
    /// i --> j.
    bool isParent(int i, int j) const { return isTail(j, i) && isArrow(i, j); }
    /// Which rule set the mark at j on the edge i–j.
    Reason reason(int i, int j) const { return m_reasons[cell(i, j)]; }

    void connect(int i, int j, Mark atI = Mark::Circle, Mark atJ = Mark::Circle,
                 Reason reason = Reason::Open);
    void disconnect(int i, int j);
    /// Overwrites the mark at j on an existing edge i–j.
    void setEnd(int i, int j, Mark atJ, Reason reason);
    /// Every end back to a circle.
    void resetMarks();

    /// In ascending order.
    std::span<const int> neighbours(int i) const { return m_neighbours[static_cast<std::size_t>(i)]; }
    /// In order of (a, b), a < b.
    std::vector<Edge> edges() const;
    int edgeCount() const;

    /// The same graph with node order[i] of this one at place i.
    Pag reordered(std::span<const int> order) const;

    bool operator==(const Pag& other) const { return m_names == other.m_names && m_marks == other.m_marks; }

private:
    std::size_t cell(int i, int j) const {
        return static_cast<std::size_t>(i) * m_names.size() + static_cast<std::size_t>(j);
    }

    std::vector<std::string> m_names;
    std::vector<Mark> m_marks;
    std::vector<Reason> m_reasons;
    std::vector<std::vector<int>> m_neighbours;
};

} // namespace mien::causal
