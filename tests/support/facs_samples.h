// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace mien::test {

/// A form that codes take in published tables, how it is written canonically, and the flags it gets.
struct FacsSample {
    const char* raw;
    const char* canonical;
    const char* flags = "";
};

inline constexpr std::array kFacsSamples{
    // Numbers, prefixes, sides, intensities.
    FacsSample{"12", "12"},
    FacsSample{"AU12", "12"},
    FacsSample{"AU01", "1"},
    FacsSample{"au12b", "12B"},
    FacsSample{"AD38", "38"},
    FacsSample{"M58", "M58"},
    FacsSample{"ADR30", "R30"},
    FacsSample{"L14B", "L14B"},
    FacsSample{"A12", "A12"},
    FacsSample{"T18", "T18"},
    FacsSample{"B23", "B23"},
    FacsSample{"A/L12", "L/A12"},
    FacsSample{"(L/A)4B", "L/A4B"},
    FacsSample{"10A/B", "10A/B"},
    FacsSample{"4(B/C)", "4B/C"},
    FacsSample{"1D/E", "1D/E"},
    FacsSample{"12A-C", "12A/C"},
    FacsSample{"10A/B23", "10A or B23"},
    // Joiners.
    FacsSample{"4+7+10+15", "4+7+10+15"},
    FacsSample{"L20B + 21C", "L20B+21C"},
    FacsSample{"4,24", "4+24"},
    FacsSample{"4，24、25", "4+24+25"},
    FacsSample{"24+T18+16", "24+T18+16"},
    FacsSample{"7+R10+AD39", "7+R10+39"},
    FacsSample{"5+14+M58", "5+14+M58"},
    FacsSample{"12DAD38", "12D+38", "missing-joiner"},
    FacsSample{"6 12", "6+12", "missing-joiner"},
    FacsSample{"12AL14", "12A+L14", "missing-joiner"},
    FacsSample{"12 A14", "12+A14", "missing-joiner"},
    FacsSample{"12++14", "12+14", "empty-term"},
    FacsSample{"+12+", "12", "empty-term empty-term"},
    FacsSample{"12-14", "12+14", "unclear-dash"},
    FacsSample{"12.0", "12", "decimal"},
    FacsSample{"4.7", "4+.+7", "unread"},
    // Alternatives.
    FacsSample{"(R6 or R12)+R15", "(R6 or R12)+R15"},
    FacsSample{"14or23", "14 or 23"},
    FacsSample{"12A or 14A", "12A or 14A"},
    FacsSample{"12Aor14A", "12A or 14A"},
    FacsSample{"(23/24)", "23 or 24"},
    FacsSample{"51@52", "51 or 52"},
    FacsSample{"((8+25)or(50))", "(8+25) or 50"},
    FacsSample{"6B+12B+15C+26+((8+25)or(50))", "6B+12B+15C+26+((8+25) or 50)"},
    FacsSample{"1+2 or 4", "1+(2 or 4)", "unclear-or"},
    FacsSample{"12 or", "12", "empty-term"},
    // References, groups, negation, repeats.
    FacsSample{"ref(7B)", "ref(7B)"},
    FacsSample{"ref(5)", "ref(5)"},
    FacsSample{"ref(L12 or L10)", "ref(L12 or L10)"},
    FacsSample{"Ref(14)", "ref(14)"},
    FacsSample{"7B+ ref(43)", "7B+ref(43)"},
    FacsSample{"ref", "ref", "unread"},
    FacsSample{"A(4B/C)+5B", "A4B/C+5B"},
    FacsSample{"L(R12)", "R12", "side-conflict"},
    FacsSample{"(loses 1+2) or (4(B/C))", "(loses 1+2) or 4B/C"},
    FacsSample{"double 45", "double 45"},
    FacsSample{"twice - L1B+L2B+25", "double (L1B+L2B+25)"},
    // Words.
    FacsSample{"glare", "glare", "words"},
    FacsSample{"soft focus", "soft focus", "words"},
    FacsSample{"Chewing", "Chewing", "words"},
    FacsSample{"reaction?", "reaction?", "words"},
    FacsSample{"7D+all of the above", "7D+all of the above", "words"},
    FacsSample{"AU12+AU6(k)", "12+6(k)", "mark"},
    FacsSample{"14+17(k)", "14+17(k)", "mark"},
    // Empty forms.
    FacsSample{"", ""},
    FacsSample{" ", ""},
    FacsSample{"?", "?"},
    FacsSample{"NULL", ""},
    FacsSample{"null", ""},
    FacsSample{"31?", "31?"},
    // Unbalanced, and no codes at all.
    FacsSample{"7A/B+L10A/B)+ref(11)+12C", "7A/B+L10A/B+ref(11)+12C", "bracket"},
    FacsSample{"(12+14", "12+14", "bracket"},
    FacsSample{"()", "", "empty-term"},
    FacsSample{"12F", "12+F", "words"},
    FacsSample{"1234", "1234", "unread"},
    FacsSample{"L", "L", "unread"},
};

} // namespace mien::test
