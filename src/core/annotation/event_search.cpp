// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/event_search.h"

#include "core/annotation/csv.h"

namespace mien::annotation {
namespace {

/// Below this a coder or a machine counts as unsure.
constexpr double kUnsureBelow = 0.5;

} // namespace

Searchable Searchable::of(const ExpressionEvent& event, double durationS) {
    return {.event = event, .durationS = durationS};
}

Searchable Searchable::of(const Proposal& proposal, const ExpressionEvent& draft, SearchState state,
                          double durationS) {
    Searchable made{.event = draft, .state = state, .looksLike = proposal.looksLike, .durationS = durationS};
    made.event.confidence = proposal.score;
    return made;
}

bool EventSearch::holds(const Step& step, const Searchable& subject,
                        const std::vector<UnitSeen>& units) const {
    const auto fits = [&](auto value, auto wanted) {
        switch (step.compare) {
        case Compare::Any:
            return true;
        case Compare::Less:
            return value < wanted;
        case Compare::AtMost:
            return value <= wanted;
        case Compare::Equal:
            return value == wanted;
        case Compare::Differs:
            return value != wanted;
        case Compare::AtLeast:
            return value >= wanted;
        case Compare::More:
            return value > wanted;
        }
        return false;
    };
    const ExpressionEvent& event = subject.event;
    const auto unitFits = [&](const UnitSeen& seen) {
        if (seen.number != step.unit.number)
            return false;
        if (step.unit.side && seen.side.value_or(event.side) != *step.unit.side)
            return false;
        if (step.unit.part != '\0' && seen.part != step.unit.part)
            return false;
        if (step.compare == Compare::Any)
            return true;
        const Intensity scored = seen.intensity != Intensity::Unscored ? seen.intensity : event.intensity;
        return scored != Intensity::Unscored && fits(scored, step.intensity);
    };
    switch (step.op) {
    case Op::Unit:
        return std::any_of(units.begin(), units.end(), unitFits);
    case Op::Type:
        return event.type == step.type;
    case Op::State:
        return subject.state == step.state;
    case Op::AnyProposal:
        return subject.state != SearchState::Event;
    case Op::Unsure:
        return event.confidence < kUnsureBelow;
    case Op::LooksLike:
        return subject.looksLike == step.text;
    case Op::HasNote:
        return !event.note.empty();
    case Op::Text:
        return lowerCase(event.note).find(step.text) != std::string::npos;
    case Op::Confidence:
        return fits(event.confidence * 100.0, step.number);
    case Op::Duration:
        return fits(subject.durationS, step.number);
    case Op::And:
    case Op::Or:
    case Op::Not:
        break;
    }
    return false;
}

bool EventSearch::matches(const Searchable& subject) const {
    const auto units = unitsIn(subject.event.actionUnits);
    std::vector<bool> stack;
    for (const Step& step : m_steps) {
        if (step.op == Op::Not) {
            stack.back() = !stack.back();
        } else if (step.op == Op::And || step.op == Op::Or) {
            const bool right = stack.back();
            stack.pop_back();
            const bool left = stack.back();
            stack.back() = step.op == Op::And ? left && right : left || right;
        } else {
            stack.push_back(holds(step, subject, units));
        }
    }
    return stack.size() == 1 && stack.back();
}

} // namespace mien::annotation
