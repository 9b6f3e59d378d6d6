// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/facs_parser.h"

#include "core/annotation/csv.h"

#include <array>

namespace mien::annotation {
namespace {

/// Real tables nest three deep; what goes further is no code, and must not exhaust the stack.
constexpr int kDeepest = 32;

bool nothing(const FacsNode& node) {
    return node.kind == FacsNodeKind::All && node.children.empty();
}

/// Adds a child; a bracket of the same kind inside adds nothing to the meaning.
void adopt(FacsNode& parent, FacsNode child) {
    if (child.kind != parent.kind) {
        parent.children.push_back(std::move(child));
        return;
    }
    for (auto& grandchild : child.children)
        parent.children.push_back(std::move(grandchild));
}

/// A list of one is that one.
FacsNode collapsed(FacsNode node) {
    if (node.children.size() != 1)
        return node;
    auto only = std::move(node.children.front());
    return only;
}

} // namespace

FacsParser::FacsParser(std::string raw) {
    m_code.m_raw = std::move(raw);
    m_code.m_tokens = facsTokens(m_code.m_raw);
    for (std::size_t i = 0; i < m_code.m_tokens.size(); ++i) {
        if (m_code.m_tokens[i].kind == Kind::Blank)
            m_code.m_tokens[i].part = FacsPart::Blank;
        else
            m_order.push_back(i);
    }
    if (readEmptyForm())
        return;
    m_code.m_state = FacsState::Coded;
    m_code.m_root = sequence(0);
    std::stable_sort(m_code.m_flags.begin(), m_code.m_flags.end(),
                     [](const FacsFlag& a, const FacsFlag& b) { return a.span.begin < b.span.begin; });
}

bool FacsParser::readEmptyForm() {
    if (m_order.empty())
        return true;
    const auto lower = lowerCase(m_code.text({token(0).span.begin, token(m_order.size() - 1).span.end}));
    static constexpr std::array<std::string_view, 8> kEmpty{"null", "none", "nan", "n/a",
                                                            "na",   "-",    "/",   "–"};
    if (lower == "?" || lower == "？")
        m_code.m_state = FacsState::Unknown;
    else if (std::find(kEmpty.begin(), kEmpty.end(), lower) == kEmpty.end())
        return false;
    consumeTo(m_order.size(), FacsPart::Empty);
    return true;
}

/// Operands and joiners up to the end, or to the bracket that closes an open one.
FacsNode FacsParser::sequence(int depth) {
    FacsNode node;
    const auto first = m_at;
    bool joined = true; // nothing yet that would need a joiner
    bool anyWide = false;
    bool afterRemark = false;
    FacsSpan lastJoiner;
    while (!atEnd()) {
        if (kind() == Kind::Close) {
            if (m_brackets > 0)
                break;
            flag(FacsFlagKind::Bracket, token(m_at).span, "This bracket closes none; it is read past.");
            consume(FacsPart::Bracket);
            continue;
        }
        if (joiner(joined, lastJoiner))
            continue;
        const auto start = m_at;
        bool wide = false;
        auto child = alternatives(depth, wide);
        if (nothing(child))
            continue;
        anyWide = anyWide || wide;
        const bool words = child.kind == FacsNodeKind::Remark;
        if (!joined && !words && !afterRemark)
            flag(FacsFlagKind::MissingJoiner, spanFrom(start),
                 quoted(spanFrom(start)) + " follows a code with no + between; read as if there were one.");
        afterRemark = words;
        joined = false;
        lastJoiner = {};
        adopt(node, std::move(child));
    }
    node.span = spanFrom(first);
    if (lastJoiner.end > 0)
        flag(FacsFlagKind::EmptyTerm, lastJoiner, "Nothing follows this joiner; it is read past.");
    if (anyWide && node.children.size() > 1)
        flag(
            FacsFlagKind::UnclearOr, node.span,
            "How far “or” reaches is not clear; read as an alternative of its two neighbours. Brackets would "
            "say it.");
    return collapsed(std::move(node));
}

/// One joiner, or an "or" that has nothing before it.
bool FacsParser::joiner(bool& joined, FacsSpan& last) {
    const auto here = kind();
    const bool joins = here == Kind::Plus || here == Kind::Comma || here == Kind::And || here == Kind::Dash;
    if (!joins && here != Kind::Or && here != Kind::Slash)
        return false;
    const auto span = token(m_at).span;
    consume(FacsPart::Joiner);
    if (joined) {
        flag(FacsFlagKind::EmptyTerm, span, "Nothing stands before this joiner; it is read past.");
        return true;
    }
    if (here == Kind::Dash)
        flag(FacsFlagKind::UnclearDash, span, "What this dash means is not clear; read as +.");
    joined = true;
    last = span;
    return true;
}

/// a or b, a/b, a@b. `wide`: an "or" between blanks that may have been meant to reach further.
FacsNode FacsParser::alternatives(int depth, bool& wide) {
    const auto first = m_at;
    auto one = operand(depth);
    if (kind() != Kind::Or && kind() != Kind::Slash)
        return one;
    FacsNode node;
    node.kind = FacsNodeKind::Either;
    adopt(node, std::move(one));
    while (kind() == Kind::Or || kind() == Kind::Slash) {
        const auto joinerSpan = token(m_at).span;
        wide = wide || (kind() == Kind::Or && !(adjacent(m_at) && adjacent(m_at + 1)));
        consume(FacsPart::Joiner);
        const auto next = kind();
        if (atEnd() || next == Kind::Close || next == Kind::Plus || next == Kind::Comma || next == Kind::Or ||
            next == Kind::Slash) {
            flag(FacsFlagKind::EmptyTerm, joinerSpan, "Nothing follows this “or”; it is read past.");
            continue;
        }
        auto another = operand(depth);
        if (!nothing(another))
            adopt(node, std::move(another));
    }
    std::erase_if(node.children, nothing);
    node.span = spanFrom(first);
    if (node.children.empty())
        return {};
    return collapsed(std::move(node));
}

FacsNode FacsParser::operand(int depth) {
    if (depth >= kDeepest)
        return remark(FacsFlagKind::TooDeep, "is nested too deeply to be read");
    switch (kind()) {
    case Kind::Ref:
        return modified(FacsNodeKind::Reference, depth);
    case Kind::Negation:
        return modified(FacsNodeKind::Negated, depth);
    case Kind::Repeat:
        return modified(FacsNodeKind::Repeated, depth);
    default:
        break;
    }
    FacsSides sides;
    const auto end = sidesEnd(m_at, sides);
    const auto behind = kind(end);
    if (behind == Kind::Open && (end == m_at || adjacent(end))) {
        consumeTo(end, FacsPart::Unit);
        return group(depth, sides);
    }
    if (startsUnit())
        return unit({});
    if (kind() == Kind::Word)
        return remark(FacsFlagKind::Words, "is in words, not a code; kept as a remark");
    return remark(FacsFlagKind::Unread, "is no FACS code; kept as it is");
}

/// "loses" covers the rest of its bracket, as does "twice -"; "ref" and "double" what follows next.
FacsNode FacsParser::modified(FacsNodeKind nodeKind, int depth) {
    const auto first = m_at;
    consume(FacsPart::Modifier);
    bool rest = nodeKind == FacsNodeKind::Negated;
    if (nodeKind == FacsNodeKind::Repeated && kind() == Kind::Dash) {
        consume(FacsPart::Modifier);
        rest = true;
    }
    FacsNode node;
    node.kind = nodeKind;
    const auto next = kind();
    const bool startsOperand = !atEnd() && next != Kind::Close && next != Kind::Plus && next != Kind::Comma &&
                               next != Kind::And && next != Kind::Or && next != Kind::Slash &&
                               next != Kind::Dash;
    if (startsOperand) {
        auto child = rest ? sequence(depth + 1) : operand(depth + 1);
        if (!nothing(child))
            node.children.push_back(std::move(child));
    }
    node.span = spanFrom(first);
    if (!node.children.empty())
        return node;
    flag(FacsFlagKind::Unread, node.span, quoted(node.span) + " has no code to apply to; kept as a remark.");
    for (auto i = first; i < m_at; ++i)
        if (auto& part = m_code.m_tokens[m_order[i]].part; part == FacsPart::Modifier)
            part = FacsPart::Unread;
    node.kind = FacsNodeKind::Remark;
    node.remark = m_code.text(node.span);
    return node;
}

/// "(…)" with what stands before and behind it handed down to its units.
FacsNode FacsParser::group(int depth, FacsSides sides) {
    const auto first = m_at;
    const auto open = token(m_at).span;
    consume(FacsPart::Bracket);
    ++m_brackets;
    auto node = sequence(depth + 1);
    --m_brackets;
    FacsUnit given;
    given.sides = sides;
    if (kind() == Kind::Close) {
        consume(FacsPart::Bracket);
        if (nothing(node))
            flag(FacsFlagKind::EmptyTerm, spanFrom(first), "There is nothing in this bracket.");
        suffixes(given);
    } else {
        flag(FacsFlagKind::Bracket, open, "This bracket is never closed; read as if it were, at the end.");
    }
    if (given != FacsUnit{})
        handDown(node, given);
    if (!nothing(node) && (node.kind != FacsNodeKind::Unit || given != FacsUnit{}))
        node.span = spanFrom(first);
    return node;
}

/// At least one token, and the words behind it.
FacsNode FacsParser::remark(FacsFlagKind flagKind, std::string_view why) {
    const auto first = m_at;
    const auto part = flagKind == FacsFlagKind::Words ? FacsPart::Remark : FacsPart::Unread;
    const auto opening = kind();
    consume(part);
    const auto goesOn = [&] {
        if (flagKind == FacsFlagKind::TooDeep && kind() == opening)
            return true;
        return kind() == Kind::Word || kind() == Kind::Question || kind() == Kind::Other;
    };
    while (!atEnd() && goesOn())
        consume(part);
    FacsNode node;
    node.kind = FacsNodeKind::Remark;
    node.span = spanFrom(first);
    node.remark = m_code.text(node.span);
    flag(flagKind, node.span, quoted(node.span) + " " + std::string(why) + ".");
    return node;
}

FacsSpan FacsParser::spanFrom(std::size_t first) const {
    if (first >= m_order.size() || m_at <= first)
        return {m_code.m_raw.size(), m_code.m_raw.size()};
    return {token(first).span.begin, token(m_at - 1).span.end};
}

void FacsParser::flag(FacsFlagKind kind, FacsSpan span, std::string sentence) {
    m_code.m_flags.push_back({kind, span, std::move(sentence)});
}

std::string FacsParser::quoted(FacsSpan span) const {
    constexpr std::size_t kLongest = 60; // a sentence, not a copy of the cell
    const auto text = m_code.text(span);
    if (text.size() <= kLongest)
        return "“" + std::string(text) + "”";
    auto end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end; // not inside a character
    return "“" + std::string(text.substr(0, end)) + "…”";
}

} // namespace mien::annotation
