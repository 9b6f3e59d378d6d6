// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/causal_matrices.h"

#include "core/dataset/import.h"

#include <array>

namespace mien::cli {
namespace {

using namespace causal;

constexpr std::array kEdges{MatrixEdges::Directed, MatrixEdges::Any, MatrixEdges::Confounded,
                            MatrixEdges::Weighted};

Json toJson(const Eigen::MatrixXd& matrix) {
    Json rows = Json::array();
    for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
        Json row = Json::array();
        for (Eigen::Index j = 0; j < matrix.cols(); ++j)
            row.push_back(matrix(i, j));
        rows.push_back(row);
    }
    return rows;
}

Eigen::MatrixXd toMatrix(const dataset::PriorMatrix& prior) {
    const auto size = static_cast<Eigen::Index>(dataset::kPriorNodes);
    Eigen::MatrixXd matrix(size, size);
    for (Eigen::Index i = 0; i < size; ++i)
        for (Eigen::Index j = 0; j < size; ++j)
            matrix(i, j) = prior[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    return matrix;
}

Result<void> addPrior(const MatrixRequest& request, const Eigen::MatrixXd& a, Context& context, Json& out) {
    if (a.rows() != static_cast<Eigen::Index>(dataset::kPriorNodes))
        return fail(ErrorCode::Corrupt,
                    "The prior knows the 12 facial regions in their order; this table has " +
                        std::to_string(a.rows()) + " columns.",
                    request.prior);
    const auto data = context.timed("prior", [&] {
        return dataset::importDataset(request.prior, dataset::ImportOptions{}, context.job);
    });
    if (!data)
        return Unexpected(data.error());
    const auto prior = dataset::priorOf(*data, request.priorOptions);
    if (!prior)
        return Unexpected(prior.error());
    const auto b = toMatrix(prior->normalised);
    const auto c = combined(a, b, request.keepDiagonal);
    if (!c)
        return Unexpected(c.error());
    out["prior"] = dataset::kindOf(*prior, request.priorOptions);
    out["b"] = toJson(b);
    out["c"] = toJson(*c);
    return {};
}

} // namespace

void MatrixRequest::declare(Verb& verb) {
    std::vector<std::string> names;
    for (const auto kind : kEdges)
        names.emplace_back(nameOf(kind));
    verb.option("--matrix", edges,
                "also give the matrix A of Causal-Ex, of these edges; weighted needs --bootstrap")
        .oneOf(names);
    verb.flag("--transpose", transpose, "rows of A are effects instead of causes");
    verb.option("--prior", prior, "also give B, counted from this dataset's table, and C = A + B by rows")
        .typeName("TABLE");
    verb.option("--prior-mapping", priorOptions.mapping, "which regions an action unit belongs to")
        .oneOf(std::vector<std::string>(dataset::PriorOptions::kMappings.begin(),
                                        dataset::PriorOptions::kMappings.end()));
    verb.option("--leave-out", priorOptions.leaveOut, "count the prior from all but these subjects")
        .separatedBy(',');
    verb.flag("--keep-diagonal", keepDiagonal,
              "C keeps the prior's diagonal (the paper does better without)");
}

Result<void> MatrixRequest::check(int replicates) const {
    if (edges.empty() && (transpose || !prior.empty()))
        return fail(ErrorCode::InvalidArgument, "--transpose and --prior need --matrix.");
    if (prior.empty() && (keepDiagonal || !priorOptions.leaveOut.empty()))
        return fail(ErrorCode::InvalidArgument, "--keep-diagonal and --leave-out need --prior.");
    if (edges == nameOf(MatrixEdges::Weighted) && replicates == 0)
        return fail(ErrorCode::InvalidArgument,
                    "--matrix weighted needs --bootstrap, which tells the weights.");
    return {};
}

Result<Json> matricesJson(const MatrixRequest& request, const Pag& graph,
                          const std::vector<std::string>& nodes, const Stability* stability,
                          Context& context) {
    MatrixOptions options;
    for (const auto edges : kEdges)
        if (request.edges == nameOf(edges))
            options.edges = edges;
    options.transpose = request.transpose;
    const auto a = edgeMatrix(graph, nodes, options, stability);
    if (!a)
        return Unexpected(a.error());
    Json out = {
        {"nodes", nodes}, {"edges", request.edges}, {"transposed", request.transpose}, {"a", toJson(*a)}};
    if (!request.prior.empty())
        if (const auto added = addPrior(request, *a, context, out); !added)
            return Unexpected(added.error());
    return out;
}

Json outDegreeJson(const Pag& graph, const Stability* stability) {
    Json degrees = Json::array();
    const auto all = outDegrees(graph, stability);
    for (std::size_t i = 0; i < all.size(); ++i) {
        Json row = {{"node", graph.names()[i]}, {"certain", all[i].certain}, {"possible", all[i].possible}};
        if (all[i].interval) {
            row["interval"] = {all[i].interval->first, all[i].interval->second};
            row["leads"] = all[i].leads;
        }
        degrees.push_back(row);
    }
    const auto essential = essentialNodes(graph);
    Json nodes = Json::array();
    for (const int v : essential.nodes)
        nodes.push_back(graph.names()[static_cast<std::size_t>(v)]);
    return {{"out_degree", degrees},
            {"essential",
             {{"nodes", nodes},
              {"out_degree", essential.outDegree},
              {"tie", essential.nodes.size() > 1},
              {"no_directed_edge", essential.noDirectedEdge}}}};
}

} // namespace mien::cli
