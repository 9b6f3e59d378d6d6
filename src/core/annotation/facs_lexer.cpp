// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/facs_lexer.h"

#include "core/annotation/csv.h"

#include <array>

namespace mien::annotation {
namespace {

using Kind = FacsTokenKind;

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Sign {
    std::string_view text;
    Kind kind;
};
/// Signs, also as East Asian keyboards write them (CAS(ME)³ joins with such commas).
constexpr std::array kSigns{
    Sign{"+", Kind::Plus},       Sign{"&", Kind::Plus},         Sign{",", Kind::Comma},
    Sign{";", Kind::Comma},      Sign{"/", Kind::Slash},        Sign{"@", Kind::Or},
    Sign{"|", Kind::Or},         Sign{"-", Kind::Dash},         Sign{"?", Kind::Question},
    Sign{"(", Kind::Open},       Sign{")", Kind::Close},        Sign{"[", Kind::Open},
    Sign{"]", Kind::Close},      Sign{"\xC2\xA0", Kind::Blank}, // no-break space
    Sign{"\u3000", Kind::Blank},                                // ideographic space
    Sign{"＋", Kind::Plus},      Sign{"，", Kind::Comma},       Sign{"、", Kind::Comma},
    Sign{"；", Kind::Comma},     Sign{"／", Kind::Slash},       Sign{"（", Kind::Open},
    Sign{"）", Kind::Close},     Sign{"？", Kind::Question},    Sign{"–", Kind::Dash},
};

struct Keyword {
    std::string_view text;
    Kind kind;
};
constexpr std::array kKeywords{
    Keyword{"or", Kind::Or},         Keyword{"and", Kind::And},          Keyword{"ref", Kind::Ref},
    Keyword{"reference", Kind::Ref}, Keyword{"loses", Kind::Negation},   Keyword{"lose", Kind::Negation},
    Keyword{"lost", Kind::Negation}, Keyword{"without", Kind::Negation}, Keyword{"no", Kind::Negation},
    Keyword{"not", Kind::Negation},  Keyword{"minus", Kind::Negation},   Keyword{"double", Kind::Repeat},
    Keyword{"twice", Kind::Repeat},  Keyword{"triple", Kind::Repeat},    Keyword{"repeated", Kind::Repeat},
};

Kind keyword(std::string_view lower) {
    for (const auto& row : kKeywords)
        if (row.text == lower)
            return row.kind;
    return Kind::Word;
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    std::vector<FacsToken> all() {
        while (m_at < m_text.size())
            next();
        return std::move(m_tokens);
    }

private:
    void add(Kind kind, std::size_t length) {
        // Bytes that mean nothing stay together, so that one flag covers them.
        const bool merges = kind == Kind::Blank || kind == Kind::Other;
        if (merges && !m_tokens.empty() && m_tokens.back().kind == kind)
            m_tokens.back().span.end += length;
        else
            m_tokens.push_back({kind, {m_at, m_at + length}, FacsPart::None});
        m_at += length;
    }

    void next() {
        const char c = m_text[m_at];
        if (c == ' ' || (c >= '\t' && c <= '\r'))
            return add(Kind::Blank, 1);
        if (isDigit(c))
            return number();
        if (isLetter(c))
            return letters();
        for (const auto& sign : kSigns)
            if (m_text.substr(m_at).starts_with(sign.text))
                return add(sign.kind, sign.text.size());
        add(Kind::Other, 1);
    }

    void number() {
        auto end = m_at;
        while (end < m_text.size() && isDigit(m_text[end]))
            ++end;
        // "12.0": a cell that was stored as a number.
        if (end < m_text.size() && m_text[end] == '.') {
            auto zeros = end + 1;
            while (zeros < m_text.size() && m_text[zeros] == '0')
                ++zeros;
            if (zeros > end + 1 && (zeros == m_text.size() || !isDigit(m_text[zeros])))
                end = zeros;
        }
        add(Kind::Number, end - m_at);
    }

    void letters() {
        auto end = m_at;
        while (end < m_text.size() && isLetter(m_text[end]))
            ++end;
        const auto run = m_text.substr(m_at, end - m_at);
        // Nothing cut below is longer than "E reference AD L".
        const auto lower = run.size() <= 16 ? lowerCase(run) : std::string();
        if (const auto kind = keyword(lower); kind != Kind::Word)
            return add(kind, run.size());
        if (!lower.empty())
            for (const bool sideFirst : {false, true})
                if (cut(lower, true, sideFirst) || cut(lower, false, sideFirst))
                    return;
        add(Kind::Word, run.size());
    }

    /// [intensity] [or|and|ref] [AU|AD|M] [side] or, with the side first, … [side] [AU|AD|M]; the whole run
    /// or nothing.
    bool cut(std::string_view lower, bool withIntensity, bool sideFirst) {
        std::vector<std::pair<Kind, std::size_t>> parts;
        const auto take = [&](Kind kind, std::size_t length) {
            parts.emplace_back(kind, length);
            lower.remove_prefix(length);
        };
        const auto takeSide = [&] {
            if (!lower.empty() && std::string_view("lratb").find(lower.front()) != std::string_view::npos)
                take(Kind::Letter, 1);
        };
        const bool behindCode = !m_tokens.empty() &&
                                (m_tokens.back().kind == Kind::Number || m_tokens.back().kind == Kind::Close);
        const auto after = m_at + lower.size();
        const char following = after < m_text.size() ? m_text[after] : '\0';
        const bool beforeCode = isDigit(following) || following == '(' || following == '/';
        if (withIntensity && lower.front() <= 'e' && (behindCode || lower.size() == 1))
            take(Kind::Letter, 1);
        if (behindCode || beforeCode)
            for (const std::string_view word : {"or", "and", "ref"})
                if (lower.starts_with(word)) {
                    take(keyword(word), word.size());
                    break;
                }
        if (sideFirst && (beforeCode || lower.size() == 1))
            takeSide();
        for (const std::string_view prefix : {"au", "ad", "m"})
            if (lower.starts_with(prefix) && (beforeCode || lower.size() == prefix.size())) {
                take(Kind::Prefix, prefix.size());
                break;
            }
        if (!sideFirst && (beforeCode || lower.size() == 1))
            takeSide();
        if (!lower.empty() || parts.empty())
            return false;
        for (const auto& [kind, length] : parts)
            add(kind, length);
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<FacsToken> m_tokens;
};

} // namespace

std::vector<FacsToken> facsTokens(std::string_view text) {
    return Lexer(text).all();
}

} // namespace mien::annotation
