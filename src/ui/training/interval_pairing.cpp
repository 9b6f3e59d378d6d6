// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/interval_pairing.h"

namespace mien::ui {

using evaluation::HalfOpen;

IntervalPairing::IntervalPairing(std::vector<std::optional<HalfOpen>> truths, std::vector<HalfOpen> found)
    : m_truths(std::move(truths)), m_found(std::move(found)), m_of(m_found.size(), -1) {
    for (std::size_t t = 0; t < m_truths.size(); ++t) {
        std::vector<bool> tried(m_found.size(), false);
        place(t, tried);
    }
}

/// One augmenting path from this truth.
bool IntervalPairing::place(std::size_t truth, std::vector<bool>& tried) {
    if (!m_truths[truth])
        return false;
    for (std::size_t f = 0; f < m_found.size(); ++f) {
        if (tried[f] || !evaluation::HitRule{}.hits(*m_truths[truth], m_found[f]))
            continue;
        tried[f] = true;
        if (m_of[f] < 0 || place(static_cast<std::size_t>(m_of[f]), tried)) {
            m_of[f] = static_cast<int>(truth);
            return true;
        }
    }
    return false;
}

} // namespace mien::ui
