// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/graph_formats.h"

#include "core/base/file_io.h"
#include "core/causal/graph_formats_internal.h"

#include <algorithm>
#include <array>

namespace mien::causal {
namespace {

constexpr std::uintmax_t mostBytes = 256u << 20;

/// pcalg alone writes a 3, causal-learn alone a -1; a matrix of zeros is the same in both.
Result<GraphFormat> recogniseMatrix(std::string_view text, const std::string& source) {
    const auto one = readPcalg(text, source);
    const auto other = readCausalLearn(text, source);
    if (one && other && one->edgeCount() > 0)
        return fail(ErrorCode::Corrupt,
                    "pcalg and causal-learn read this matrix differently; say which of the two wrote it.",
                    source);
    if (!one && !other)
        return Unexpected(one.error());
    return graphFormat(one ? "pcalg" : "causal-learn");
}

} // namespace

std::span<const GraphFormat> graphFormats() {
    static constexpr std::array rows{
        GraphFormat{"tetrad", "Tetrad's text: 1. A o-> B", writeTetrad, readTetrad},
        GraphFormat{"pcalg", "amat.pag as a table: cell (i, j) is the mark at j, 1 circle, 2 arrow, 3 tail",
                    writePcalg, readPcalg},
        GraphFormat{"causal-learn",
                    "graph.graph as a table: cell (i, j) is the mark at i, -1 tail, 1 arrow, 2 circle",
                    writeCausalLearn, readCausalLearn},
        GraphFormat{"dot", "Graphviz", writeDot, readDot},
        GraphFormat{"graphml", "GraphML with the ends as data of each edge", writeGraphml, readGraphml},
        GraphFormat{"json", "nodes, and edges with their ends in words", writeJson, readJson},
    };
    return rows;
}

Result<GraphFormat> graphFormat(std::string_view name) {
    const auto rows = graphFormats();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.name == name; });
    if (row == rows.end())
        return fail(ErrorCode::NotFound, "There is no graph format \"" + std::string(name) + "\".");
    return *row;
}

Result<Pag> readGraph(const std::filesystem::path& path, const GraphFormat& format) {
    const auto text = readTextFile(path, mostBytes);
    return text ? format.read(*text, path.string()) : Result<Pag>(Unexpected(text.error()));
}

Result<GraphFormat> recogniseGraph(std::string_view text, const std::string& source) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return fail(ErrorCode::Corrupt, "This file is empty; it holds no graph.", source);
    const auto rest = text.substr(begin);
    if (rest.starts_with('{'))
        return graphFormat("json");
    if (rest.starts_with('<'))
        return graphFormat("graphml");
    if (rest.starts_with("digraph") || rest.starts_with("strict digraph") || rest.starts_with("//"))
        return graphFormat("dot");
    if (text.find("Graph Nodes:") != std::string_view::npos)
        return graphFormat("tetrad");
    if (rest.starts_with(',') || rest.starts_with("\"\",")) // the header's first cell is empty; R quotes it
        return recogniseMatrix(text, source);
    return fail(
        ErrorCode::Corrupt,
        "This is no graph that can be read: Tetrad's text, a matrix whose header begins with an empty "
        "cell, DOT, GraphML or JSON.",
        source);
}

Result<Pag> readGraph(const std::filesystem::path& path) {
    const auto text = readTextFile(path, mostBytes);
    if (!text)
        return Unexpected(text.error());
    const auto format = recogniseGraph(*text, path.string());
    return format ? format->read(*text, path.string()) : Result<Pag>(Unexpected(format.error()));
}

Result<Pag> GraphBuilder::build(const std::string& source) && {
    Pag graph(m_names);
    for (const auto& [edge, line] : m_edges) {
        const auto where = line > 0 ? source + ":" + std::to_string(line) : source;
        if (edge.a == edge.b)
            return fail(ErrorCode::Corrupt, "An edge joins a node with itself.", where);
        if (edge.atA == Mark::None || edge.atB == Mark::None)
            return fail(ErrorCode::Corrupt, "An edge has a mark at one end only.", where);
        if (graph.adjacent(edge.a, edge.b))
            return fail(ErrorCode::Corrupt,
                        "The edge between " + m_names[static_cast<std::size_t>(edge.a)] + " and " +
                            m_names[static_cast<std::size_t>(edge.b)] + " stands there twice.",
                        where);
        graph.connect(edge.a, edge.b, edge.atA, edge.atB, Reason::Given);
    }
    return graph;
}

int GraphBuilder::node(const std::string& name) {
    const auto [place, added] = m_places.emplace(name, static_cast<int>(m_names.size()));
    if (added)
        m_names.push_back(name);
    return place->second;
}

} // namespace mien::causal
