// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/pag.h"

#include <algorithm>
#include <cassert>

namespace mien::causal {
namespace {

void insertSorted(std::vector<int>& list, int value) {
    list.insert(std::lower_bound(list.begin(), list.end(), value), value);
}

void eraseSorted(std::vector<int>& list, int value) {
    list.erase(std::lower_bound(list.begin(), list.end(), value));
}

} // namespace

Pag::Pag(std::vector<std::string> names)
    : m_names(std::move(names)),
      m_marks(m_names.size() * m_names.size(), Mark::None),
      m_reasons(m_marks.size(), Reason::Open),
      m_neighbours(m_names.size()) {}

void Pag::connect(int i, int j, Mark atI, Mark atJ, Reason why) {
    assert(i != j && atI != Mark::None && atJ != Mark::None);
    if (!adjacent(i, j)) {
        insertSorted(m_neighbours[static_cast<std::size_t>(i)], j);
        insertSorted(m_neighbours[static_cast<std::size_t>(j)], i);
    }
    m_marks[cell(j, i)] = atI;
    m_marks[cell(i, j)] = atJ;
    m_reasons[cell(j, i)] = m_reasons[cell(i, j)] = why;
}

void Pag::disconnect(int i, int j) {
    if (!adjacent(i, j))
        return;
    eraseSorted(m_neighbours[static_cast<std::size_t>(i)], j);
    eraseSorted(m_neighbours[static_cast<std::size_t>(j)], i);
    m_marks[cell(i, j)] = m_marks[cell(j, i)] = Mark::None;
    m_reasons[cell(i, j)] = m_reasons[cell(j, i)] = Reason::Open;
}

void Pag::setEnd(int i, int j, Mark atJ, Reason why) {
    assert(adjacent(i, j) && atJ != Mark::None);
    m_marks[cell(i, j)] = atJ;
    m_reasons[cell(i, j)] = why;
}

void Pag::resetMarks() {
    for (Mark& mark : m_marks)
        if (mark != Mark::None)
            mark = Mark::Circle;
    std::fill(m_reasons.begin(), m_reasons.end(), Reason::Open);
}

std::vector<Edge> Pag::edges() const {
    std::vector<Edge> all;
    for (int a = 0; a < size(); ++a)
        for (const int b : neighbours(a))
            if (a < b)
                all.push_back({a, end(b, a), end(a, b), b});
    return all;
}

int Pag::edgeCount() const {
    std::size_t ends = 0;
    for (const auto& list : m_neighbours)
        ends += list.size();
    return static_cast<int>(ends / 2);
}

Pag Pag::reordered(std::span<const int> order) const {
    std::vector<std::string> renamed(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        renamed[i] = m_names[static_cast<std::size_t>(order[i])];
    Pag other(std::move(renamed));
    for (int i = 0; i < size(); ++i) {
        for (int j = i + 1; j < size(); ++j) {
            const int a = order[static_cast<std::size_t>(i)];
            const int b = order[static_cast<std::size_t>(j)];
            if (!adjacent(a, b))
                continue;
            other.connect(i, j);
            other.setEnd(j, i, end(b, a), reason(b, a));
            other.setEnd(i, j, end(a, b), reason(a, b));
        }
    }
    return other;
}

} // namespace mien::causal
