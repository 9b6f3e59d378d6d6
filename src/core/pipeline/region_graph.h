// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/causal/table.h"
#include "core/motion/face_motion_series.h"
#include "core/spotting/recipe.h"

#include <array>
#include <string>
#include <vector>

namespace mien::pipeline {

/// 12 × 12, row by row, in the regions' order.
using RegionMatrix = std::array<double, motion::kRegionCount * motion::kRegionCount>;

/// What a graph network asks of a film's causal graph.
struct RegionGraph {
    RegionMatrix a{};                  ///< Eq. 1; all 0 where nothing is directed, or no film graph is used
    std::vector<int> essential;        ///< E_f of Eq. 6; empty where nothing is directed
    int directedEdges = 0;             ///< i --> j
    std::vector<std::string> warnings; ///< plain sentences: why the graph is empty, or not to be trusted
};

/// Searches the causal graph of the film's 12 regions, x and y stacked as in Causal-Ex (guide A6). A film
/// with too few scorable frames for any test has no graph, which is a warning and no error. Searched even
/// where `use.film` is false, since E_f is of use without A; `a` is 0 then. Cancelled.
Result<RegionGraph> regionGraph(const motion::FaceMotionSeries& series, const spotting::GraphUse& use,
                                const JobContext& job);

/// The same of any table with the regions' columns in their order.
Result<RegionGraph> regionGraph(const causal::Table& table, const spotting::GraphUse& use,
                                const JobContext& job);

/// C = normalise(A + B), see causal::combined(); with neither A nor B the identity: no messages are passed.
/// Float32, row by row.
std::vector<float> messageGraph(const RegionMatrix& a, const RegionMatrix& prior,
                                const spotting::GraphUse& use);

} // namespace mien::pipeline
