// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/edge_differences.h"

#include "ui/graph/edge_words.h"
#include "ui/graph_workspace/edge_rows.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GraphComparison)
};

} // namespace

QString comparisonText(const causal::GraphComparison& c, const QString& first, const QString& second) {
    if (c.names.empty())
        return Words::tr("The two graphs have no variable in common.");
    QString text =
        c.distance() == 0
            ? Words::tr("No pair differs (structural Hamming distance 0); %n edge(s) in both.", nullptr,
                        c.same)
            : Words::tr("Structural Hamming distance %1: %2 edges only in %3, %4 only in %5, %6 with other "
                        "ends; %7 the same.")
                  .arg(c.distance())
                  .arg(c.removed)
                  .arg(first)
                  .arg(c.added)
                  .arg(second)
                  .arg(c.ends)
                  .arg(c.same);
    if (c.contradictions > 0)
        text += ' ' + Words::tr("%n end(s) contradict one another (a cause here, no cause there).", nullptr,
                                c.contradictions);
    const auto only = [&](const std::vector<std::string>& names, const QString& where) {
        if (!names.empty())
            text += ' ' + Words::tr("%n variable(s) of %1 alone are not compared.", nullptr,
                                    static_cast<int>(names.size()))
                              .arg(where);
    };
    only(c.onlyFirst, first);
    only(c.onlySecond, second);
    return text;
}

QStringList differenceHeadings(const QString& first, const QString& second) {
    return {Words::tr("Change"), Words::tr("Pair"), first, second};
}

std::vector<DifferenceRow> differenceRows(const causal::GraphComparison& c) {
    const QStringList labels = labelsOf(causal::Pag(c.names));
    std::vector<DifferenceRow> rows;
    for (const auto& pair : c.pairs) {
        const QString a = labels[pair.a];
        const QString b = labels[pair.b];
        const auto says = [&](causal::Mark atA, causal::Mark atB) {
            return atA == causal::Mark::None ? Words::tr("no edge") : graph::meaningOf(a, b, atA, atB);
        };
        QString change;
        switch (pair.change) {
        case causal::PairChange::Same:
            change = Words::tr("same");
            break;
        case causal::PairChange::Added:
            change = Words::tr("edge appears");
            break;
        case causal::PairChange::Removed:
            change = Words::tr("edge goes");
            break;
        case causal::PairChange::Ends:
            change = pair.contradicts ? Words::tr("ends contradict") : Words::tr("other ends");
            break;
        }
        rows.push_back({c.names[static_cast<std::size_t>(pair.a)],
                        c.names[static_cast<std::size_t>(pair.b)],
                        {change, QStringLiteral("%1 · %2").arg(a, b), says(pair.firstAtA, pair.firstAtB),
                         says(pair.secondAtA, pair.secondAtB)},
                        pair.change != causal::PairChange::Same});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& x, const auto& y) { return x.differs > y.differs; });
    return rows;
}

} // namespace mien::ui
