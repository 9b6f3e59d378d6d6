// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/discover.h"
#include "ui/graph/content.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace mien::ui {

/// One pair of variables, in words and numbers: a row of the table beside the picture.
struct EdgeRow {
    causal::Edge edge; ///< as people read it; no marks where the pair has no edge
    bool adjacent = true;
    QString text;    ///< "A o→ B", or "A   B"
    QString meaning; ///< a sentence; for a pair without an edge what separates it
    QString given;   ///< what was known in the test named by p: how many others, or which ones separated them
    std::optional<double> logP;
    double samples = 0.0;
    std::optional<double> stability; ///< share of resampled graphs with the edge (without it: without it)
    std::optional<double> sameEnds;  ///< share of those with exactly these ends
    QString why;                     ///< which rules set the ends
};

/// What a table can be made from. `found` may be null: a graph from a file; so may `stability`.
struct GraphFacts {
    causal::Pag graph;
    std::shared_ptr<const causal::Discovery> found;
    std::shared_ptr<const causal::Stability> stability;
};

/// Every edge of a graph, then, if asked for, every other pair.
std::vector<EdgeRow> edgeRows(const GraphFacts& facts, bool allPairs);

/// The names of the variables in the language of the window.
QStringList labelsOf(const causal::Pag& graph);

/// The rows with a heading, as comma-separated values (RFC 4180).
QString toCsv(const std::vector<EdgeRow>& rows, const causal::Pag& graph);

} // namespace mien::ui
