// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/disagreements.h"

#include <map>
#include <set>

namespace mien::ui {
namespace {

double overlap(FrameInterval a, FrameInterval b) {
    const auto shared = std::min(a.last, b.last) - std::max(a.first, b.first) + 1;
    if (shared <= 0)
        return 0.0;
    const auto both = std::max(a.last, b.last) - std::min(a.first, b.first) + 1;
    return static_cast<double>(shared) / static_cast<double>(both);
}

} // namespace

std::optional<std::vector<project::Event>> disagreements(const std::vector<project::Tier>& tiers,
                                                         const std::vector<project::Event>& events) {
    std::map<project::TierId, std::string> coders;
    for (const auto& tier : tiers)
        coders[tier.id] = tier.coder;
    const auto coderOf = [&](const project::Event& event) { return coders[event.tier]; };
    std::set<std::string> coded;
    for (const auto& event : events)
        coded.insert(coderOf(event));
    if (coded.size() < 2)
        return std::nullopt;
    const auto same = [&](const project::Event& a, const project::Event& b) {
        return a.event.type == b.event.type &&
               overlap(a.event.interval(), b.event.interval()) >= kSameEventIou;
    };
    std::vector<project::Event> alone;
    for (const auto& event : events) {
        std::set<std::string> agree{coderOf(event)};
        for (const auto& other : events)
            if (coderOf(other) != coderOf(event) && same(event, other))
                agree.insert(coderOf(other));
        if (agree.size() < coded.size())
            alone.push_back(event);
    }
    std::stable_sort(alone.begin(), alone.end(),
                     [](const auto& a, const auto& b) { return a.event.onset < b.event.onset; });
    return alone;
}

} // namespace mien::ui
