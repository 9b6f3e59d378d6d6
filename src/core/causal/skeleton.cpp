// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/skeleton.h"

#include "core/causal/adjacency_update.h"

#include <algorithm>
#include <string>

namespace mien::causal {
namespace {

/// adj(v) without w, for each ordered pair that is asked; kept alive while the questions point into it.
struct Candidates {
    std::vector<std::vector<int>> lists;
    std::vector<PairQuestion> questions;
};

std::vector<int> without(std::span<const int> list, int value) {
    std::vector<int> rest;
    rest.reserve(list.size());
    std::copy_if(list.begin(), list.end(), std::back_inserter(rest), [&](int v) { return v != value; });
    return rest;
}

Candidates askAll(const AdjacencyState& state, const ResolvedKnowledge& knowledge, int depth) {
    const Pag& graph = state.graph;
    Candidates all;
    const auto edges = graph.edges();
    all.lists.reserve(2 * edges.size());
    for (const Edge& edge : edges) {
        if (knowledge.fixed(edge.a, edge.b) || !state.homology.nearest(edge.a, edge.b))
            continue;
        if (std::max(graph.neighbours(edge.a).size(), graph.neighbours(edge.b).size()) <=
            static_cast<std::size_t>(depth))
            continue;
        all.lists.push_back(without(graph.neighbours(edge.a), edge.b));
        const auto& fromA = all.lists.back();
        all.lists.push_back(without(graph.neighbours(edge.b), edge.a));
        all.questions.push_back({edge.a, edge.b, fromA, all.lists.back()});
    }
    return all;
}

std::vector<char> adjacencyOf(const Pag& graph) {
    std::vector<char> cells;
    cells.reserve(static_cast<std::size_t>(graph.size()) * static_cast<std::size_t>(graph.size()));
    for (int i = 0; i < graph.size(); ++i)
        for (int j = 0; j < graph.size(); ++j)
            cells.push_back(graph.adjacent(i, j));
    return cells;
}

void startComplete(const ResolvedKnowledge& knowledge, AdjacencyState& state) {
    for (int a = 0; a < state.graph.size(); ++a) {
        for (int b = a + 1; b < state.graph.size(); ++b) {
            if (knowledge.separated(a, b))
                state.sets.setForbidden(a, b);
            else
                state.graph.connect(a, b);
        }
    }
}

} // namespace

AdjacencyState::AdjacencyState(std::vector<std::string> names)
    : graph(std::move(names)),
      sets(graph.size()),
      evidence(static_cast<std::size_t>(graph.size()) * static_cast<std::size_t>(graph.size())) {}

void settle(const IndependenceTest& test, const PairQuestion& question, PairAnswer&& answer, int size,
            AdjacencyState& state) {
    state.tests += answer.tests;
    state.notDone += answer.notDone;
    if (answer.tests > 0) {
        const auto& evidence = state.evidence[state.cell(question.x, question.y)];
        const double logP = test.logP(question.x, question.y, size, answer.lowestScore);
        if (evidence.given < 0 || logP > evidence.logP) {
            const PairEvidence weaker{logP, answer.lowestScore, size};
            state.homology.eachAlike(question.x, question.y, [&](int x, int y, int) {
                state.evidence[state.cell(x, y)] = state.evidence[state.cell(y, x)] = weaker;
            });
        }
    }
    if (answer.separated)
        state.homology.eachAlike(question.x, question.y, [&](int x, int y, int by) {
            state.graph.disconnect(x, y);
            state.sets.setFound(x, y, by == 0 ? answer.set : state.homology.earlier(answer.set, by));
        });
}

Result<bool> searchSkeleton(const IndependenceTest& test, const ResolvedKnowledge& knowledge,
                            const SkeletonOptions& options, const JobContext& job, AdjacencyState& state) {
    startComplete(knowledge, state);
    for (int depth = 0;; ++depth) {
        const auto asked = askAll(state, knowledge, depth);
        if (asked.questions.empty())
            return false;
        if (options.maxDepth >= 0 && depth > options.maxDepth)
            return true;
        state.frozen.push_back(adjacencyOf(state.graph));
        job.progress(0.0, "conditioning sets of " + std::to_string(depth));
        PairSearchOptions search;
        search.size = depth;
        search.strongest = options.strongest;
        auto answers = searchPairs(test, asked.questions, search, job);
        if (job.cancelled())
            return cancelled();
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (answers[i].separated)
                state.largestSet = std::max(state.largestSet, depth);
            settle(test, asked.questions[i], std::move(answers[i]), depth, state);
        }
    }
}

} // namespace mien::causal
