// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/edge_rows.h"

#include "core/causal/meaning.h"
#include "ui/graph/edge_words.h"
#include "ui/graph_workspace/graph_words.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("Graph", text);
}

QString whyText(const causal::Pag& graph, const QStringList& labels, const causal::Edge& e) {
    return words(QT_TRANSLATE_NOOP("Graph", "end at %1: %2; end at %3: %4"))
        .arg(labels[e.a], reasonOfEnd(graph.reason(e.b, e.a)), labels[e.b],
             reasonOfEnd(graph.reason(e.a, e.b)));
}

class Maker {
public:
    explicit Maker(const GraphFacts& facts) : m_facts(facts), m_labels(labelsOf(facts.graph)) {}

    EdgeRow of(const causal::Edge& any, bool adjacent) const {
        EdgeRow row;
        row.edge = adjacent ? causal::readable(any) : any;
        row.adjacent = adjacent;
        const auto& e = row.edge;
        const QString sign = adjacent ? graph::signOf(e.atA, e.atB) : QStringLiteral("·");
        row.text = QStringLiteral("%1 %2 %3").arg(m_labels[e.a], sign, m_labels[e.b]);
        if (adjacent) {
            row.meaning = graph::meaningOf(m_labels[e.a], m_labels[e.b], e.atA, e.atB);
            row.why = whyText(m_facts.graph, m_labels, e);
        }
        if (m_facts.stability) {
            const auto& pair = m_facts.stability->at(e.a, e.b);
            row.stability = adjacent ? pair.adjacent() : 1.0 - pair.adjacent();
            if (adjacent)
                row.sameEnds = pair.of(e.atA, e.atB);
        }
        if (m_facts.found)
            addEvidence(row, *m_facts.found);
        return row;
    }

private:
    void addEvidence(EdgeRow& row, const causal::Discovery& found) const {
        const auto& e = row.edge;
        row.samples = found.samples(e.a, e.b);
        const auto& evidence = found.result.evidenceOf(e.a, e.b);
        const QString nothing = words(QT_TRANSLATE_NOOP("Graph", "nothing"));
        if (evidence.given >= 0) {
            row.logP = evidence.logP;
            row.given = evidence.given == 0
                            ? nothing
                            : words(QT_TRANSLATE_NOOP("Graph", "%1 of the others")).arg(evidence.given);
        }
        if (row.adjacent)
            return;
        row.meaning = separationText(found.result, m_labels, e.a, e.b);
        if (!found.result.sets.found(e.a, e.b))
            return;
        QStringList names;
        for (const int v : found.result.sets.set(e.a, e.b))
            names << m_labels[v];
        row.given = names.isEmpty() ? nothing : names.join(QStringLiteral(", "));
    }

    const GraphFacts& m_facts;
    QStringList m_labels;
};

QString quoted(const QString& text) {
    if (!text.contains(',') && !text.contains('"') && !text.contains('\n'))
        return text;
    return '"' + QString(text).replace('"', QStringLiteral("\"\"")) + '"';
}

} // namespace

QStringList labelsOf(const causal::Pag& graph) {
    QStringList labels;
    for (const auto& node : graph::contentOf(graph).nodes)
        labels << node.label;
    return labels;
}

std::vector<EdgeRow> edgeRows(const GraphFacts& facts, bool allPairs) {
    const Maker maker(facts);
    const auto& graph = facts.graph;
    std::vector<EdgeRow> rows;
    for (const auto& edge : graph.edges())
        rows.push_back(maker.of(edge, true));
    if (!allPairs)
        return rows;
    for (int a = 0; a < graph.size(); ++a)
        for (int b = a + 1; b < graph.size(); ++b)
            if (!graph.adjacent(a, b))
                rows.push_back(maker.of({a, causal::Mark::None, causal::Mark::None, b}, false));
    return rows;
}

QString toCsv(const std::vector<EdgeRow>& rows, const causal::Pag& graph) {
    // Names of columns and marks are those of the files of mien-cli: they are read by programs.
    QStringList lines{QStringLiteral("a,at_a,at_b,b,means,p,log10_p,given,samples,stability,same_ends")};
    const auto number = [](std::optional<double> value) {
        return value ? QString::number(*value, 'g', 6) : QString();
    };
    const auto word = [](causal::Mark mark) {
        const auto name = causal::nameOf(mark);
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    };
    for (const EdgeRow& row : rows) {
        const auto name = [&](int v) {
            return quoted(QString::fromStdString(graph.names()[static_cast<std::size_t>(v)]));
        };
        std::optional<double> p, log10P;
        if (row.logP) {
            p = std::exp(*row.logP);
            log10P = *row.logP / std::log(10.0);
        }
        lines << QStringList{name(row.edge.a),      word(row.edge.atA),  word(row.edge.atB),
                             name(row.edge.b),      quoted(row.meaning), number(p),
                             number(log10P),        quoted(row.given),   number(row.samples),
                             number(row.stability), number(row.sameEnds)}
                     .join(',');
    }
    return lines.join('\n') + '\n';
}

} // namespace mien::ui
