// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/facs_readings.h"
#include "core/base/result.h"

namespace mien::annotation {

/// Whether it is a person's word or a machine's, and what became of the latter.
enum class SearchState : std::uint8_t { Event, Waiting, Taken, Rejected };

/// One event or proposal as a search sees it.
struct Searchable {
    ExpressionEvent event; ///< of a proposal: what it would be taken as
    SearchState state = SearchState::Event;
    std::string looksLike = {}; ///< of a proposal: "blink", "speech", "head movement"
    double durationS = 0.0;     ///< on the film's own time stamps

    /// Of a proposal: the machine's certainty goes into `event.confidence`.
    static Searchable of(const ExpressionEvent& event, double durationS);
    static Searchable of(const Proposal& proposal, const ExpressionEvent& draft, SearchState state,
                         double durationS);
};

/// A question about events, as a person types it:
///
///     12 & 6 & !4        action units; "&" may be left out; "|" binds weaker, "!" stronger; parentheses
///     L14 >= B           side L, R, A or part T, B before the number; >, >=, <, <=, =, != with A … E
///     12B                short for 12 = B
///     S12 U12 ref(12)    both sides alike; left or right alone; seen, too slight to score
///     micro macro        type
///     event proposal     who says so; waiting, taken, rejected: what became of a proposal
///     unsure             confidence, or the machine's certainty, below one half
///     blink speech head  what a proposal looks like
///     note, note:blink   has a note; has this text in it, note:"two words", or only "two words"
///     confidence < 70    per cent;   duration <= 0.5   seconds
///
/// A unit without a side or intensity of its own has the event's. Upper and lower case are the same. A unit
/// whose intensity nobody scored fits no comparison. Codes are read by FacsCode, and a code that leaves
/// something open is asked in each of its readings: "12 or 14" has two.
class EventSearch {
public:
    /// InvalidArgument with a sentence that names the column (from 1) of what cannot be read.
    static Result<EventSearch> parse(std::string_view text);

    /// Whether it fits in every reading of the code, in none, or in some. "?" and codes with too many
    /// readings leave every unit open.
    FacsAnswer ask(const Searchable& subject) const;
    /// Who searches wants to see what may fit, so Maybe is a hit: "12 or 14" is found by 12, by 14 and by
    /// !12, not by 12 & 14.
    bool matches(const Searchable& subject) const { return ask(subject) != FacsAnswer::No; }

private:
    friend class SearchParser;
    enum class Op : std::uint8_t {
        And,
        Or,
        Not,
        Unit,
        Type,
        State,
        AnyProposal,
        Unsure,
        LooksLike,
        HasNote,
        Text,
        Confidence,
        Duration
    };
    /// A step of the question in postfix order: operands first, so that no question can be too deep to ask.
    struct Step {
        Op op;
        FacsTerm unit = {};
        FacsCompare compare = FacsCompare::None; ///< with `number`
        ExpressionType type = ExpressionType::Micro;
        SearchState state = SearchState::Event;
        double number = 0.0;
        std::string text = {}; ///< lower case
    };

    FacsAnswer answer(const Searchable& subject, const FacsReading* reading) const;
    static bool holds(const Step& step, const Searchable& subject);

    std::vector<Step> m_steps;
    FacsAsked m_asked; ///< about units
};

} // namespace mien::annotation
