// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/facs_code.h"

namespace mien::annotation {

/// Cuts any bytes into tokens that lie one behind the other and leave nothing out. Letters that stand in one
/// run are cut where FACS puts several of them together: "ADR" before 30, "Aor" between 12 and 14.
std::vector<FacsToken> facsTokens(std::string_view text);

/// The letter of a Letter token, upper case.
inline char facsLetter(std::string_view text, const FacsToken& token) {
    const char c = text[token.span.begin];
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace mien::annotation
