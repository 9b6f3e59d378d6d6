// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/facs_readings.h"
#include "core/base/result.h"

namespace mien::annotation {

/// A search expression over FACS codes:
///
///     12 & !6        L14 >= B        (1 | 2) & !4        ref(12)        12C        S12        U12
///
/// `&` (or "and", "+", ","), `|` ("or"), `!` ("not"), brackets. A number alone means any side and strength;
/// L, R, A, T, B before it mean exactly that side, S both sides, U one of left and right; a letter behind it
/// exactly that intensity, or compared by >= > <= < = !=. AU, AD and M may stand before a number and M means
/// M. ref(…) asks about references, which otherwise do not count.
///
/// The answer is Yes where it holds in every reading of the code ("12A or 14A" has two, "12A/B" two where
/// intensities are asked for, an unscored intensity five, a doubted unit two: there and not), No where it
/// holds in none, and Maybe else. Negated units and remarks are not there. "?" has any reading, so all is
/// Maybe.
class FacsQuery {
public:
    /// InvalidArgument, with the place, where the text is no expression.
    static Result<FacsQuery> parse(std::string_view text);
    FacsAnswer ask(const FacsCode& code) const;

private:
    friend class FacsQueryParser;

    struct Node {
        enum class Kind : std::uint8_t { And, Or, Not, Term } kind = Kind::And;
        FacsTerm term;
        std::vector<Node> children;
    };
    static bool holds(const Node& node, const FacsReading& reading);

    Node m_root;
    FacsAsked m_asked;
};

/// One scored unit, without writing an expression.
FacsAnswer hasUnit(const FacsCode& code, int number, std::optional<FacsSide> side = std::nullopt);

} // namespace mien::annotation
