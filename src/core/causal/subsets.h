// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <span>
#include <vector>

namespace mien::causal {

/// The subsets of one size of a list, in lexicographic order of the places: {0,1}, {0,2}, {1,2} …
class Subsets {
public:
    Subsets(std::span<const int> from, int size) : m_from(from), m_places(static_cast<std::size_t>(size)) {
        m_values.resize(m_places.size());
        if (m_places.size() > m_from.size()) {
            m_done = true;
            return;
        }
        for (std::size_t i = 0; i < m_places.size(); ++i)
            put(i, i);
    }
    bool done() const { return m_done; }
    std::span<const int> values() const { return m_values; }
    void next() {
        const std::size_t size = m_places.size();
        std::size_t i = size;
        while (i > 0 && m_places[i - 1] == m_from.size() - size + (i - 1))
            --i;
        if (i == 0) {
            m_done = true;
            return;
        }
        std::size_t place = m_places[i - 1];
        for (std::size_t k = i - 1; k < size; ++k)
            put(k, ++place);
    }

    /// How many there are; a double, since it may be beyond any integer.
    static double count(std::size_t from, int size) {
        double product = 1.0;
        for (int k = 0; k < size; ++k)
            product *= static_cast<double>(from) - k > 0 ? (static_cast<double>(from) - k) / (k + 1.0) : 0.0;
        return std::round(product);
    }

private:
    void put(std::size_t i, std::size_t place) {
        m_places[i] = place;
        m_values[i] = m_from[place];
    }

    std::span<const int> m_from;
    std::vector<std::size_t> m_places;
    std::vector<int> m_values;
    bool m_done = false;
};

} // namespace mien::causal
