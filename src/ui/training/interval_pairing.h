// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/interval_matching.h"

#include <optional>
#include <vector>

namespace mien::ui {

/// Which truth each finding belongs to, by a maximum matching: as many pairs as the score counts.
class IntervalPairing {
public:
    /// A truth without end (its offset is not known) belongs to nothing.
    IntervalPairing(std::vector<std::optional<evaluation::HalfOpen>> truths,
                    std::vector<evaluation::HalfOpen> found);
    int truthOf(std::size_t found) const { return m_of[found]; } ///< -1: none

private:
    bool place(std::size_t truth, std::vector<bool>& tried);

    std::vector<std::optional<evaluation::HalfOpen>> m_truths;
    std::vector<evaluation::HalfOpen> m_found;
    std::vector<int> m_of;
};

} // namespace mien::ui
