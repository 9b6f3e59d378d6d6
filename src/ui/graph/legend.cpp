// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/edge_ink.h"
#include "ui/settings/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

namespace mien::ui::graph {
namespace {

using causal::Mark;

class Words {
    Q_DECLARE_TR_FUNCTIONS(GraphLegend)
};

constexpr double kSample = 46.0, kGap = 8.0, kBetween = 24.0, kAbove = 6.0, kTypeScale = 0.92;

struct Entry {
    QString text;
    std::optional<Edge> edge = {};  ///< drawn as on the picture
    std::optional<Tool> arrow = {}; ///< or an arrow of knowledge
    bool unstable = false;
};

/// Ends as they are written from left to right, whatever the order of the nodes.
std::pair<Mark, Mark> readable(Mark a, Mark b) {
    const auto rank = [](Mark m) { return m == Mark::Tail ? 0 : m == Mark::Circle ? 1 : 2; };
    return rank(a) <= rank(b) ? std::pair(a, b) : std::pair(b, a);
}

std::vector<Entry> entriesOf(const Content& content, const causal::Knowledge& knowledge,
                             const PaintOptions& options) {
    std::vector<Entry> entries;
    if (content.kind == Kind::CoOccurrence) {
        if (!content.edges.empty())
            entries.push_back({Words::tr("move together: the wider, the more often"), content.edges.front()});
    } else if (content.kind == Kind::Difference) {
        const std::pair<Presence, QString> rows[] = {
            {Presence::Both, Words::tr("in both")},
            {Presence::OnlyFirst, Words::tr("only in %1").arg(content.first)},
            {Presence::OnlySecond, Words::tr("only in %1").arg(content.second)}};
        for (const auto& [presence, text] : rows)
            entries.push_back({text, Edge{.atA = Mark::Tail, .atB = Mark::Tail, .presence = presence}});
        const bool differ = std::any_of(content.edges.begin(), content.edges.end(), [](const Edge& edge) {
            return edge.presence == Presence::MarksDiffer;
        });
        if (differ)
            entries.push_back(
                {Words::tr("drawn twice: in both, with other ends"), Edge{.atA = Mark::Tail,
                                                                          .atB = Mark::Arrow,
                                                                          .presence = Presence::MarksDiffer,
                                                                          .secondAtA = Mark::Circle,
                                                                          .secondAtB = Mark::Arrow}});
    } else {
        const std::tuple<Mark, Mark, QString> rows[] = {
            {Mark::Tail, Mark::Arrow, Words::tr("is a cause of")},
            {Mark::Circle, Mark::Arrow, Words::tr("may cause, is not caused by")},
            {Mark::Arrow, Mark::Arrow, Words::tr("something unmeasured moves both")},
            {Mark::Circle, Mark::Circle, Words::tr("belong together, direction open")},
            {Mark::Tail, Mark::Circle, Words::tr("causes it, or which samples there are")},
            {Mark::Tail, Mark::Tail, Words::tr("both decide which samples there are")}};
        for (const auto& [a, b, text] : rows)
            if (b == Mark::Arrow || (a == Mark::Circle && b == Mark::Circle) || // the usual ones always
                std::any_of(content.edges.begin(), content.edges.end(), [&](const Edge& edge) {
                    return readable(edge.atA, edge.atB) == std::pair(a, b);
                }))
                entries.push_back({text, Edge{.atA = a, .atB = b}});
        const bool stability = std::any_of(content.edges.begin(), content.edges.end(),
                                           [](const Edge& edge) { return edge.facts.stability.has_value(); });
        if (stability && options.leastStability > 0.0)
            entries.push_back({Words::tr("in fewer than %1% of resampled graphs")
                                   .arg(QLocale().toString(100.0 * options.leastStability, 'f', 0)),
                               Edge{.facts = {.stability = 0.0}}, std::nullopt, true});
        else if (stability)
            entries.push_back({Words::tr("the wider, the more resampled graphs have it"),
                               Edge{.facts = {.stability = 1.0}}});
    }
    if (!knowledge.required.empty())
        entries.push_back({Words::tr("required"), std::nullopt, Tool::Require});
    if (!knowledge.forbidden.empty())
        entries.push_back({Words::tr("forbidden"), std::nullopt, Tool::Forbid});
    return entries;
}

/// Top left corners of the entries, and the height of all.
std::pair<std::vector<QPointF>, double> flow(const std::vector<Entry>& entries, double width,
                                             const QFont& font) {
    const QFontMetricsF metrics(font);
    const double line = metrics.height() + 5.0;
    std::vector<QPointF> places;
    QPointF at(0.0, kAbove);
    for (const Entry& entry : entries) {
        const double wide = kSample + kGap + metrics.horizontalAdvance(entry.text);
        if (at.x() > 0.0 && at.x() + wide > width)
            at = {0.0, at.y() + line};
        places.push_back(at);
        at.rx() += wide + kBetween;
    }
    return {places, entries.empty() ? 0.0 : at.y() + line};
}

} // namespace

double legendHeight(const Content& content, const causal::Knowledge& knowledge, double width,
                    const PaintOptions& options) {
    return flow(entriesOf(content, knowledge, options), width, scaledFont(options.font, kTypeScale)).second;
}

void paintLegend(QPainter& painter, const Content& content, const causal::Knowledge& knowledge,
                 const QRectF& room, const PaintOptions& options) {
    const auto entries = entriesOf(content, knowledge, options);
    const QFont font = scaledFont(options.font, kTypeScale);
    const auto [places, height] = flow(entries, room.width(), font);
    const double line = QFontMetricsF(font).height();
    const Tones tones = tonesOf(themeOf(options.palette));
    const EdgeInk ink(content, 1.0, options);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        const QPointF from = room.topLeft() + places[i] + QPointF(0.0, line / 2.0);
        const QPointF to = from + QPointF(kSample, 0.0);
        if (entry.arrow) {
            KnowledgeShape shape;
            shape.kind = *entry.arrow;
            shape.from = from;
            shape.control = (from + to) / 2.0;
            shape.to = to;
            ink.paint(painter, shape, false);
        } else if (entry.edge) {
            const bool twice = entry.edge->presence == Presence::MarksDiffer;
            for (const bool second : {false, true}) {
                if (second && !twice)
                    break;
                const QPointF off(0.0, twice ? (second ? 4.0 : -4.0) : 0.0);
                EdgeShape shape{0,
                                second,
                                from + off,
                                (from + to) / 2.0 + off,
                                to + off,
                                second ? entry.edge->secondAtA : entry.edge->atA,
                                second ? entry.edge->secondAtB : entry.edge->atB};
                ink.paint(painter, *entry.edge, shape, false, false);
            }
        }
        painter.setPen(tones.faint);
        painter.drawText(QRectF(to.x() + kGap, room.top() + places[i].y(), room.width(), line),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, entry.text);
    }
}

} // namespace mien::ui::graph
