// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/triples.h"

#include <map>
#include <vector>

namespace mien::causal {

/// A variable of a lagged search: a series some rows before now.
struct LaggedVariable {
    int series = 0;
    int lag = 0; ///< rows before now, 0 … L
    bool operator==(const LaggedVariable&) const = default;
};

/// Which pairs of variables are the same pair at another time. Time changes nothing in a stationary series,
/// so that such pairs have an edge, its ends and a separating set together or not at all (svar-FCI; Malinsky
/// & Spirtes 2018). Of such pairs the one nearest to now is tested: it alone can be given all of the past
/// that the window holds.
class Homology {
public:
    /// Without lags: every pair stands for itself.
    Homology() = default;
    explicit Homology(std::vector<LaggedVariable> variables) : m_variables(std::move(variables)) {
        for (std::size_t v = 0; v < m_variables.size(); ++v) {
            m_places[{m_variables[v].series, m_variables[v].lag}] = static_cast<int>(v);
            m_lags = std::max(m_lags, m_variables[v].lag);
        }
    }

    bool empty() const { return m_variables.empty(); }
    const std::vector<LaggedVariable>& variables() const { return m_variables; }

    /// The same series `by` rows earlier; -1 where the window does not hold it.
    int earlier(int v, int by) const {
        const auto& at = m_variables[static_cast<std::size_t>(v)];
        const auto found = m_places.find({at.series, at.lag + by});
        return found == m_places.end() ? -1 : found->second;
    }
    /// No pair of the window is the same one nearer to now.
    bool nearest(int a, int b) const {
        for (int by = 1; !empty() && by <= m_lags; ++by)
            if (earlier(a, -by) >= 0 && earlier(b, -by) >= 0)
                return false;
        return true;
    }
    /// The same triple as near to now as the window holds it.
    Triple nearest(const Triple& t) const {
        Triple best = t;
        for (int by = 1; !empty() && by <= m_lags; ++by)
            if (earlier(t.a, -by) >= 0 && earlier(t.b, -by) >= 0 && earlier(t.c, -by) >= 0)
                best = Triple(earlier(t.a, -by), earlier(t.b, -by), earlier(t.c, -by));
        return best;
    }
    /// use(a', b', by) for the pair itself (by 0) and for the same pair `by` rows earlier (later, where
    /// negative).
    template <class Use>
    void eachAlike(int a, int b, Use use) const {
        use(a, b, 0);
        for (int by = -m_lags; !empty() && by <= m_lags; ++by)
            if (by != 0 && earlier(a, by) >= 0 && earlier(b, by) >= 0)
                use(earlier(a, by), earlier(b, by), by);
    }
    /// The set that many rows earlier, as far as the window holds it: what lies outside is no variable, so
    /// that "is v in the set" stays the right answer for every variable.
    std::vector<int> earlier(const std::vector<int>& set, int by) const {
        std::vector<int> moved;
        for (const int v : set)
            if (const int at = earlier(v, by); at >= 0)
                moved.push_back(at);
        return moved;
    }

private:
    std::vector<LaggedVariable> m_variables;
    std::map<std::pair<int, int>, int> m_places; ///< series, lag → variable
    int m_lags = 0;
};

} // namespace mien::causal
