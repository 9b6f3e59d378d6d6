// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/content.h"

#include "core/causal/compare_graphs.h"
#include "core/motion/regions.h"
#include "ui/models/describe.h"

#include <QCoreApplication>

namespace mien::ui::graph {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(GraphContent)
};

QString text(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/// "left outer brow[t-1]": the region in the user's language, the lag as people write it.
QString labelOfVariable(const std::string& name) {
    const std::string region = regionIn(name);
    QString label = region.empty() ? text(name) : regionText(region) + text(name).mid(text(region).size());
    if (const auto at = label.lastIndexOf(QLatin1String("[t-")); at > 0 && label.endsWith(QLatin1Char(']')))
        label = label.left(at) + QStringLiteral(" t−") + label.mid(at + 3).chopped(1);
    return label;
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
    const causal::GraphComparison comparison = causal::compareGraphs(first, second);
    Content content;
    content.kind = Kind::Difference;
    content.first = firstName;
    content.second = secondName;
    content.nodes = nodesOf(first.names());
    for (Node& node : nodesOf(comparison.onlySecond))
        content.nodes.push_back(std::move(node));
    const auto mark = [&](const std::vector<std::string>& names, const QString& graph) {
        for (const auto& name : names) {
            Node& node = content.nodes[static_cast<std::size_t>(content.indexOf(name))];
            node.faint = true;
            node.notes << Words::tr("only in %1; not compared").arg(graph);
        }
    };
    mark(comparison.onlyFirst, firstName);
    mark(comparison.onlySecond, secondName);
    for (const causal::PairComparison& pair : comparison.pairs) {
        Edge edge{.a = content.indexOf(comparison.names[static_cast<std::size_t>(pair.a)]),
                  .b = content.indexOf(comparison.names[static_cast<std::size_t>(pair.b)]),
                  .atA = pair.firstAtA,
                  .atB = pair.firstAtB};
        switch (pair.change) {
        case causal::PairChange::Same:
            break;
        case causal::PairChange::Removed:
            edge.presence = Presence::OnlyFirst;
            break;
        case causal::PairChange::Added:
            edge.presence = Presence::OnlySecond;
            edge.atA = pair.secondAtA;
            edge.atB = pair.secondAtB;
            break;
        case causal::PairChange::Ends:
            edge.presence = Presence::MarksDiffer;
            edge.secondAtA = pair.secondAtA;
            edge.secondAtB = pair.secondAtB;
            break;
        }
        if (edge.a > edge.b) {
            std::swap(edge.a, edge.b);
            std::swap(edge.atA, edge.atB);
            std::swap(edge.secondAtA, edge.secondAtB);
        }
        content.edges.push_back(std::move(edge));
    }
    std::sort(content.edges.begin(), content.edges.end(),
              [](const Edge& s, const Edge& t) { return std::pair(s.a, s.b) < std::pair(t.a, t.b); });
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
