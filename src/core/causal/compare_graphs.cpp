// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/compare_graphs.h"

#include "core/causal/natural_order.h"

#include <unordered_map>

namespace mien::causal {
namespace {

using Places = std::unordered_map<std::string, int>;

Places placesOf(const Pag& graph) {
    Places places;
    for (int v = 0; v < graph.size(); ++v)
        places.emplace(graph.names()[static_cast<std::size_t>(v)], v);
    return places;
}

std::vector<std::string> naturallySorted(const std::vector<std::string>& names) {
    std::vector<std::string> sorted;
    for (const int v : canonicalOrder(names))
        sorted.push_back(names[static_cast<std::size_t>(v)]);
    return sorted;
}

bool denies(Mark one, Mark other) {
    return (one == Mark::Tail && other == Mark::Arrow) || (one == Mark::Arrow && other == Mark::Tail);
}

void count(const PairComparison& pair, GraphComparison& all) {
    switch (pair.change) {
    case PairChange::Same:
        ++all.same;
        break;
    case PairChange::Added:
        ++all.added;
        break;
    case PairChange::Removed:
        ++all.removed;
        break;
    case PairChange::Ends:
        ++all.ends;
        all.endsDiffering += (pair.firstAtA != pair.secondAtA) + (pair.firstAtB != pair.secondAtB);
        all.contradictions += denies(pair.firstAtA, pair.secondAtA) + denies(pair.firstAtB, pair.secondAtB);
        break;
    }
}

} // namespace

GraphComparison compareGraphs(const Pag& first, const Pag& second) {
    GraphComparison all;
    const Places inFirst = placesOf(first);
    const Places inSecond = placesOf(second);
    for (const auto& name : naturallySorted(first.names()))
        (inSecond.contains(name) ? all.names : all.onlyFirst).push_back(name);
    for (const auto& name : naturallySorted(second.names()))
        if (!inFirst.contains(name))
            all.onlySecond.push_back(name);
    const int size = static_cast<int>(all.names.size());
    for (int a = 0; a < size; ++a) {
        for (int b = a + 1; b < size; ++b) {
            const auto& nameA = all.names[static_cast<std::size_t>(a)];
            const auto& nameB = all.names[static_cast<std::size_t>(b)];
            PairComparison pair{a, b};
            pair.firstAtA = first.end(inFirst.at(nameB), inFirst.at(nameA));
            pair.firstAtB = first.end(inFirst.at(nameA), inFirst.at(nameB));
            pair.secondAtA = second.end(inSecond.at(nameB), inSecond.at(nameA));
            pair.secondAtB = second.end(inSecond.at(nameA), inSecond.at(nameB));
            if (pair.firstAtA == Mark::None && pair.secondAtA == Mark::None)
                continue;
            const bool equal = pair.firstAtA == pair.secondAtA && pair.firstAtB == pair.secondAtB;
            pair.change = equal                          ? PairChange::Same
                          : pair.firstAtA == Mark::None  ? PairChange::Added
                          : pair.secondAtA == Mark::None ? PairChange::Removed
                                                         : PairChange::Ends;
            pair.contradicts = denies(pair.firstAtA, pair.secondAtA) || denies(pair.firstAtB, pair.secondAtB);
            count(pair, all);
            all.pairs.push_back(pair);
        }
    }
    return all;
}

} // namespace mien::causal
