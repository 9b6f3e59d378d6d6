// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mien::annotation {

/// What a FACS number stands for.
enum class FacsKind : std::uint8_t {
    Neutral,    ///< 0: nothing moves
    Unit,       ///< action unit (AU): known muscles
    Descriptor, ///< action descriptor (AD): a movement whose muscles are not told apart
    Head,
    Eyes,
    Visibility, ///< a part of the face cannot be seen
    Behaviour,  ///< gross behaviour: speech, swallowing …
};

enum class FacsRegion : std::uint8_t { WholeFace, Brows, Eyes, Nose, Cheeks, Lips, Jaw, Neck, Head, Body };

std::string_view nameOf(FacsKind kind);     ///< "action unit" …
std::string_view nameOf(FacsRegion region); ///< "brows" …

/// One number of FACS 2002. Numbers and what they mean are facts of the system; names are in our words.
struct FacsAction {
    int number;
    FacsKind kind;
    FacsRegion region;
    std::string_view name;
    bool takesSide;         ///< L, R or A may stand before it
    bool takesLip;          ///< T or B may: one lip can do it alone
    bool takesIntensity;    ///< A … E may stand behind it
    bool withdrawn = false; ///< of FACS 1978, no longer in FACS 2002
};

std::span<const FacsAction> facsActions(); ///< by number

/// nullptr for a number that FACS does not know.
const FacsAction* facsAction(int number);

/// Forehead, brows and eyes; or nose, cheeks, lips, jaw and neck.
bool isUpperFace(const FacsAction& action);
bool isLowerFace(const FacsAction& action);

} // namespace mien::annotation
