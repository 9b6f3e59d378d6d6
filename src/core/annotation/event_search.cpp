// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/event_search.h"

#include "core/annotation/csv.h"

namespace mien::annotation {
namespace {

/// Below this a coder or a machine counts as unsure.
constexpr double kUnsureBelow = 0.5;

FacsSide facsSide(Side side) {
    switch (side) {
    case Side::Left:
        return FacsSide::Left;
    case Side::Right:
        return FacsSide::Right;
    case Side::Asymmetric:
        return FacsSide::Asymmetric;
    case Side::Bilateral:
        break;
    }
    return FacsSide::Bilateral;
}

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

/// What is no action unit is the same in every reading of the code.
bool EventSearch::holds(const Step& step, const Searchable& subject) {
    const ExpressionEvent& event = subject.event;
    switch (step.op) {
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
        return compares(step.compare, event.confidence * 100.0, step.number);
    case Op::Duration:
        return compares(step.compare, subject.durationS, step.number);
    case Op::Unit:
    case Op::And:
    case Op::Or:
    case Op::Not:
        break;
    }
    return false;
}

/// Without a reading every unit is open.
FacsAnswer EventSearch::answer(const Searchable& subject, const FacsReading* reading) const {
    const auto certain = [](bool yes) { return yes ? FacsAnswer::Yes : FacsAnswer::No; };
    std::vector<FacsAnswer> stack;
    for (const Step& step : m_steps) {
        if (step.op == Op::Not) {
            const FacsAnswer inner = stack.back();
            stack.back() = inner == FacsAnswer::Maybe ? inner : certain(inner == FacsAnswer::No);
        } else if (step.op == Op::And || step.op == Op::Or) {
            const FacsAnswer right = stack.back();
            stack.pop_back();
            stack.back() = step.op == Op::And ? std::min(stack.back(), right) : std::max(stack.back(), right);
        } else if (step.op == Op::Unit) {
            stack.push_back(reading ? certain(step.unit.fitsOne(*reading)) : FacsAnswer::Maybe);
        } else {
            stack.push_back(certain(holds(step, subject)));
        }
    }
    return stack.size() == 1 ? stack.back() : FacsAnswer::No;
}

FacsAnswer EventSearch::ask(const Searchable& subject) const {
    const FacsCode code = FacsCode::parse(subject.event.actionUnits);
    const FacsUnsaid unsaid{.sides = FacsSides(facsSide(subject.event.side)),
                            .strength = {subject.event.intensity, subject.event.intensity},
                            .anyIntensity = false};
    const auto readings =
        code.state() == FacsState::Unknown ? std::nullopt : facsReadings(code.root(), m_asked, unsaid);
    if (!readings)
        return answer(subject, nullptr);
    FacsAnswer least = FacsAnswer::Yes;
    FacsAnswer most = FacsAnswer::No;
    for (const FacsReading& reading : *readings) {
        const FacsAnswer one = answer(subject, &reading);
        least = std::min(least, one);
        most = std::max(most, one);
    }
    return least == most ? least : FacsAnswer::Maybe;
}

} // namespace mien::annotation
