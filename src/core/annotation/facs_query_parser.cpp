// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/csv.h"
#include "core/annotation/facs_query.h"

#include <array>
#include <charconv>

namespace mien::annotation {

/// or := and {"|" and} · and := not {"&" not} · not := ["!"] primary · primary := "(" or ")" | ref "(" or ")"
/// | term
class FacsQueryParser {
public:
    explicit FacsQueryParser(std::string_view text) : m_text(text), m_lower(lowerCase(text)) {}

    Result<FacsQuery> all() {
        auto root = either(0);
        if (!root)
            return Unexpected(root.error());
        skip();
        if (m_at < m_text.size())
            return wrong("“" + rest() + "” does not belong here; join terms by & or |");
        FacsQuery query;
        query.m_root = *std::move(root);
        std::sort(m_numbers.begin(), m_numbers.end());
        query.m_asked = {std::move(m_numbers), m_compares};
        return query;
    }

private:
    using Node = FacsQuery::Node;
    using Compare = FacsCompare;
    static constexpr int kDeepest = 50;

    Unexpected wrong(const std::string& why) const {
        return fail(ErrorCode::InvalidArgument, "The search expression cannot be read at character " +
                                                    std::to_string(m_at + 1) + ": " + why +
                                                    ", as in 12 & !6 or L14 >= B.");
    }
    std::string rest() const { return std::string(m_text.substr(m_at, 12)); }
    void skip() {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || (m_text[m_at] >= '\t' && m_text[m_at] <= '\r')))
            ++m_at;
    }
    char here() const { return m_at < m_lower.size() ? m_lower[m_at] : '\0'; }
    /// Takes one of the signs or words, the first that fits, with blanks before it.
    bool accept(std::initializer_list<std::string_view> signs) {
        skip();
        for (const auto sign : signs)
            if (std::string_view(m_lower).substr(m_at).starts_with(sign)) {
                m_at += sign.size();
                return true;
            }
        return false;
    }

    Result<Node> list(Node::Kind kind, std::initializer_list<std::string_view> joiners, int depth) {
        Node node;
        node.kind = kind;
        do {
            auto child = kind == Node::Kind::Or ? list(Node::Kind::And, {"&&", "&", "and", "+", ","}, depth)
                                                : negation(depth);
            if (!child)
                return child;
            node.children.push_back(*std::move(child));
        } while (accept(joiners));
        return node;
    }

    Result<Node> either(int depth) {
        if (depth > kDeepest)
            return wrong("it is nested too deeply; write it with fewer brackets");
        return list(Node::Kind::Or, {"||", "|", "or"}, depth);
    }

    Result<Node> negation(int depth) {
        bool negated = false;
        while (accept({"!", "not"}))
            negated = !negated;
        auto inner = primary(depth);
        if (!inner || !negated)
            return inner;
        Node node;
        node.kind = Node::Kind::Not;
        node.children.push_back(*std::move(inner));
        return node;
    }

    Result<Node> primary(int depth) {
        if (accept({"ref"})) {
            if (!accept({"("}))
                return wrong("ref needs a bracket, ref(12)");
            const bool before = std::exchange(m_reference, true);
            auto inner = closed(depth);
            m_reference = before;
            return inner;
        }
        return accept({"("}) ? closed(depth) : term();
    }

    Result<Node> closed(int depth) {
        auto inner = either(depth + 1);
        if (inner && !accept({")"}))
            return wrong("a bracket is not closed");
        return inner;
    }

    void side(FacsTerm& term) {
        constexpr std::string_view kLetters = "slratb"; // in the order of FacsSide
        if (here() == 'u')
            term.wanted = FacsTerm::Side::Unilateral;
        else if (const auto at = kLetters.find(here()); here() != '\0' && at != std::string_view::npos) {
            term.wanted = FacsTerm::Side::Exactly;
            term.side = static_cast<FacsSide>(at);
        } else
            return;
        ++m_at;
    }

    bool prefix(FacsTerm& term) {
        const auto at = m_at;
        if (accept({"au", "ad"}))
            return true;
        term.m = accept({"m"});
        return m_at != at;
    }

    Result<Node> term() {
        Node node;
        node.kind = Node::Kind::Term;
        node.term.reference = m_reference;
        skip();
        const auto start = m_at;
        if (!prefix(node.term)) {
            side(node.term);
            prefix(node.term);
        }
        if (node.term.wanted == FacsTerm::Side::Any)
            side(node.term);
        const char* begin = m_lower.data() + m_at;
        const auto [end, error] = std::from_chars(begin, m_lower.data() + m_lower.size(), node.term.number);
        if (error != std::errc() || node.term.number < 0) {
            m_at = start;
            return wrong("the number of an action unit must stand here");
        }
        m_at += static_cast<std::size_t>(end - begin);
        m_numbers.push_back(node.term.number);
        return intensity(std::move(node));
    }

    /// "12C", "12 >= C"
    Result<Node> intensity(Node node) {
        struct Sign {
            std::string_view text;
            Compare compare;
        };
        static constexpr std::array kSigns{
            Sign{">=", Compare::AtLeast}, Sign{"≥", Compare::AtLeast}, Sign{"<=", Compare::AtMost},
            Sign{"≤", Compare::AtMost},   Sign{"==", Compare::Equal},  Sign{"!=", Compare::NotEqual},
            Sign{"=", Compare::Equal},    Sign{">", Compare::More},    Sign{"<", Compare::Less}};
        for (const auto& sign : kSigns)
            if (accept({sign.text})) {
                node.term.compare = sign.compare;
                skip();
                break;
            }
        const bool letter = here() >= 'a' && here() <= 'e' && !wordFollows();
        if (node.term.compare != Compare::None && !letter)
            return wrong("an intensity from A to E must stand behind a comparison");
        if (!letter)
            return node;
        if (node.term.compare == Compare::None)
            node.term.compare = Compare::Equal;
        node.term.intensity = static_cast<Intensity>(here() - 'a' + static_cast<int>(Intensity::A));
        m_compares = true;
        ++m_at;
        return node;
    }
    /// "12 and 6": the a is no intensity.
    bool wordFollows() const { return std::string_view(m_lower).substr(m_at).starts_with("and"); }

    std::string_view m_text;
    std::string m_lower;
    std::size_t m_at = 0;
    bool m_reference = false;
    bool m_compares = false;
    std::vector<int> m_numbers;
};

Result<FacsQuery> FacsQuery::parse(std::string_view text) {
    return FacsQueryParser(text).all();
}

FacsAnswer hasUnit(const FacsCode& code, int number, std::optional<FacsSide> side) {
    auto text = std::to_string(number);
    if (side)
        text.insert(0, *side == FacsSide::Bilateral ? "S" : letterOf(*side));
    const auto query = FacsQuery::parse(text);
    return query ? query->ask(code) : FacsAnswer::No;
}

} // namespace mien::annotation
