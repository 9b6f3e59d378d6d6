// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <compare>
#include <utility>
#include <vector>

namespace mien::causal {

/// a – b – c with a, c not adjacent; (a, b, c) and (c, b, a) are the same.
struct Triple {
    int a = 0;
    int b = 0;
    int c = 0;

    Triple() = default;
    Triple(int x, int middle, int y) : a(std::min(x, y)), b(middle), c(std::max(x, y)) {}
    auto operator<=>(const Triple&) const = default;
};

/// The unshielded triples of which neither "collider" nor "non-collider" may be said.
class TripleSet {
public:
    bool contains(int x, int middle, int y) const {
        return !m_triples.empty() &&
               std::binary_search(m_triples.begin(), m_triples.end(), Triple(x, middle, y));
    }
    void insert(const Triple& triple) {
        const auto place = std::lower_bound(m_triples.begin(), m_triples.end(), triple);
        if (place == m_triples.end() || *place != triple)
            m_triples.insert(place, triple);
    }
    const std::vector<Triple>& all() const { return m_triples; }

private:
    std::vector<Triple> m_triples; ///< sorted
};

} // namespace mien::causal
