// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/fci.h"
#include "core/causal/stability.h"

#include <Eigen/Core>

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace mien::ui::graph {

/// A variable in the picture. Nodes are named by their place in Content::nodes.
struct Node {
    std::string name;       ///< as in the data; what knowledge and placement go by
    QString label = {};     ///< on the picture
    QStringList notes = {}; ///< further lines of the tooltip
    bool faint = false;     ///< set aside: it took no part in the search
};

/// What is known of an edge besides its ends.
struct EdgeFacts {
    std::optional<double> pValue = {};    ///< the largest of the tests that could have taken the edge away
    std::optional<double> stability = {}; ///< share of the resampled graphs that have it, whatever its ends
    std::optional<double> sameEnds = {};  ///< share that have it with these very ends
    std::optional<double> weight = {};    ///< of a co-occurrence
    QStringList notes = {};               ///< further lines of the tooltip
};

/// Which of two graphs has an edge.
enum class Presence { Both, OnlyFirst, OnlySecond, MarksDiffer };

struct Edge {
    int a = 0; ///< < b
    int b = 0;
    causal::Mark atA = causal::Mark::Tail;
    causal::Mark atB = causal::Mark::Tail;
    EdgeFacts facts = {};
    Presence presence = Presence::Both;
    causal::Mark secondAtA = causal::Mark::None; ///< the second graph's ends where MarksDiffer
    causal::Mark secondAtB = causal::Mark::None;
};

enum class Kind {
    Causal,       ///< a partial ancestral graph
    CoOccurrence, ///< undirected, as wide as it is heavy
    Difference,   ///< two partial ancestral graphs on one another
};

/// What a picture shows, whatever it was made from.
struct Content {
    Kind kind = Kind::Causal;
    std::vector<Node> nodes;
    std::vector<Edge> edges; ///< ascending (a, b)
    QString first, second;   ///< what the two graphs of a difference are called

    int indexOf(std::string_view name) const; ///< -1: none
    const Edge* between(int a, int b) const;  ///< nullptr: none
    const QString& labelOf(int node) const { return nodes[static_cast<std::size_t>(node)].label; }
    std::vector<std::string> names() const;
};

/// Facial regions are labelled in the user's language, everything else by its name.
Content contentOf(const causal::Pag& graph);
/// With p-values and, where there are any, frequencies among resampled graphs.
Content contentOf(const causal::FciResult& result, const std::optional<causal::Stability>& stability);
/// A symmetric matrix of weights; pairs below `least`, and the diagonal, are left out.
Content coOccurrence(const std::vector<std::string>& names, const Eigen::MatrixXd& weights, double least);
/// causal::compareGraphs() as a picture: nodes that one graph lacks are faint and stand without edges.
Content differenceOf(const causal::Pag& first, const causal::Pag& second, const QString& firstName,
                     const QString& secondName);

/// "left outer brow (t−1)": the region before the lag; empty where the name is no region's.
std::string regionIn(std::string_view variable);

} // namespace mien::ui::graph
