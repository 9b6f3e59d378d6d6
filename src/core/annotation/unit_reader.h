// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"

namespace mien::annotation {

/// One action unit as it stands in a code. Where the code gives no side or intensity, neither does this.
struct UnitSeen {
    int number = 0;
    std::optional<Side> side; ///< L, R, A
    char part = '\0';         ///< 'T' or 'B': only the top or bottom lip; else '\0'
    Intensity intensity = Intensity::Unscored;

    bool operator==(const UnitSeen&) const = default;
};

/// The units in a code such as "L12B+25", "1 2 T23", "AU4 & 6C": sides L/R/A and parts T/B before the number,
/// intensities A … E after it, joined by anything else. Never fails: what is no unit is passed over. This is
/// for searching; it judges no code.
std::vector<UnitSeen> unitsIn(std::string_view code);

} // namespace mien::annotation
