// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <vector>

namespace mien::causal {

/// Whether a pair was separated, and by what. "Separated by the empty set" and "no set on file" are
/// different.
enum class Separation : std::uint8_t {
    None,      ///< still adjacent
    Found,     ///< a test found them independent given the set
    Forbidden, ///< background knowledge forbids the edge in both directions; nothing was tested
};

/// One entry a pair, whatever the order in which the pair is named.
class SeparatingSets {
public:
    SeparatingSets() = default;
    explicit SeparatingSets(int variables)
        : m_entries(static_cast<std::size_t>(variables) *
                    static_cast<std::size_t>(std::max(0, variables - 1)) / 2) {}

    Separation state(int x, int y) const { return m_entries[place(x, y)].state; }
    bool found(int x, int y) const { return state(x, y) == Separation::Found; }
    /// In ascending order; empty where none was found.
    const std::vector<int>& set(int x, int y) const { return m_entries[place(x, y)].set; }
    /// True only where a set was found and holds v.
    bool holds(int x, int y, int v) const {
        const auto& entry = m_entries[place(x, y)];
        return entry.state == Separation::Found && std::binary_search(entry.set.begin(), entry.set.end(), v);
    }

    void setFound(int x, int y, std::vector<int> set) {
        std::sort(set.begin(), set.end());
        m_entries[place(x, y)] = {Separation::Found, std::move(set)};
    }
    void setForbidden(int x, int y) { m_entries[place(x, y)] = {Separation::Forbidden, {}}; }

private:
    struct Entry {
        Separation state = Separation::None;
        std::vector<int> set = {};
    };
    static std::size_t place(int x, int y) {
        assert(x != y);
        const auto low = static_cast<std::size_t>(std::min(x, y));
        const auto high = static_cast<std::size_t>(std::max(x, y));
        return high * (high - 1) / 2 + low;
    }

    std::vector<Entry> m_entries;
};

} // namespace mien::causal
