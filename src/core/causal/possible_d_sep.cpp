// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/possible_d_sep.h"

#include "core/causal/adjacency_update.h"

#include <algorithm>
#include <string>

namespace mien::causal {
namespace {

/// Which nodes lie in each biconnected component.
std::vector<std::vector<char>> membersOf(const Pag& graph, const std::vector<int>& component) {
    const auto size = static_cast<std::size_t>(graph.size());
    const int count = component.empty() ? 0 : *std::max_element(component.begin(), component.end()) + 1;
    std::vector<std::vector<char>> members(static_cast<std::size_t>(count), std::vector<char>(size, false));
    for (std::size_t cell = 0; cell < component.size(); ++cell)
        if (component[cell] >= 0)
            members[static_cast<std::size_t>(component[cell])][cell / size] = true;
    return members;
}

/// A question and the candidates it points to.
struct OpenEdge {
    int x = 0;
    int y = 0;
    std::vector<int> fromX;
    std::vector<int> fromY;
    PairQuestion question() const { return {x, y, fromX, fromY}; }
    int largest() const { return static_cast<int>(std::max(fromX.size(), fromY.size())); }
};

std::vector<OpenEdge> openEdges(const AdjacencyState& state, const ResolvedKnowledge& knowledge,
                                const PossibleDSepOptions& options) {
    const Pag& graph = state.graph;
    std::vector<std::vector<int>> reachable(static_cast<std::size_t>(graph.size()));
    for (int x = 0; x < graph.size(); ++x)
        reachable[static_cast<std::size_t>(x)] = possibleDSep(graph, x, options.maxPathLength);
    const auto component = options.biconnected ? biconnectedComponents(graph) : std::vector<int>{};
    const auto members = membersOf(graph, component);
    std::vector<OpenEdge> open;
    for (const Edge& edge : graph.edges()) {
        if (knowledge.fixed(edge.a, edge.b) || !state.homology.nearest(edge.a, edge.b))
            continue;
        const auto usable = [&](int from, int other) {
            std::vector<int> list;
            for (const int v : reachable[static_cast<std::size_t>(from)])
                if (v != other && (!options.biconnected ||
                                   members[static_cast<std::size_t>(component[state.cell(edge.a, edge.b)])]
                                          [static_cast<std::size_t>(v)]))
                    list.push_back(v);
            return list;
        };
        open.push_back({edge.a, edge.b, usable(edge.a, edge.b), usable(edge.b, edge.a)});
    }
    return open;
}

} // namespace

std::vector<int> possibleDSep(const Pag& graph, int x, int maxPathLength) {
    const auto size = static_cast<std::size_t>(graph.size());
    std::vector<char> visited(size * size, false); // by ordered pair (a, b): the walk's last step
    std::vector<char> reached(size, false);
    std::vector<std::pair<int, int>> now;
    std::vector<std::pair<int, int>> next;
    const auto visit = [&](int a, int b) {
        char& seen = visited[static_cast<std::size_t>(a) * size + static_cast<std::size_t>(b)];
        if (seen)
            return;
        seen = true;
        reached[static_cast<std::size_t>(b)] = true;
        next.emplace_back(a, b);
    };
    if (maxPathLength != 0)
        for (const int b : graph.neighbours(x))
            visit(x, b);
    for (int length = 1; !next.empty() && (maxPathLength < 0 || length < maxPathLength); ++length) {
        now.swap(next);
        next.clear();
        for (const auto& [a, b] : now) {
            for (const int c : graph.neighbours(b)) {
                if (c == a || c == x)
                    continue;
                const bool collider = graph.isArrow(a, b) && graph.isArrow(c, b);
                if (collider || graph.adjacent(a, c))
                    visit(b, c);
            }
        }
    }
    std::vector<int> list;
    for (std::size_t v = 0; v < size; ++v)
        if (reached[v] && static_cast<int>(v) != x)
            list.push_back(static_cast<int>(v));
    return list;
}

Result<PossibleDSepOutcome> searchPossibleDSep(const IndependenceTest& test,
                                               const ResolvedKnowledge& knowledge,
                                               const PossibleDSepOptions& options, const JobContext& job,
                                               AdjacencyState& state) {
    PossibleDSepOutcome outcome;
    auto open = openEdges(state, knowledge, options);
    const std::int64_t before = state.tests + state.notDone;
    const auto wasAsked = [&](const PairQuestion& question, std::span<const int> set) {
        if (set.size() >= state.frozen.size())
            return false;
        const auto& adjacency = state.frozen[set.size()];
        const auto within = [&](int v) {
            return std::all_of(set.begin(), set.end(), [&](int s) { return adjacency[state.cell(v, s)]; });
        };
        return within(question.x) || within(question.y);
    };
    std::vector<std::pair<OpenEdge, PairAnswer>> separated; // leave at the end
    for (int size = 1; !open.empty(); ++size) {
        std::erase_if(open, [&](const OpenEdge& edge) { return edge.largest() < size; });
        if (open.empty())
            break;
        if (options.maxDepth >= 0 && size > options.maxDepth) {
            outcome.depthCapped = true;
            break;
        }
        std::vector<PairQuestion> questions;
        double expected = static_cast<double>(state.tests + state.notDone - before);
        for (const auto& edge : open) {
            questions.push_back(edge.question());
            expected += questions.back().sets(size);
        }
        if (options.testBudget > 0 && expected > static_cast<double>(options.testBudget)) {
            outcome.budgetExhausted = true;
            break;
        }
        job.progress(0.5, "possible-d-sep, sets of " + std::to_string(size));
        PairSearchOptions search;
        search.size = size;
        search.skip = wasAsked;
        auto answers = searchPairs(test, questions, search, job);
        if (job.cancelled())
            return cancelled();
        std::vector<OpenEdge> still;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (answers[i].separated) {
                separated.emplace_back(std::move(open[i]), std::move(answers[i]));
                continue;
            }
            settle(test, questions[i], std::move(answers[i]), size, state);
            still.push_back(std::move(open[i]));
        }
        open = std::move(still);
        outcome.deepest = size;
    }
    for (auto& [edge, answer] : separated) {
        const int size = static_cast<int>(answer.set.size());
        settle(test, edge.question(), std::move(answer), size, state);
    }
    return outcome;
}

} // namespace mien::causal
