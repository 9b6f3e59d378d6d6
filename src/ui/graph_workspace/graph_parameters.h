// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/discover.h"

#include <span>

namespace mien::ui {

/// How thoroughly a graph is searched.
enum class GraphPreset {
    Interactive, ///< capped possible-d-sep: answers while a slider is dragged
    Complete,    ///< no caps
    Fast         ///< no possible-d-sep: may keep edges that should go
};

/// What the controls of the Graph workspace say.
struct GraphParameters {
    double alpha = 0.01;
    int maxDepth = -1; ///< largest conditioning set; -1: no limit
    int lags = 0;      ///< 0: samples are not followed over time
    GraphPreset preset = GraphPreset::Interactive;
    bool effectiveSamples = true; ///< false: every row counts as an independent sample
    causal::ColliderRule colliders = causal::ColliderRule::SeparatingSet;

    bool operator==(const GraphParameters&) const = default;
};

/// The same for the search, `variables` being those it will see.
causal::DiscoverOptions optionsOf(const GraphParameters& parameters, int variables);

/// The steps of the slider for alpha, ascending.
std::span<const double> alphaSteps();
int nearestAlpha(double alpha); ///< its place among them

} // namespace mien::ui
