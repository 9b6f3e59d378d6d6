// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/placement.h"

#include <QCoreApplication>

#include <gvc.h>

#include <mutex>

namespace mien::ui::graph {
namespace {

using causal::Mark;

class Words {
    Q_DECLARE_TR_FUNCTIONS(GraphPlaces)
};

constexpr int kFewIsolatedARow = 8;
constexpr double kIsolatedRow = 0.085; ///< height of a row of nodes without an edge, of the whole

struct Closer {
    void operator()(Agraph_t* graph) const { agclose(graph); }
    void operator()(GVC_t* context) const { gvFreeContext(context); }
};

int ignoreMessage(char*) {
    return 0; // the library's complaints would go to standard error
}

char* word(const char* text) {
    return const_cast<char*>(text); // the library copies it
}

void set(void* object, const char* name, const char* value) {
    agsafeset(object, word(name), word(value), word(""));
}

/// Cause above effect where that is known; what is open does as if the earlier variable were the cause; what
/// is confounded draws no level.
void addEdge(Agraph_t* graph, const std::vector<Agnode_t*>& nodes, const Edge& edge) {
    auto* a = nodes[static_cast<std::size_t>(edge.a)];
    auto* b = nodes[static_cast<std::size_t>(edge.b)];
    const bool down = edge.atB == Mark::Arrow && edge.atA != Mark::Arrow;
    const bool up = edge.atA == Mark::Arrow && edge.atB != Mark::Arrow;
    auto* made = agedge(graph, up ? b : a, up ? a : b, nullptr, 1);
    const bool causes = (down && edge.atA == Mark::Tail) || (up && edge.atB == Mark::Tail);
    set(made, "weight", causes ? "4" : down || up ? "2" : "1");
    if (edge.atA == Mark::Arrow && edge.atB == Mark::Arrow)
        set(made, "constraint", "false");
}

void toUnitSquare(Places& places, const std::vector<bool>& which, double height) {
    QPointF least(1e300, 1e300), most(-1e300, -1e300);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!which[i])
            continue;
        least = {std::min(least.x(), places[i].x()), std::min(least.y(), places[i].y())};
        most = {std::max(most.x(), places[i].x()), std::max(most.y(), places[i].y())};
    }
    const auto share = [](double at, double from, double to) {
        return to - from > 1e-9 ? (at - from) / (to - from) : 0.5;
    };
    for (std::size_t i = 0; i < places.size(); ++i)
        if (which[i])
            places[i] = {share(places[i].x(), least.x(), most.x()),
                         height * share(places[i].y(), least.y(), most.y())};
}

} // namespace

Result<Places> graphvizPlaces(const Content& content, Placement placement) {
    // Graphviz keeps its state in globals: one layout at a time in the whole process.
    static std::mutex one;
    const std::lock_guard lock(one);
    const auto failed = [] {
        return fail(
            ErrorCode::Internal,
            Words::tr("The graph could not be laid out; install Graphviz's library (package libgvc6) or "
                      "choose another placement.")
                .toStdString());
    };
    agseterrf(ignoreMessage);
    const std::unique_ptr<GVC_t, Closer> context(gvContext());
    const std::unique_ptr<Agraph_t, Closer> graph(agopen(word("g"), Agdirected, nullptr));
    if (!context || !graph)
        return failed();
    set(graph.get(), "splines", "false"); // edges are routed by us, for whatever place nodes take later
    set(graph.get(), "nodesep", "0.4");
    set(graph.get(), "ranksep", "0.8");
    set(graph.get(), "start", "7");
    set(graph.get(), "overlap", "scale");
    std::vector<bool> joined(content.nodes.size(), false);
    for (const Edge& edge : content.edges)
        joined[static_cast<std::size_t>(edge.a)] = joined[static_cast<std::size_t>(edge.b)] = true;
    std::vector<Agnode_t*> nodes(content.nodes.size(), nullptr);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!joined[i])
            continue;
        nodes[i] = agnode(graph.get(), std::to_string(i).data(), 1);
        set(nodes[i], "label", ""); // sizes are given, so that no text is measured
        set(nodes[i], "shape", "box");
        set(nodes[i], "width", "0.9");
        set(nodes[i], "height", "0.45");
    }
    for (const Edge& edge : content.edges)
        addEdge(graph.get(), nodes, edge);
    Places places(content.nodes.size());
    if (!content.edges.empty()) {
        if (gvLayout(context.get(), graph.get(), placement == Placement::Layered ? "dot" : "neato") != 0)
            return failed();
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (joined[i])
                places[i] = {ND_coord(nodes[i]).x, -ND_coord(nodes[i]).y};
        gvFreeLayout(context.get(), graph.get());
    }
    std::vector<std::size_t> alone;
    for (std::size_t i = 0; i < joined.size(); ++i)
        if (!joined[i])
            alone.push_back(i);
    // Nodes without an edge stand in rows below the rest.
    const auto wide = std::max<std::size_t>(
        kFewIsolatedARow,
        static_cast<std::size_t>(std::ceil(std::sqrt(2.0 * static_cast<double>(alone.size())))));
    const auto rows = (alone.size() + wide - 1) / wide;
    const double height =
        content.edges.empty() ? 0.0 : std::max(0.5, 1.0 - kIsolatedRow * static_cast<double>(rows));
    toUnitSquare(places, joined, height);
    for (std::size_t k = 0; k < alone.size(); ++k) {
        const auto row = k / wide;
        const auto inRow = std::min(wide, alone.size() - row * wide);
        places[alone[k]] = {(static_cast<double>(k % wide) + 0.5) / static_cast<double>(inRow),
                            height + (1.0 - height) * (static_cast<double>(row) + 1.0) /
                                         static_cast<double>(rows)};
    }
    return places;
}

} // namespace mien::ui::graph
