// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/causal/dag.h"

namespace mien::causal::test {

struct DagRecipe {
    int observed = 6;
    int latents = 0;
    int selection = 0;
    double averageDegree = 2.0;
};

/// Nodes in a random order, each forward pair an edge with probability degree / (n − 1). Latents are drawn
/// first among nodes with two or more effects, selection nodes among those with two or more causes.
Dag randomDag(const DagRecipe& recipe, Rng& rng);

} // namespace mien::causal::test
