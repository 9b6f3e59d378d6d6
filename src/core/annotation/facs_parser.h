// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/facs_lexer.h"

namespace mien::annotation {

/// Reads the tokens of one FACS string by recursive descent; used by FacsCode::parse() alone. It never fails:
/// what fits no rule becomes a remark with a flag, and every token gets its part.
class FacsParser {
public:
    explicit FacsParser(std::string raw);
    FacsCode take() && { return std::move(m_code); }

private:
    using Kind = FacsTokenKind;

    // facs_parser.cpp: what holds codes together.
    bool readEmptyForm();
    FacsNode sequence(int depth);
    bool joiner(bool& joined, FacsSpan& last);
    FacsNode alternatives(int depth, bool& wide);
    FacsNode operand(int depth);
    FacsNode modified(FacsNodeKind kind, int depth);
    FacsNode group(int depth, FacsSides sides);
    FacsNode remark(FacsFlagKind kind, std::string_view why);

    // facs_parser_unit.cpp: one code with its letters.
    std::size_t sidesEnd(std::size_t start, FacsSides& sides) const;
    bool startsUnit() const;
    FacsNode unit(FacsSides sides);
    void suffixes(FacsUnit& unit);
    bool bareStrength(FacsUnit& unit);
    bool bracketed(FacsUnit& unit);
    bool belongsToNext(std::size_t i) const;
    void handDown(FacsNode& node, const FacsUnit& given);

    /// Beyond the last token: Kind::Blank, which is nowhere else in m_order.
    Kind kind(std::size_t i) const { return i < m_order.size() ? token(i).kind : Kind::Blank; }
    Kind kind() const { return kind(m_at); }
    const FacsToken& token(std::size_t i) const { return m_code.m_tokens[m_order[i]]; }
    bool atEnd() const { return m_at >= m_order.size(); }
    /// No blank between this token and the one before.
    bool adjacent(std::size_t i) const {
        return i > 0 && i < m_order.size() && token(i - 1).span.end == token(i).span.begin;
    }
    char letter(std::size_t i) const {
        return kind(i) == Kind::Letter ? facsLetter(m_code.m_raw, token(i)) : '\0';
    }
    bool isStrengthLetter(std::size_t i) const { return letter(i) >= 'A' && letter(i) <= 'E'; }
    void consume(FacsPart part) { m_code.m_tokens[m_order[m_at++]].part = part; }
    void consumeTo(std::size_t end, FacsPart part) {
        while (m_at < end)
            consume(part);
    }
    FacsSpan spanFrom(std::size_t first) const;
    void flag(FacsFlagKind kind, FacsSpan span, std::string sentence);
    std::string quoted(FacsSpan span) const;

    FacsCode m_code;
    std::vector<std::size_t> m_order; ///< the tokens that are no blanks
    std::size_t m_at = 0;
    int m_brackets = 0;
};

} // namespace mien::annotation
