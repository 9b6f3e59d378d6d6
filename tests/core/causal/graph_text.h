// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/d_separation.h"
#include "core/causal/fci.h"
#include "support/verify.h"

#include <QString>
#include <QStringList>

#include <map>

namespace mien::causal::test {

inline char sign(Mark mark, bool left) {
    return mark == Mark::Circle ? 'o' : mark == Mark::Tail ? '-' : left ? '<' : '>';
}

/// "A o-> B", the naturally smaller name first; sorted.
inline QStringList edgeTexts(const Pag& graph) {
    QStringList texts;
    for (const Edge& e : graph.edges()) {
        auto a = QString::fromStdString(graph.names()[static_cast<std::size_t>(e.a)]);
        auto b = QString::fromStdString(graph.names()[static_cast<std::size_t>(e.b)]);
        Mark atA = e.atA;
        Mark atB = e.atB;
        if (b < a) {
            std::swap(a, b);
            std::swap(atA, atB);
        }
        texts << QStringLiteral("%1 %2-%3 %4").arg(a).arg(sign(atA, true)).arg(sign(atB, false)).arg(b);
    }
    texts.sort();
    return texts;
}

/// Nodes in the order of their first mention: "A o-> B, B <-> C, D" (D has no edge).
inline Pag pagOf(const QString& text) {
    std::vector<std::string> names;
    const auto place = [&](const QString& name) {
        const auto found = std::find(names.begin(), names.end(), name.toStdString());
        if (found != names.end())
            return static_cast<int>(found - names.begin());
        names.push_back(name.toStdString());
        return static_cast<int>(names.size()) - 1;
    };
    const auto markOf = [](QChar c) { return c == 'o' ? Mark::Circle : c == '-' ? Mark::Tail : Mark::Arrow; };
    std::vector<Edge> edges;
    for (const QString& part : text.split(',', Qt::SkipEmptyParts)) {
        const auto words = part.simplified().split(' ');
        if (words.size() == 1) {
            place(words[0]);
            continue;
        }
        Q_ASSERT(words.size() == 3 && words[1].size() == 3);
        const int a = place(words[0]);
        edges.push_back({a, markOf(words[1][0]), markOf(words[1][2]), place(words[2])});
    }
    Pag graph(names);
    for (const Edge& e : edges)
        graph.connect(e.a, e.b, e.atA, e.atB, Reason::Given);
    return graph;
}

/// "A > B, B > C; latent L M; selected S".
inline Dag dagOf(const QString& text) {
    Dag dag;
    const auto place = [&](const QString& name) {
        const auto found = std::find(dag.nodes.begin(), dag.nodes.end(), name.toStdString());
        if (found != dag.nodes.end())
            return static_cast<int>(found - dag.nodes.begin());
        dag.nodes.push_back(name.toStdString());
        return static_cast<int>(dag.nodes.size()) - 1;
    };
    for (const QString& clause : text.split(';')) {
        auto words = clause.simplified().split(' ');
        if (words[0] == QLatin1String("latent") || words[0] == QLatin1String("selected")) {
            auto& list = words[0] == QLatin1String("latent") ? dag.latents : dag.selection;
            for (const QString& word : words.mid(1))
                list.push_back(place(word));
            continue;
        }
        for (const QString& part : clause.split(',', Qt::SkipEmptyParts)) {
            const auto two = part.simplified().split(QStringLiteral(" > "));
            for (qsizetype i = 0; i < two.size(); ++i) {
                const int at = place(two[i]);
                if (i > 0)
                    dag.edges.emplace_back(place(two[i - 1]), at);
            }
        }
    }
    return dag;
}

/// The oracle's answer for a graph; an empty one, with a warning, where it fails.
inline FciResult answerOf(const Dag& dag, const FciOptions& options = {}, const Knowledge& knowledge = {}) {
    const auto oracle = DSeparationOracle::create(dag);
    if (!oracle) {
        qWarning("%s", oracle.error().sentence().c_str());
        return {};
    }
    auto result = fci(**oracle, dag.observedNames(), knowledge, options, {});
    if (!result)
        qWarning("%s", result.error().sentence().c_str());
    return result ? std::move(*result) : FciResult{};
}

inline QStringList pagTexts(const QString& dag, const FciOptions& options = {},
                            const Knowledge& knowledge = {}) {
    return edgeTexts(answerOf(dagOf(dag), options, knowledge).graph);
}

} // namespace mien::causal::test
