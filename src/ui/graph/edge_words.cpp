// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/edge_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace mien::ui::graph {
namespace {

using causal::Mark;

class Words {
    Q_DECLARE_TR_FUNCTIONS(EdgeWords)
};

QString percent(double share) {
    return QLocale().toString(100.0 * share, 'f', 0) + QLatin1Char('%');
}

QString meaningIn(const Content& content, const Edge& edge, Mark atA, Mark atB) {
    return meaningOf(content.labelOf(edge.a), content.labelOf(edge.b), atA, atB);
}

QStringList differenceLines(const Content& content, const Edge& edge) {
    const QString means = meaningIn(content, edge, edge.atA, edge.atB);
    switch (edge.presence) {
    case Presence::OnlyFirst:
        return {Words::tr("only in %1: %2").arg(content.first, means)};
    case Presence::OnlySecond:
        return {Words::tr("only in %1: %2").arg(content.second, means)};
    case Presence::MarksDiffer:
        return {Words::tr("%1: %2").arg(content.first, means),
                Words::tr("%1: %2").arg(content.second,
                                        meaningIn(content, edge, edge.secondAtA, edge.secondAtB))};
    case Presence::Both:
        break;
    }
    return {Words::tr("in both: %1").arg(means)};
}

} // namespace

QString meaningOf(const QString& a, const QString& b, Mark atA, Mark atB) {
    const auto rank = [](Mark mark) { return mark == Mark::Tail ? 0 : mark == Mark::Circle ? 1 : 2; };
    if (rank(atA) > rank(atB))
        return meaningOf(b, a, atB, atA);
    if (atA == Mark::Tail && atB == Mark::Arrow)
        return Words::tr("%1 is a cause of %2").arg(a, b);
    if (atA == Mark::Tail && atB == Mark::Tail)
        return Words::tr("%1 and %2 both have a share in which samples there are").arg(a, b);
    if (atA == Mark::Tail)
        return Words::tr("%1 is a cause of %2 or of which samples there are").arg(a, b);
    if (atA == Mark::Circle && atB == Mark::Arrow)
        return Words::tr("%2 does not cause %1; %1 causes %2, or something unmeasured moves both").arg(a, b);
    if (atA == Mark::Circle)
        return Words::tr("%1 and %2 belong together; how, these data leave open").arg(a, b);
    return Words::tr("neither causes the other; something unmeasured moves %1 and %2").arg(a, b);
}

QString signOf(Mark atA, Mark atB) {
    const QString left = atA == Mark::Arrow    ? QStringLiteral("←")
                         : atA == Mark::Circle ? QStringLiteral("○–")
                                               : QStringLiteral("—");
    const QString right = atB == Mark::Arrow    ? QStringLiteral("→")
                          : atB == Mark::Circle ? QStringLiteral("–○")
                                                : QStringLiteral("—");
    if (atA == Mark::Arrow && atB == Mark::Arrow)
        return QStringLiteral("↔");
    if (atA == Mark::Circle && atB == Mark::Circle)
        return QStringLiteral("○–○");
    if (atA == Mark::Tail && atB == Mark::Tail)
        return QStringLiteral("—");
    if (atA == Mark::Tail)
        return right;
    if (atB == Mark::Tail)
        return left;
    return atA == Mark::Circle ? QStringLiteral("○→") : QStringLiteral("←○");
}

QString edgeLine(const Content& content, const Edge& edge) {
    if (content.kind == Kind::CoOccurrence)
        return Words::tr("%1 and %2 move together, %3")
            .arg(content.labelOf(edge.a), content.labelOf(edge.b),
                 QLocale().toString(edge.facts.weight.value_or(0.0), 'g', 3));
    if (content.kind == Kind::Difference)
        return differenceLines(content, edge).join(QStringLiteral("; "));
    return meaningIn(content, edge, edge.atA, edge.atB);
}

QString edgeTip(const Content& content, const Edge& edge) {
    QStringList lines;
    if (content.kind == Kind::Difference)
        lines = differenceLines(content, edge);
    else
        lines << edgeLine(content, edge);
    const EdgeFacts& facts = edge.facts;
    if (facts.pValue)
        lines << (*facts.pValue < 1e-300
                      ? Words::tr("weakest test: p < 1e-300")
                      : Words::tr("weakest test: p = %1").arg(QLocale().toString(*facts.pValue, 'g', 2)));
    if (facts.stability)
        lines << (facts.sameEnds ? Words::tr("in %1 of resampled graphs, in %2 with these ends")
                                       .arg(percent(*facts.stability), percent(*facts.sameEnds))
                                 : Words::tr("in %1 of resampled graphs").arg(percent(*facts.stability)));
    return (lines << facts.notes).join(QLatin1Char('\n'));
}

QString nodeTip(const Content& content, int node) {
    const Node& shown = content.nodes[static_cast<std::size_t>(node)];
    QStringList lines{shown.label};
    if (const auto name = QString::fromStdString(shown.name);
        name != shown.label && regionIn(shown.name).empty())
        lines << name;
    int causes = 0, effects = 0, open = 0;
    for (const Edge& edge : content.edges) {
        if (edge.a != node && edge.b != node)
            continue;
        const Mark here = edge.a == node ? edge.atA : edge.atB, there = edge.a == node ? edge.atB : edge.atA;
        if (here == Mark::Tail && there == Mark::Arrow)
            ++effects;
        else if (here == Mark::Arrow && there == Mark::Tail)
            ++causes;
        else
            ++open;
    }
    if (content.kind == Kind::Causal)
        lines
            << Words::tr("causes found: %1, effects: %2, other edges: %3").arg(causes).arg(effects).arg(open);
    else
        lines << Words::tr("edges: %1").arg(causes + effects + open);
    return (lines << shown.notes).join(QLatin1Char('\n'));
}

} // namespace mien::ui::graph
