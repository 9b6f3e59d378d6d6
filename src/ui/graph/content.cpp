// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/content.h"

#include "core/motion/regions.h"
#include "ui/models/describe.h"

namespace mien::ui::graph {
namespace {

QString text(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString labelOfVariable(const std::string& name) {
    const std::string region = regionIn(name);
    return region.empty() ? text(name) : regionText(region) + text(name).mid(text(region).size());
}

std::vector<Node> nodesOf(const std::vector<std::string>& names) {
    std::vector<Node> nodes;
    for (const auto& name : names)
        nodes.push_back({.name = name, .label = labelOfVariable(name)});
    return nodes;
}

} // namespace

int Content::indexOf(std::string_view name) const {
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [name](const Node& node) { return node.name == name; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

const Edge* Content::between(int a, int b) const {
    const auto found = std::find_if(edges.begin(), edges.end(), [a, b](const Edge& edge) {
        return edge.a == std::min(a, b) && edge.b == std::max(a, b);
    });
    return found == edges.end() ? nullptr : &*found;
}

std::vector<std::string> Content::names() const {
    std::vector<std::string> out;
    for (const Node& node : nodes)
        out.push_back(node.name);
    return out;
}

Content contentOf(const causal::Pag& graph) {
    Content content;
    content.nodes = nodesOf(graph.names());
    for (const causal::Edge& edge : graph.edges())
        content.edges.push_back({.a = edge.a, .b = edge.b, .atA = edge.atA, .atB = edge.atB});
    return content;
}

Content contentOf(const causal::FciResult& result, const std::optional<causal::Stability>& stability) {
    Content content = contentOf(result.graph);
    for (Edge& edge : content.edges) {
        if (!result.evidence.empty())
            if (const auto& evidence = result.evidenceOf(edge.a, edge.b); evidence.given >= 0)
                edge.facts.pValue = std::exp(evidence.logP);
        if (stability && stability->replicates > 0) {
            const auto& pair = stability->at(edge.a, edge.b);
            edge.facts.stability = pair.adjacent();
            edge.facts.sameEnds = pair.of(edge.atA, edge.atB);
        }
    }
    return content;
}

Content coOccurrence(const std::vector<std::string>& names, const Eigen::MatrixXd& weights, double least) {
    Content content;
    content.kind = Kind::CoOccurrence;
    content.nodes = nodesOf(names);
    const int count = static_cast<int>(std::min<Eigen::Index>(std::min(weights.rows(), weights.cols()),
                                                              static_cast<Eigen::Index>(names.size())));
    for (int a = 0; a < count; ++a)
        for (int b = a + 1; b < count; ++b)
            if (const double weight = weights(a, b); weight >= least && weight > 0.0)
                content.edges.push_back({.a = a, .b = b, .facts = {.weight = weight}});
    return content;
}

Content differenceOf(const causal::Pag& first, const causal::Pag& second, const QString& firstName,
                     const QString& secondName) {
    Content content;
    content.kind = Kind::Difference;
    content.first = firstName;
    content.second = secondName;
    auto names = first.names();
    for (const auto& name : second.names())
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    content.nodes = nodesOf(names);
    const auto placesIn = [&](const causal::Pag& graph) {
        std::vector<int> places;
        for (const auto& name : names) {
            const auto at = std::find(graph.names().begin(), graph.names().end(), name);
            places.push_back(at == graph.names().end() ? -1 : static_cast<int>(at - graph.names().begin()));
        }
        return places;
    };
    const auto inFirst = placesIn(first), inSecond = placesIn(second);
    const auto adjacent = [](const causal::Pag& graph, int a, int b) {
        return a >= 0 && b >= 0 && graph.adjacent(a, b);
    };
    for (int a = 0; a < static_cast<int>(names.size()); ++a) {
        for (int b = a + 1; b < static_cast<int>(names.size()); ++b) {
            const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
            const int a1 = inFirst[i], b1 = inFirst[j], a2 = inSecond[i], b2 = inSecond[j];
            const bool one = adjacent(first, a1, b1), two = adjacent(second, a2, b2);
            if (!one && !two)
                continue;
            Edge edge{.a = a, .b = b};
            edge.atA = one ? first.end(b1, a1) : second.end(b2, a2);
            edge.atB = one ? first.end(a1, b1) : second.end(a2, b2);
            edge.presence = !two ? Presence::OnlyFirst : !one ? Presence::OnlySecond : Presence::Both;
            if (one && two) {
                const auto atA = second.end(b2, a2), atB = second.end(a2, b2);
                if (atA != edge.atA || atB != edge.atB) {
                    edge.presence = Presence::MarksDiffer;
                    edge.secondAtA = atA;
                    edge.secondAtB = atB;
                }
            }
            content.edges.push_back(std::move(edge));
        }
    }
    return content;
}

std::string regionIn(std::string_view variable) {
    for (const auto& region : motion::regions()) {
        if (!variable.starts_with(region.name))
            continue;
        const auto rest = variable.substr(region.name.size());
        if (rest.empty() || rest.front() == ' ' || rest.front() == '(' || rest.front() == '[' ||
            rest.front() == '@' || rest.front() == ':')
            return std::string(region.name);
    }
    return {};
}

} // namespace mien::ui::graph
