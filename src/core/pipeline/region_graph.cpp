// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/region_graph.h"

#include "core/causal/discover.h"
#include "core/causal/region_matrices.h"
#include "core/pipeline/region_table.h"

#include <algorithm>

namespace mien::pipeline {
namespace {

using Matrix = Eigen::Matrix<double, motion::kRegionCount, motion::kRegionCount, Eigen::RowMajor>;

Eigen::MatrixXd toMatrix(const RegionMatrix& values) {
    return Eigen::Map<const Matrix>(values.data());
}

/// Of the table's columns, not of the graph, whose nodes may be fewer and in another order.
std::vector<int> regionsOf(const std::vector<int>& nodes, const causal::Pag& graph,
                           const std::vector<std::string>& regions) {
    std::vector<int> out;
    for (const int node : nodes) {
        const auto at = std::ranges::find(regions, graph.names()[static_cast<std::size_t>(node)]);
        out.push_back(static_cast<int>(at - regions.begin()));
    }
    std::ranges::sort(out);
    return out;
}

/// What follows from a graph without directed edges.
std::string undirected(const spotting::GraphUse& use) {
    std::string text = "No edge of this film's causal graph is directed: ";
    if (use.film)
        text += use.prior == "none" ? "no messages pass between its regions, and "
                                    : "the prior alone passes messages, and ";
    return text + "no correction for action units can be made.";
}

} // namespace

Result<RegionGraph> regionGraph(const motion::FaceMotionSeries& series, const spotting::GraphUse& use,
                                const JobContext& job) {
    return regionGraph(regionTable(series, {}), use, job);
}

Result<RegionGraph> regionGraph(const causal::Table& table, const spotting::GraphUse& use,
                                const JobContext& job) {
    causal::DiscoverOptions search;
    search.alpha = use.alpha;
    search.sampleSize = use.samples == "all" ? causal::SampleSize::Rows : causal::SampleSize::Effective;
    JobContext inner = job;
    inner.onProgress = nullptr;
    RegionGraph out;
    const auto found = causal::discover(table, {}, search, inner);
    if (!found) {
        if (found.error().code == ErrorCode::Cancelled)
            return Unexpected(found.error());
        out.warnings.push_back(found.error().message);
        return out;
    }
    out.warnings = found->warnings;
    const auto& graph = found->result.graph;
    causal::MatrixOptions options;
    const auto directed = causal::edgeMatrix(graph, table.names, options);
    options.edges = use.edges == "any-edge" ? causal::MatrixEdges::Any : causal::MatrixEdges::Directed;
    options.transpose = use.transpose;
    const auto a = causal::edgeMatrix(graph, table.names, options);
    if (!directed || !a)
        return Unexpected(directed ? a.error() : directed.error());
    out.directedEdges = static_cast<int>(directed->sum());
    if (use.film)
        Eigen::Map<Matrix>(out.a.data()) = *a;
    if (const auto essential = causal::essentialNodes(graph); !essential.noDirectedEdge)
        out.essential = regionsOf(essential.nodes, graph, table.names);
    else
        out.warnings.push_back(undirected(use));
    return out;
}

std::vector<float> messageGraph(const RegionMatrix& a, const RegionMatrix& prior,
                                const spotting::GraphUse& use) {
    const auto c = causal::combined(toMatrix(a), toMatrix(prior), use.selfLoops);
    Matrix out = c ? Matrix(*c) : Matrix(Matrix::Zero());
    if (out.isZero(0.0))
        out.setIdentity();
    std::vector<float> values(static_cast<std::size_t>(out.size()));
    std::transform(out.data(), out.data() + out.size(), values.begin(),
                   [](double v) { return static_cast<float>(v); });
    return values;
}

} // namespace mien::pipeline
