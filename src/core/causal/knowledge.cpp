// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/knowledge.h"

#include <algorithm>
#include <unordered_map>

namespace mien::causal {
namespace {

using Places = std::unordered_map<std::string, int>;

Unexpected wrong(std::string sentence) {
    return fail(ErrorCode::InvalidArgument, std::move(sentence));
}

Result<int> placeOf(const Places& places, const std::string& name) {
    const auto found = places.find(name);
    if (found == places.end())
        return wrong("The knowledge names \"" + name + "\", which is not among the variables.");
    return found->second;
}

using PlacePairs = std::vector<std::pair<int, int>>;

Result<PlacePairs> placesOf(const Places& places,
                            const std::vector<std::pair<std::string, std::string>>& pairs) {
    PlacePairs list;
    for (const auto& [cause, effect] : pairs) {
        const auto from = placeOf(places, cause);
        if (!from)
            return Unexpected(from.error());
        const auto to = placeOf(places, effect);
        if (!to)
            return Unexpected(to.error());
        if (*from == *to)
            return wrong("The knowledge names an edge from \"" + cause + "\" to itself.");
        list.emplace_back(*from, *to);
    }
    return list;
}

/// The tier of each variable, or -1.
Result<std::vector<int>> tiersOf(const Places& places, const Knowledge& knowledge) {
    std::vector<int> tierOf(places.size(), -1);
    for (std::size_t tier = 0; tier < knowledge.tiers.size(); ++tier) {
        for (const auto& name : knowledge.tiers[tier]) {
            const auto place = placeOf(places, name);
            if (!place)
                return Unexpected(place.error());
            int& slot = tierOf[static_cast<std::size_t>(*place)];
            if (slot >= 0)
                return wrong("The knowledge puts \"" + name + "\" into two tiers.");
            slot = static_cast<int>(tier);
        }
    }
    for (const int tier : knowledge.forbiddenWithin)
        if (tier < 0 || tier >= static_cast<int>(knowledge.tiers.size()))
            return wrong("The knowledge forbids edges within tier " + std::to_string(tier) +
                         ", which it does not have.");
    return tierOf;
}

} // namespace

Result<ResolvedKnowledge> ResolvedKnowledge::resolve(const Knowledge& knowledge,
                                                     const std::vector<std::string>& names) {
    ResolvedKnowledge resolved(names.size());
    resolved.m_empty = knowledge.empty();
    Places places;
    for (std::size_t i = 0; i < names.size(); ++i)
        places.emplace(names[i], static_cast<int>(i));
    const auto tierOf = tiersOf(places, knowledge);
    if (!tierOf)
        return Unexpected(tierOf.error());
    const auto forbidden = placesOf(places, knowledge.forbidden);
    if (!forbidden)
        return Unexpected(forbidden.error());
    const auto required = placesOf(places, knowledge.required);
    if (!required)
        return Unexpected(required.error());

    const auto within = [&](int tier) {
        return std::find(knowledge.forbiddenWithin.begin(), knowledge.forbiddenWithin.end(), tier) !=
               knowledge.forbiddenWithin.end();
    };
    const int count = static_cast<int>(names.size());
    for (int a = 0; a < count; ++a) {
        for (int b = 0; b < count; ++b) {
            const int tierA = (*tierOf)[static_cast<std::size_t>(a)];
            const int tierB = (*tierOf)[static_cast<std::size_t>(b)];
            if (a != b && tierA >= 0 && tierB >= 0 && (tierA > tierB || (tierA == tierB && within(tierA))))
                resolved.m_forbidden[resolved.cell(a, b)] = true;
        }
    }
    for (const auto& [a, b] : *forbidden)
        resolved.m_forbidden[resolved.cell(a, b)] = true;
    for (const auto& [a, b] : *required)
        resolved.m_required[resolved.cell(a, b)] = true;
    for (int a = 0; a < count; ++a)
        for (int b = 0; b < count; ++b)
            if (resolved.forbidden(a, b) && !resolved.forbidden(b, a))
                resolved.m_excludesSelection = true;
    if (const auto fine = resolved.checkRequired(names); !fine)
        return Unexpected(fine.error());
    return resolved;
}

Result<void> ResolvedKnowledge::checkRequired(const std::vector<std::string>& names) const {
    const int count = static_cast<int>(m_size);
    const auto quoted = [&](int v) { return "\"" + names[static_cast<std::size_t>(v)] + "\""; };
    std::vector<int> causes(m_size, 0);
    for (int a = 0; a < count; ++a) {
        for (int b = 0; b < count; ++b) {
            if (!required(a, b))
                continue;
            if (forbidden(a, b))
                return wrong("The knowledge both requires and forbids (perhaps by its tiers) that " +
                             quoted(a) + " causes " + quoted(b) + ".");
            ++causes[static_cast<std::size_t>(b)];
        }
    }
    std::vector<int> ready;
    for (int v = 0; v < count; ++v)
        if (causes[static_cast<std::size_t>(v)] == 0)
            ready.push_back(v);
    std::size_t taken = 0;
    for (; taken < ready.size(); ++taken) {
        const int a = ready[taken];
        for (int b = 0; b < count; ++b)
            if (required(a, b) && --causes[static_cast<std::size_t>(b)] == 0)
                ready.push_back(b);
    }
    if (taken < m_size) {
        const auto stuck = std::find_if(causes.begin(), causes.end(), [](int n) { return n > 0; });
        return wrong("The edges that the knowledge requires run in a circle through " +
                     quoted(static_cast<int>(stuck - causes.begin())) + ".");
    }
    return {};
}

void ResolvedKnowledge::orient(Pag& graph) const {
    if (m_empty)
        return;
    for (const Edge& edge : graph.edges()) {
        for (const auto& [a, b] : {std::pair(edge.a, edge.b), std::pair(edge.b, edge.a)}) {
            if (required(a, b)) {
                graph.setEnd(b, a, Mark::Tail, Reason::Knowledge);
                graph.setEnd(a, b, Mark::Arrow, Reason::Knowledge);
            } else if (forbidden(a, b)) {
                graph.setEnd(b, a, Mark::Arrow, Reason::Knowledge);
            }
        }
    }
}

} // namespace mien::causal
