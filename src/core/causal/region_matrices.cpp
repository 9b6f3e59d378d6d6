// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/region_matrices.h"

#include <algorithm>

namespace mien::causal {
namespace {

constexpr double smallestSum = 1e-6; // as the released code divides
constexpr double tailShare = 0.025;  // of the resampled graphs, left out at each end of an interval

/// The graph's nodes among `nodes`.
Result<std::vector<Eigen::Index>> placesOf(const Pag& graph, const std::vector<std::string>& nodes) {
    std::vector<Eigen::Index> places;
    for (const auto& name : graph.names()) {
        const auto found = std::find(nodes.begin(), nodes.end(), name);
        if (found == nodes.end())
            return fail(ErrorCode::InvalidArgument,
                        "The graph has a node \"" + name + "\" that the matrix has no row for.");
        places.push_back(found - nodes.begin());
    }
    return places;
}

/// The entry from i to j.
double entry(const Pag& graph, int i, int j, MatrixEdges edges, const Stability* stability) {
    if (!graph.adjacent(i, j))
        return 0.0;
    const bool causes = graph.isParent(i, j);
    switch (edges) {
    case MatrixEdges::Directed:
        return causes ? 1.0 : 0.0;
    case MatrixEdges::Any:
        return 1.0;
    case MatrixEdges::Confounded:
        return graph.isArrow(i, j) && graph.isArrow(j, i) ? 1.0 : 0.0;
    case MatrixEdges::Weighted:
        break;
    }
    if (causes || graph.isParent(j, i))
        return causes ? 1.0 : 0.0;
    const bool onward = graph.isCircle(j, i) && graph.isArrow(i, j);
    const bool back = graph.isCircle(i, j) && graph.isArrow(j, i);
    if (onward || back)
        return onward ? stability->at(i, j).atFirst(Mark::Tail) : 0.0;
    return 1.0;
}

std::vector<int> certainOutDegrees(const Pag& graph) {
    std::vector<int> degrees;
    for (int i = 0; i < graph.size(); ++i) {
        const auto around = graph.neighbours(i);
        degrees.push_back(static_cast<int>(
            std::count_if(around.begin(), around.end(), [&](int j) { return graph.isParent(i, j); })));
    }
    return degrees;
}

void addResampled(const Stability& stability, std::vector<OutDegree>& degrees) {
    const auto replicates = static_cast<std::size_t>(stability.replicates);
    std::vector<std::vector<int>> byNode(degrees.size());
    for (std::size_t r = 0; r < replicates; ++r) {
        const auto row = stability.outDegrees(static_cast<int>(r));
        const int most = *std::max_element(row.begin(), row.end());
        for (std::size_t i = 0; i < row.size(); ++i) {
            byNode[i].push_back(row[i]);
            degrees[i].leads += most > 0 && row[i] == most ? 1.0 / static_cast<double>(replicates) : 0.0;
        }
    }
    const auto below = static_cast<std::size_t>(tailShare * static_cast<double>(replicates));
    for (std::size_t i = 0; i < byNode.size(); ++i) {
        std::sort(byNode[i].begin(), byNode[i].end());
        degrees[i].interval = std::pair(byNode[i][below], byNode[i][replicates - 1 - below]);
    }
}

} // namespace

Result<Eigen::MatrixXd> edgeMatrix(const Pag& graph, const std::vector<std::string>& nodes,
                                   const MatrixOptions& options, const Stability* stability) {
    if (options.edges == MatrixEdges::Weighted && stability == nullptr)
        return fail(ErrorCode::InvalidArgument,
                    "Weighted edges need resampled graphs, which tell how often an end is a tail.");
    const auto places = placesOf(graph, nodes);
    if (!places)
        return Unexpected(places.error());
    const auto size = static_cast<Eigen::Index>(nodes.size());
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(size, size);
    for (int i = 0; i < graph.size(); ++i)
        for (int j = 0; j < graph.size(); ++j)
            if (i != j)
                matrix((*places)[static_cast<std::size_t>(i)], (*places)[static_cast<std::size_t>(j)]) =
                    entry(graph, i, j, options.edges, stability);
    if (options.transpose)
        matrix.transposeInPlace();
    return matrix;
}

std::vector<OutDegree> outDegrees(const Pag& graph, const Stability* stability) {
    std::vector<OutDegree> degrees;
    const auto certain = certainOutDegrees(graph);
    for (int i = 0; i < graph.size(); ++i) {
        auto& degree = degrees.emplace_back();
        degree.certain = degree.possible = certain[static_cast<std::size_t>(i)];
        for (const int j : graph.neighbours(i))
            degree.possible += graph.isCircle(j, i) && graph.isArrow(i, j) ? 1 : 0;
    }
    if (stability != nullptr && stability->replicates > 0 && !degrees.empty())
        addResampled(*stability, degrees);
    return degrees;
}

Essential essentialNodes(const Pag& graph) {
    Essential essential;
    const auto degrees = certainOutDegrees(graph);
    if (degrees.empty())
        return essential;
    essential.outDegree = *std::max_element(degrees.begin(), degrees.end());
    essential.noDirectedEdge = essential.outDegree == 0;
    for (std::size_t i = 0; i < degrees.size(); ++i)
        if (degrees[i] == essential.outDegree)
            essential.nodes.push_back(static_cast<int>(i));
    return essential;
}

Result<Eigen::MatrixXd> combined(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b, bool keepDiagonal) {
    if (a.rows() != b.rows() || a.cols() != b.cols() || a.rows() != a.cols())
        return fail(ErrorCode::InvalidArgument, "The graph's matrix is " + std::to_string(a.rows()) + " x " +
                                                    std::to_string(a.cols()) + " and the prior " +
                                                    std::to_string(b.rows()) + " x " +
                                                    std::to_string(b.cols()) + "; they must be alike.");
    Eigen::MatrixXd c = a + b;
    if (!keepDiagonal)
        c.diagonal().setZero();
    for (Eigen::Index i = 0; i < c.rows(); ++i)
        c.row(i) /= c.row(i).cwiseAbs().sum() + smallestSum;
    return c;
}

} // namespace mien::causal
