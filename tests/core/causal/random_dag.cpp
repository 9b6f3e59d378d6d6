// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_dag.h"

#include "shuffled.h"

#include <algorithm>

namespace mien::causal::test {
namespace {

std::vector<int> draw(std::size_t wanted, const std::vector<int>& degree, const std::vector<int>& taken,
                      Rng& rng) {
    std::vector<int> candidates;
    for (const int v : shuffledOrder(degree.size(), rng))
        if (std::find(taken.begin(), taken.end(), v) == taken.end())
            candidates.push_back(v);
    std::stable_partition(candidates.begin(), candidates.end(),
                          [&](int v) { return degree[static_cast<std::size_t>(v)] >= 2; });
    candidates.resize(wanted);
    return candidates;
}

} // namespace

Dag randomDag(const DagRecipe& recipe, Rng& rng) {
    const int count = recipe.observed + recipe.latents + recipe.selection;
    const auto size = static_cast<std::size_t>(count);
    Dag dag;
    for (int v = 0; v < count; ++v)
        dag.nodes.push_back("V" + std::to_string(v));
    std::vector<int> effects(size, 0);
    std::vector<int> causes(size, 0);
    const auto order = shuffledOrder(size, rng);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i + 1; j < size; ++j) {
            if (rng.uniform() * (count - 1) >= recipe.averageDegree)
                continue;
            dag.edges.emplace_back(order[i], order[j]);
            ++effects[static_cast<std::size_t>(order[i])];
            ++causes[static_cast<std::size_t>(order[j])];
        }
    }
    dag.latents = draw(static_cast<std::size_t>(recipe.latents), effects, {}, rng);
    dag.selection = draw(static_cast<std::size_t>(recipe.selection), causes, dag.latents, rng);
    return dag;
}

} // namespace mien::causal::test
