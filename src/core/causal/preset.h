// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/fci.h"

#include <string>

namespace mien::causal {

/// Which caps made a graph, so that nobody reads one for another.
enum class Preset {
    Complete,    ///< no caps
    Interactive, ///< FciOptions::interactive()
    Fast,        ///< no possible-d-sep phase
    Anytime,     ///< a largest conditioning set in both phases
    Rfci,        ///< checks of colliders instead of possible-d-sep
    Custom,      ///< other caps
};

constexpr std::string_view nameOf(Preset preset) {
    constexpr std::string_view names[] = {"complete", "interactive", "fast", "anytime", "rfci", "custom"};
    return names[static_cast<int>(preset)];
}

Preset presetOf(const FciOptions& options, int variables);

/// One sentence: the preset, its caps, and whether they took anything away from this answer.
std::string labelOf(const FciOptions& options, const FciResult& result);

/// The same choices with the caps of the interactive preset, or with none.
FciOptions withInteractiveCaps(FciOptions options, int variables);
FciOptions withoutCaps(FciOptions options);

} // namespace mien::causal
