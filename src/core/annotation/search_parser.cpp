// SPDX-License-Identifier: GPL-3.0-or-later
// From a search as typed to the steps of EventSearch: recursive descent, one function a level of binding.
#include "core/annotation/event_search.h"
#include "core/annotation/search_words.h"

#include <charconv>
#include <cmath>

namespace mien::annotation {
namespace {

constexpr std::size_t kMostCharacters = 2000;
constexpr int kMostNesting = 64; ///< parentheses and "!" in one another

Error at(std::size_t column, const std::string& what) {
    return {ErrorCode::InvalidArgument, "Column " + std::to_string(column) + ": " + what, {}};
}

std::optional<Intensity> intensityOf(const SearchWord& word) {
    if (word.kind != SearchWord::Kind::Word || word.text.size() != 1 || word.text[0] < 'a' ||
        word.text[0] > 'e')
        return std::nullopt;
    return static_cast<Intensity>(word.text[0] - 'a' + 1);
}

/// The whole word as a plain number; std::from_chars knows neither locale nor surprises.
std::optional<double> numberOf(const SearchWord& word) {
    double value = 0.0;
    const auto* end = word.text.data() + word.text.size();
    const auto read = std::from_chars(word.text.data(), end, value, std::chars_format::fixed);
    if (word.kind != SearchWord::Kind::Word || read.ec != std::errc() || read.ptr != end ||
        !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace

class SearchParser {
public:
    using Op = EventSearch::Op;
    using Compare = FacsCompare;
    using Step = EventSearch::Step;

    explicit SearchParser(std::string_view text) : m_words(text) {}

    Result<EventSearch> parse() {
        if (m_words.now().kind == SearchWord::Kind::End)
            return fail(ErrorCode::InvalidArgument, "Type what to look for, for example 12 & 6 & !4.");
        either();
        if (!m_error && m_words.now().kind != SearchWord::Kind::End)
            stop(m_words.now().column, m_words.at(")")
                                           ? "this ) closes nothing. Remove it, or open a ( before it."
                                           : "“" + m_words.now().text + "” has no place here.");
        if (m_error)
            return Unexpected(*m_error);
        for (const Step& step : m_search.m_steps)
            if (step.op == Op::Unit) {
                m_search.m_asked.numbers.push_back(step.unit.number);
                m_search.m_asked.intensities |= step.unit.compare != Compare::None;
            }
        std::sort(m_search.m_asked.numbers.begin(), m_search.m_asked.numbers.end());
        return std::move(m_search);
    }

private:
    void stop(std::size_t column, const std::string& what) {
        if (!m_error)
            m_error = at(column, what);
    }

    void push(Step step) { m_search.m_steps.push_back(std::move(step)); }

    void either() {
        both();
        while (!m_error && m_words.take("|")) {
            both();
            push({.op = Op::Or});
        }
    }

    /// "12 & 6" and "12 6" are the same.
    void both() {
        one();
        while (!m_error) {
            const bool joined = m_words.take("&");
            const auto& word = m_words.now();
            if (!joined && (word.kind == SearchWord::Kind::End || m_words.at("|") || m_words.at(")")))
                return;
            one();
            push({.op = Op::And});
        }
    }

    void one() {
        const std::size_t column = m_words.now().column;
        if (m_nesting >= kMostNesting)
            return stop(column, "too many parentheses in one another. Ask in simpler words.");
        ++m_nesting;
        if (m_words.take("!")) {
            one();
            push({.op = Op::Not});
        } else if (m_words.take("(")) {
            either();
            if (!m_error && !m_words.take(")"))
                stop(column, "this ( is never closed. Add a ).");
        } else {
            term();
        }
        --m_nesting;
    }

    void term() {
        const SearchWord word = m_words.now();
        switch (word.kind) {
        case SearchWord::Kind::End:
            return stop(word.column, "something to look for is missing here, for example 12.");
        case SearchWord::Kind::Sign:
            return stop(word.column, "“" + word.text +
                                         "” needs something to look for before it, for example 12 " +
                                         word.text + (isCompare(word.text) ? " B." : " 6."));
        case SearchWord::Kind::Quoted:
            return text();
        case SearchWord::Kind::Word:
            m_words.next();
            return named(word);
        }
    }

    void text() {
        const SearchWord word = m_words.now();
        if (m_words.openQuote())
            return stop(*m_words.openQuote(), "this quotation mark is never closed. Add another one.");
        if (word.text.empty())
            return stop(word.column, "there is nothing between these quotation marks.");
        m_words.next();
        push({.op = Op::Text, .text = word.text});
    }

    void named(const SearchWord& word) {
        const std::string& name = word.text;
        if (const auto type = expressionTypeFrom(name))
            return push({.op = Op::Type, .type = *type});
        if (name == "event")
            return push({.op = Op::State, .state = SearchState::Event});
        if (name == "waiting")
            return push({.op = Op::State, .state = SearchState::Waiting});
        if (name == "taken")
            return push({.op = Op::State, .state = SearchState::Taken});
        if (name == "rejected")
            return push({.op = Op::State, .state = SearchState::Rejected});
        if (name == "proposal")
            return push({.op = Op::AnyProposal});
        if (name == "unsure")
            return push({.op = Op::Unsure});
        if (name == "blink" || name == "speech")
            return push({.op = Op::LooksLike, .text = name});
        if (name == "head")
            return push({.op = Op::LooksLike, .text = "head movement"});
        if (name == "note")
            return note();
        if (name == "ref")
            return references();
        if (name == "confidence" || name == "duration")
            return measure(word, name == "confidence" ? Op::Confidence : Op::Duration);
        units(word);
    }

    void note() {
        if (!m_words.take(":"))
            return push({.op = Op::HasNote});
        const SearchWord word = m_words.now();
        if (word.kind == SearchWord::Kind::Quoted)
            return text();
        if (word.kind != SearchWord::Kind::Word)
            return stop(word.column, "the text to find in notes is missing after note:, for example "
                                     "note:blink or note:\"two words\".");
        m_words.next();
        push({.op = Op::Text, .text = word.text});
    }

    void references() {
        if (!m_words.at("("))
            return stop(m_words.now().column, "ref needs action units in parentheses, for example ref(12).");
        const bool before = std::exchange(m_reference, true);
        one();
        m_reference = before;
    }

    static bool isCompare(std::string_view sign) { return compareOf(sign) != Compare::None; }

    static Compare compareOf(std::string_view sign) {
        return sign == "<"    ? Compare::Less
               : sign == "<=" ? Compare::AtMost
               : sign == "="  ? Compare::Equal
               : sign == "!=" ? Compare::NotEqual
               : sign == ">=" ? Compare::AtLeast
               : sign == ">"  ? Compare::More
                              : Compare::None;
    }

    /// Steps over a comparison where one stands here.
    Compare compare() {
        const auto& word = m_words.now();
        const Compare found = word.kind == SearchWord::Kind::Sign ? compareOf(word.text) : Compare::None;
        if (found != Compare::None)
            m_words.next();
        return found;
    }

    void measure(const SearchWord& name, Op op) {
        const std::string example = op == Op::Confidence ? "confidence < 70" : "duration <= 0.5";
        const std::size_t column = m_words.now().column;
        const Compare how = compare();
        if (how == Compare::None)
            return stop(column, "“" + name.text + "” needs a comparison, for example " + example + ".");
        const auto value = numberOf(m_words.now());
        if (!value)
            return stop(m_words.now().column, "a number is missing here, for example " + example + ".");
        m_words.next();
        push({.op = op, .compare = how, .number = *value});
    }

    /// "12", "L12B", "12+6", "12/14" with an optional comparison after a single unit.
    void units(const SearchWord& word) {
        std::string text = word.text;
        // S and U are sides that only a question has.
        const bool alike = text.size() > 1 && text[0] == 's' && isDigit(text[1]);
        const bool oneSided = text.size() > 1 && text[0] == 'u' && isDigit(text[1]);
        if (alike || oneSided)
            text.erase(0, 1);
        const FacsCode code = FacsCode::parse(text);
        const bool understood = code.state() == FacsState::Coded &&
                                std::all_of(code.flags().begin(), code.flags().end(), mayStay);
        const std::size_t first = m_search.m_steps.size();
        if (!understood || !pushUnits(code.root()))
            return stop(word.column, "“" + word.text +
                                         "” is no action unit and no word that a search knows. Text in notes "
                                         "goes into quotation marks.");
        const bool single = m_search.m_steps.size() == first + 1;
        if (alike || oneSided) {
            FacsTerm& unit = m_search.m_steps.back().unit;
            if (!single || unit.wanted != FacsTerm::Side::Any)
                return stop(word.column, "S and U stand before one action unit, for example U12.");
            unit.wanted = alike ? FacsTerm::Side::Exactly : FacsTerm::Side::Unilateral;
        }
        const std::size_t column = m_words.now().column;
        const Compare how = compare();
        if (how == Compare::None)
            return;
        if (!single || m_search.m_steps.back().unit.compare != Compare::None)
            return stop(column, "a comparison goes with one action unit without an intensity of its own, for "
                                "example 12 >= B.");
        const auto intensity = intensityOf(m_words.now());
        if (!intensity)
            return stop(m_words.now().column, "an intensity A to E is missing here, for example 12 >= B.");
        m_words.next();
        m_search.m_steps.back().unit.compare = how;
        m_search.m_steps.back().unit.intensity = *intensity;
    }

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    /// In a question "12, 6" and "12B6" are no slips.
    static bool mayStay(const FacsFlag& flag) {
        return flag.kind == FacsFlagKind::MissingJoiner || flag.kind == FacsFlagKind::EmptyTerm;
    }

    /// False where a question cannot hold it: doubts, ranges, several sides, words.
    bool pushUnits(const FacsNode& node) {
        if (node.kind == FacsNodeKind::Unit)
            return pushUnit(node.unit);
        const bool all = node.kind == FacsNodeKind::All;
        if ((!all && node.kind != FacsNodeKind::Either) || node.children.empty())
            return false;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            if (!pushUnits(node.children[i]))
                return false;
            if (i > 0)
                push({.op = all ? Op::And : Op::Or});
        }
        return true;
    }

    bool pushUnit(const FacsUnit& unit) {
        const auto side = unit.sides.single();
        if (!side || unit.unsure || !unit.mark.empty() || unit.strength.low != unit.strength.high)
            return false;
        push({.op = Op::Unit,
              .unit = {.number = unit.number,
                       .m = unit.prefix == FacsPrefix::M,
                       .reference = m_reference,
                       .wanted = unit.sides.written() ? FacsTerm::Side::Exactly : FacsTerm::Side::Any,
                       .side = *side,
                       .compare = unit.strength.scored() ? Compare::Equal : Compare::None,
                       .intensity = unit.strength.low}});
        return true;
    }

    SearchWords m_words;
    EventSearch m_search;
    std::optional<Error> m_error;
    int m_nesting = 0;
    bool m_reference = false; ///< inside ref(…)
};

Result<EventSearch> EventSearch::parse(std::string_view text) {
    if (text.size() > kMostCharacters)
        return fail(ErrorCode::InvalidArgument, "A search may have " + std::to_string(kMostCharacters) +
                                                    " characters; this one has " +
                                                    std::to_string(text.size()) + ".");
    return SearchParser(text).parse();
}

} // namespace mien::annotation
