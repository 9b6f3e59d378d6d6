// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/event_merge.h"

#include <algorithm>
#include <cmath>

namespace mien::spotting {
namespace {

/// Shared samples over those of the shorter of the two.
template <class A, class B>
double overlapOfShorter(const A& a, const B& b) {
    const auto first = std::max(a.onset, b.onset);
    const auto last = std::min(a.offset, b.offset);
    if (first > last)
        return 0.0;
    const auto shorter = std::min(a.offset - a.onset, b.offset - b.onset) + 1;
    return static_cast<double>(last - first + 1) / static_cast<double>(shorter);
}

/// While a strong movement lasts, skin and head carry a little of it over the whole face, and the removal of
/// head motion leaves a little of it everywhere: so small a share elsewhere is no movement of its own.
constexpr float kCarriedShare = 0.05f;

bool isCarriedBy(const MergedEvent& strong, const MergedEvent& weak) {
    return weak.members.front().peak < kCarriedShare * strong.members.front().peak &&
           overlapOfShorter(strong.members.front(), weak.members.front()) > 0.0;
}

/// A region moves once in an event: its strongest excursion comes first.
void addMember(MergedEvent& event, const Excursion& e) {
    const bool known = std::any_of(event.members.begin(), event.members.end(),
                                   [&](const Excursion& m) { return m.region == e.region; });
    if (!known)
        event.members.push_back(e);
}

void settleBorders(MergedEvent& event) {
    const float strongest = event.members.front().peak;
    double weight = 0.0, onset = 0.0, offset = 0.0;
    for (const Excursion& e : event.members) {
        if (e.peak < 0.5f * strongest)
            continue;
        weight += e.peak;
        onset += e.peak * static_cast<double>(e.onset);
        offset += e.peak * static_cast<double>(e.offset);
    }
    event.apex = event.members.front().apex;
    event.onset = std::min(static_cast<std::size_t>(std::lround(onset / weight)), event.apex);
    event.offset = std::max(static_cast<std::size_t>(std::lround(offset / weight)), event.apex);
}

/// Share of the shorter one beyond which two settled events are one movement.
constexpr double kSameMovement = 0.66;

/// Settling has widened some events over weaker ones, whose regions then belong to them.
void absorb(std::vector<MergedEvent>& events) {
    std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) {
        return a.members.front().peak > b.members.front().peak;
    });
    std::vector<MergedEvent> kept;
    for (MergedEvent& event : events) {
        const auto home = std::find_if(kept.begin(), kept.end(), [&](const MergedEvent& strong) {
            return overlapOfShorter(strong, event) >= kSameMovement;
        });
        if (home == kept.end()) {
            kept.push_back(std::move(event));
            continue;
        }
        for (const Excursion& e : event.members)
            addMember(*home, e);
    }
    events = std::move(kept);
}

} // namespace

std::vector<MergedEvent> mergeRegions(std::vector<Excursion> excursions, const RulesOptions& options) {
    std::stable_sort(excursions.begin(), excursions.end(),
                     [](const auto& a, const auto& b) { return a.peak > b.peak; });
    std::vector<MergedEvent> events;
    for (const Excursion& e : excursions) {
        const auto home = std::find_if(events.begin(), events.end(), [&](const MergedEvent& event) {
            return overlapOfShorter(event.members.front(), e) >= options.mergeOverlap;
        });
        if (home == events.end()) {
            events.push_back({e.onset, e.apex, e.offset, {e}});
            continue;
        }
        addMember(*home, e);
    }
    std::erase_if(events, [&, strongest = events](const MergedEvent& weak) {
        return std::any_of(strongest.begin(), strongest.end(),
                           [&](const MergedEvent& strong) { return isCarriedBy(strong, weak); });
    });
    for (MergedEvent& event : events)
        settleBorders(event);
    absorb(events);
    std::sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.onset < b.onset; });
    return events;
}

} // namespace mien::spotting
