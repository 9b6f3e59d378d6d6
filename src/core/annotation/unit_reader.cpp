// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/unit_reader.h"

namespace mien::annotation {
namespace {

constexpr int kMostDigits = 3; ///< FACS numbers end below 100; longer runs of digits are something else

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Side and part from the letters before a number; false where they are a word, which is no prefix.
bool readPrefix(std::string_view letters, UnitSeen& unit) {
    std::string upperCase;
    for (const char c : letters)
        upperCase += upper(c);
    if (const auto at = upperCase.find("AU"); at != std::string::npos) // "AU12", "LAU12", "AUL12"
        upperCase.erase(at, 2);
    const std::string_view left = upperCase;
    if (left.size() > 2)
        return false;
    for (const char c : left) {
        if (c == 'L')
            unit.side = Side::Left;
        else if (c == 'R')
            unit.side = Side::Right;
        else if (c == 'A')
            unit.side = Side::Asymmetric;
        else if (c == 'T' || c == 'B')
            unit.part = c;
        else if (left.size() > 1)
            return false;
    }
    return true;
}

} // namespace

std::vector<UnitSeen> unitsIn(std::string_view code) {
    std::vector<UnitSeen> units;
    std::size_t at = 0;
    while (at < code.size()) {
        const std::size_t begin = at;
        while (at < code.size() && isLetter(code[at]))
            ++at;
        const std::string_view letters = code.substr(begin, at - begin);
        if (at >= code.size() || !isDigit(code[at])) {
            at += at == begin ? 1 : 0;
            continue;
        }
        UnitSeen unit;
        int digits = 0;
        for (; at < code.size() && isDigit(code[at]); ++at)
            if (++digits <= kMostDigits)
                unit.number = unit.number * 10 + (code[at] - '0');
        const bool good = digits <= kMostDigits && readPrefix(letters, unit);
        // "12B", "12B+6", "1B2" and, where what follows it is the next unit's prefix, "12BR6".
        if (at < code.size() && upper(code[at]) >= 'A' && upper(code[at]) <= 'E') {
            std::size_t end = at + 1;
            while (end < code.size() && isLetter(code[end]))
                ++end;
            const bool alone = end == at + 1;
            const bool beforeUnit = end < code.size() && isDigit(code[end]);
            UnitSeen next;
            if (alone || (beforeUnit && readPrefix(code.substr(at + 1, end - at - 1), next))) {
                unit.intensity = static_cast<Intensity>(upper(code[at]) - 'A' + 1);
                ++at;
            }
        }
        if (good)
            units.push_back(unit);
    }
    return units;
}

} // namespace mien::annotation
