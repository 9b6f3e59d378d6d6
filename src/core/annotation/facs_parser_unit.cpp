// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/facs_parser.h"

namespace mien::annotation {
namespace {

constexpr std::size_t kMostSides = 5;
constexpr std::size_t kMostDigits = 3; // 98 is the highest number of FACS; longer ones are no codes

std::optional<FacsSide> sideOf(char letter) {
    switch (letter) {
    case 'L':
        return FacsSide::Left;
    case 'R':
        return FacsSide::Right;
    case 'A':
        return FacsSide::Asymmetric;
    case 'T':
        return FacsSide::Top;
    case 'B':
        return FacsSide::Bottom;
    default:
        return std::nullopt;
    }
}

Intensity intensityOf(char letter) {
    return static_cast<Intensity>(static_cast<int>(Intensity::A) + (letter - 'A'));
}

} // namespace

/// Where the side letters at `start` end: "L", "A/L", "(L/A)". Where there are none, at `start`.
std::size_t FacsParser::sidesEnd(std::size_t start, FacsSides& sides) const {
    auto i = start;
    const bool bracket = kind(i) == FacsTokenKind::Open && kind(i + 1) == FacsTokenKind::Letter;
    if (bracket)
        ++i;
    FacsSides found;
    for (std::size_t n = 0; n < kMostSides; ++n) {
        const auto side = sideOf(letter(i));
        if (!side)
            return start;
        found.add(*side);
        ++i;
        if (kind(i) != FacsTokenKind::Slash && !(bracket && kind(i) == FacsTokenKind::Or))
            break;
        if (kind(i + 1) != FacsTokenKind::Letter)
            return start;
        ++i;
    }
    if (bracket && kind(i++) != FacsTokenKind::Close)
        return start;
    const auto next = kind(i);
    if (next != FacsTokenKind::Number && next != FacsTokenKind::Prefix && next != FacsTokenKind::Open)
        return start;
    sides = found;
    return i;
}

/// [sides] [AU|AD|M] [sides] number
bool FacsParser::startsUnit() const {
    FacsSides sides;
    auto i = sidesEnd(m_at, sides);
    if (kind(i) == FacsTokenKind::Prefix)
        i = sidesEnd(i + 1, sides);
    if (kind(i) != FacsTokenKind::Number)
        return false;
    const auto digits = m_code.text(token(i).span);
    return std::min(digits.find('.'), digits.size()) <= kMostDigits;
}

FacsNode FacsParser::unit(FacsSides given) {
    const auto first = m_at;
    FacsNode node;
    node.kind = FacsNodeKind::Unit;
    node.unit.sides = given;
    consumeTo(sidesEnd(m_at, node.unit.sides), FacsPart::Unit);
    if (kind() == Kind::Prefix) {
        const char second = m_code.text(token(m_at).span).back();
        node.unit.prefix = second == 'u' || second == 'U'   ? FacsPrefix::AU
                           : second == 'd' || second == 'D' ? FacsPrefix::AD
                                                            : FacsPrefix::M;
        consume(FacsPart::Unit);
        FacsSides behind;
        consumeTo(sidesEnd(m_at, behind), FacsPart::Unit);
        if (behind.written() && node.unit.sides.written())
            flag(FacsFlagKind::SideConflict, spanFrom(first),
                 quoted(spanFrom(first)) + " names a side twice; the second is taken.");
        if (behind.written())
            node.unit.sides = behind;
    }
    for (const char c : m_code.text(token(m_at).span)) {
        if (c == '.') {
            flag(FacsFlagKind::Decimal, token(m_at).span,
                 quoted(token(m_at).span) + " has decimals, as a spreadsheet writes numbers; read without.");
            break;
        }
        node.unit.number = node.unit.number * 10 + (c - '0');
    }
    consume(FacsPart::Unit);
    suffixes(node.unit);
    node.span = spanFrom(first);
    return node;
}

/// Intensity, "?" and a mark in brackets, each at most once.
void FacsParser::suffixes(FacsUnit& unit) {
    while (!atEnd()) {
        if (kind() == Kind::Question && !unit.unsure && adjacent(m_at)) {
            unit.unsure = true;
            consume(FacsPart::Unit);
        } else if (!(!unit.strength.scored() && bareStrength(unit)) && !bracketed(unit)) {
            return;
        }
    }
}

/// The letter at i stands directly before a number: it is that one's side, or a missing joiner's neighbour.
bool FacsParser::belongsToNext(std::size_t i) const {
    const auto next = kind(i + 1);
    return adjacent(i + 1) && (next == Kind::Number || next == Kind::Prefix || next == Kind::Open);
}

/// "B", "A/B", "A-B".
bool FacsParser::bareStrength(FacsUnit& unit) {
    if (!isStrengthLetter(m_at))
        return false;
    if (!adjacent(m_at) && belongsToNext(m_at))
        return false; // "12 A14": the letter is the side of 14
    unit.strength.low = unit.strength.high = intensityOf(letter(m_at));
    consume(FacsPart::Unit);
    const bool range = (kind() == Kind::Slash || (kind() == Kind::Dash && adjacent(m_at))) &&
                       isStrengthLetter(m_at + 1) && !belongsToNext(m_at + 1);
    if (range) {
        unit.strength.high = intensityOf(letter(m_at + 1));
        consumeTo(m_at + 2, FacsPart::Unit);
    }
    return true;
}

/// "(B/C)", "(B)", or a mark such as "(k)".
bool FacsParser::bracketed(FacsUnit& unit) {
    if (kind() != Kind::Open)
        return false;
    const auto inner = m_at + 1;
    if (!unit.strength.scored() && isStrengthLetter(inner)) {
        const bool range = (kind(inner + 1) == Kind::Slash || kind(inner + 1) == Kind::Or ||
                            kind(inner + 1) == Kind::Dash) &&
                           isStrengthLetter(inner + 2);
        const auto last = range ? inner + 2 : inner;
        if (kind(last + 1) == Kind::Close) {
            unit.strength = {intensityOf(letter(inner)), intensityOf(letter(last))};
            consumeTo(last + 2, FacsPart::Unit);
            return true;
        }
    }
    const bool word = kind(inner) == Kind::Word || kind(inner) == Kind::Letter;
    if (!word || kind(inner + 1) != Kind::Close || !adjacent(m_at) || !unit.mark.empty())
        return false;
    const auto first = m_at;
    unit.mark = m_code.text(token(inner).span);
    consumeTo(inner + 2, FacsPart::Unit);
    flag(FacsFlagKind::Mark, spanFrom(first),
         "What the mark " + quoted(spanFrom(first)) +
             " means is not established; the unit counts as doubtful.");
    return true;
}

/// What a bracket's unit says itself goes before what stands outside.
void FacsParser::handDown(FacsNode& node, const FacsUnit& given) {
    if (node.kind != FacsNodeKind::Unit) {
        for (auto& child : node.children)
            handDown(child, given);
        return;
    }
    auto& unit = node.unit;
    if (given.sides.written() && unit.sides.written() && given.sides != unit.sides)
        flag(FacsFlagKind::SideConflict, node.span,
             quoted(node.span) + " has another side than its bracket; its own is taken.");
    if (!unit.sides.written())
        unit.sides = given.sides;
    if (!unit.strength.scored())
        unit.strength = given.strength;
    unit.unsure = unit.unsure || given.unsure;
    if (unit.mark.empty())
        unit.mark = given.mark;
}

} // namespace mien::annotation
