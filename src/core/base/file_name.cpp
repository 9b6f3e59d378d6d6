// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_name.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace mien {
namespace {

constexpr std::size_t kLongestNameBytes =
    120; ///< of the 255 that file systems allow; suffixes are added to it

struct Character {
    std::string_view bytes; ///< empty: no UTF-8 begins here
    char32_t code = 0;
};

/// The character that `text` begins with; neither surrogates nor longer spellings than needed count as one.
Character firstOf(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x80)
        return {text.substr(0, 1), byte(0)};
    constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    const std::size_t size = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
    if (byte(0) < 0xC2 || byte(0) > 0xF4 || text.size() < size)
        return {};
    char32_t code = byte(0) & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return {};
        code = code << 6U | (byte(i) & 0x3FU);
    }
    const bool valid = code >= kLeast[size] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return valid ? Character{text.substr(0, size), code} : Character{};
}

bool isBlank(char32_t c) {
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Zero widths, directions, marks of byte order, and what is no character at all.
bool isInvisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE007F) || (c & 0xFFFEU) == 0xFFFE;
}

bool isPlain(char32_t c) {
    if (c < 0x80)
        return std::isalnum(static_cast<int>(c)) != 0 || c == '-' || c == '_' || c == '.';
    return c >= 0xA0 && !isBlank(c);
}

} // namespace

std::string fileNameFrom(std::string_view text) {
    constexpr std::string_view kNotAtEnds = "-.";
    std::string name;
    while (!text.empty()) {
        const auto first = firstOf(text);
        text.remove_prefix(std::max<std::size_t>(first.bytes.size(), 1));
        if (first.bytes.empty() || isInvisible(first.code))
            continue;
        const auto next = isPlain(first.code) ? first.bytes : std::string_view("-");
        if (name.empty() && kNotAtEnds.find(next) != std::string_view::npos)
            continue;
        if (name.size() + next.size() > kLongestNameBytes)
            break;
        name += next;
    }
    name.erase(name.find_last_not_of(kNotAtEnds) + 1);
    return name;
}

} // namespace mien
