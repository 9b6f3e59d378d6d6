// SPDX-License-Identifier: GPL-3.0-or-later
// From a search as typed to the steps of EventSearch: recursive descent, one function a level of binding.
#include "core/annotation/event_search.h"
#include "core/annotation/search_words.h"

#include <charconv>

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
    using Compare = EventSearch::Compare;
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

    static bool isCompare(std::string_view sign) { return compareOf(sign) != Compare::Any; }

    static Compare compareOf(std::string_view sign) {
        return sign == "<"    ? Compare::Less
               : sign == "<=" ? Compare::AtMost
               : sign == "="  ? Compare::Equal
               : sign == "!=" ? Compare::Differs
               : sign == ">=" ? Compare::AtLeast
               : sign == ">"  ? Compare::More
                              : Compare::Any;
    }

    /// Steps over a comparison where one stands here.
    Compare compare() {
        const auto& word = m_words.now();
        const Compare found = word.kind == SearchWord::Kind::Sign ? compareOf(word.text) : Compare::Any;
        if (found != Compare::Any)
            m_words.next();
        return found;
    }

    void measure(const SearchWord& name, Op op) {
        const std::string example = op == Op::Confidence ? "confidence < 70" : "duration <= 0.5";
        const std::size_t column = m_words.now().column;
        const Compare how = compare();
        if (how == Compare::Any)
            return stop(column, "“" + name.text + "” needs a comparison, for example " + example + ".");
        const auto value = numberOf(m_words.now());
        if (!value)
            return stop(m_words.now().column, "a number is missing here, for example " + example + ".");
        m_words.next();
        push({.op = op, .compare = how, .number = *value});
    }

    /// "12", "L12B", "12+6" with an optional comparison after a single unit.
    void units(const SearchWord& word) {
        const auto found = unitsIn(word.text);
        if (found.empty())
            return stop(word.column, "“" + word.text +
                                         "” is no action unit and no word that a search knows. Text in notes "
                                         "goes into quotation marks.");
        for (std::size_t i = 0; i < found.size(); ++i) {
            const bool scored = found[i].intensity != Intensity::Unscored;
            push({.op = Op::Unit,
                  .unit = found[i],
                  .compare = scored ? Compare::Equal : Compare::Any,
                  .intensity = found[i].intensity});
            if (i > 0)
                push({.op = Op::And});
        }
        const std::size_t column = m_words.now().column;
        const Compare how = compare();
        if (how == Compare::Any)
            return;
        if (found.size() > 1 || found.front().intensity != Intensity::Unscored)
            return stop(column, "a comparison goes with one action unit without an intensity of its own, for "
                                "example 12 >= B.");
        const auto intensity = intensityOf(m_words.now());
        if (!intensity)
            return stop(m_words.now().column, "an intensity A to E is missing here, for example 12 >= B.");
        m_words.next();
        m_search.m_steps.back().compare = how;
        m_search.m_steps.back().intensity = *intensity;
    }

    SearchWords m_words;
    EventSearch m_search;
    std::optional<Error> m_error;
    int m_nesting = 0;
};

Result<EventSearch> EventSearch::parse(std::string_view text) {
    if (text.size() > kMostCharacters)
        return fail(ErrorCode::InvalidArgument, "A search may have " + std::to_string(kMostCharacters) +
                                                    " characters; this one has " +
                                                    std::to_string(text.size()) + ".");
    return SearchParser(text).parse();
}

} // namespace mien::annotation
