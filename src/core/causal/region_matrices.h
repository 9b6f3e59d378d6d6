// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/causal/stability.h"

#include <Eigen/Core>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mien::causal {

/// Which edges of a graph become entries of Causal-Ex's matrix A (Eq. 1).
enum class MatrixEdges {
    Directed,   ///< i --> j alone: entry (i, j) is 1; what the released code does
    Any,        ///< every edge, both ways, whatever its ends; Eq. 1 as printed
    Confounded, ///< i <-> j, both ways
    Weighted,   ///< i --> j: 1; i o-> j: the share of resampled graphs with a tail at i; all other edges both
                ///< ways
};

constexpr std::string_view nameOf(MatrixEdges edges) {
    return edges == MatrixEdges::Directed     ? "directed"
           : edges == MatrixEdges::Any        ? "any-edge"
           : edges == MatrixEdges::Confounded ? "confounded"
                                              : "weighted";
}

struct MatrixOptions {
    MatrixEdges edges = MatrixEdges::Directed;
    /// Rows are effects instead of causes: an effect then gathers from its causes where the released code,
    /// with rows of causes and H = A x, has a cause gather from its effects.
    bool transpose = false;
};

/// The matrix A over `nodes` (a film's 12 regions): a node that the graph does not hold, because its column
/// was set aside, has an empty row and column. InvalidArgument: the graph holds a node that is not among
/// them; weighted edges without resampled graphs.
Result<Eigen::MatrixXd> edgeMatrix(const Pag& graph, const std::vector<std::string>& nodes,
                                   const MatrixOptions& options, const Stability* stability = nullptr);

/// How many nodes each one is a cause of.
struct OutDegree {
    int certain = 0;  ///< edges i --> j
    int possible = 0; ///< and edges i o-> j
    /// 95 % of the resampled graphs have a certain out-degree between these; absent without resampling.
    std::optional<std::pair<int, int>> interval = {};
    double leads = 0.0; ///< share of the resampled graphs that have an edge --> and no node above this one
};

/// In the order of the graph's nodes.
std::vector<OutDegree> outDegrees(const Pag& graph, const Stability* stability = nullptr);

/// E_f of Eq. 6: the nodes of largest certain out-degree; ties give several.
struct Essential {
    std::vector<int> nodes; ///< of the graph, ascending
    int outDegree = 0;
    /// No edge is directed, so every node ties. The counterfactual of Eq. 7 would then be the input itself
    /// and the correction for action units is to be skipped.
    bool noDirectedEdge = false;
};

Essential essentialNodes(const Pag& graph);

/// C = A + B, each row divided by the sum of its absolute values + 1e-6; an empty row stays empty. The
/// diagonal (B has one, a graph has none) is emptied before unless it is kept. InvalidArgument: not of one
/// size.
Result<Eigen::MatrixXd> combined(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b,
                                 bool keepDiagonal = false);

} // namespace mien::causal
