// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/facs_code.h"

namespace mien::annotation {

/// Whether something holds for a code with alternatives: in every reading of it, in none, or in some. In this
/// order, so that "and" is the least of two and "or" the greatest.
enum class FacsAnswer : std::uint8_t { No, Maybe, Yes };
std::string_view nameOf(FacsAnswer answer); ///< "no" | "maybe" | "yes"

enum class FacsCompare : std::uint8_t { None, Equal, NotEqual, Less, AtMost, More, AtLeast };

/// None holds for any two.
template <class T>
bool compares(FacsCompare how, const T& value, const T& wanted) {
    switch (how) {
    case FacsCompare::None:
        return true;
    case FacsCompare::Equal:
        return value == wanted;
    case FacsCompare::NotEqual:
        return value != wanted;
    case FacsCompare::Less:
        return value < wanted;
    case FacsCompare::AtMost:
        return value <= wanted;
    case FacsCompare::More:
        return value > wanted;
    case FacsCompare::AtLeast:
        return value >= wanted;
    }
    return false;
}

/// A unit in one reading: nothing about it is open.
struct FacsScored {
    int number = 0;
    bool m = false;
    bool reference = false;
    FacsSide side = FacsSide::Bilateral;
    Intensity intensity = Intensity::Unscored;
    auto operator<=>(const FacsScored&) const = default;
};
using FacsReading = std::vector<FacsScored>; ///< sorted, each once

/// What is asked about one unit.
struct FacsTerm {
    enum class Side : std::uint8_t { Any, Exactly, Unilateral };
    int number = 0;
    bool m = false; ///< M alone
    bool reference = false;
    Side wanted = Side::Any;
    FacsSide side = FacsSide::Bilateral;
    FacsCompare compare = FacsCompare::None;
    Intensity intensity = Intensity::Unscored;

    /// A unit that has no intensity fits no comparison.
    bool fits(const FacsScored& scored) const;
    bool fitsOne(const FacsReading& reading) const;
};

/// What a question tells apart; so real codes have a handful of readings.
struct FacsAsked {
    std::vector<int> numbers; ///< ascending
    bool intensities = false;
};

/// What units have that say nothing themselves.
struct FacsUnsaid {
    FacsSides sides = {};
    FacsStrength strength = {};
    bool anyIntensity = true; ///< no intensity anywhere: may be any; else it has none
};

/// The readings of a code: "12A or 14A" has two, "12A/B" two where intensities are asked for, a doubted unit
/// two (there and not). Sorted, each once; nullopt where there are too many to go through.
std::optional<std::vector<FacsReading>> facsReadings(const FacsNode& root, const FacsAsked& asked,
                                                     const FacsUnsaid& unsaid = {});

} // namespace mien::annotation
