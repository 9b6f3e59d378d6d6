// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/detail_card.h"

#include "ui/graph/edge_words.h"
#include "ui/graph_workspace/graph_words.h"
#include "ui/settings/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <qcustomplot.h>

namespace mien::ui {
namespace {

constexpr int kMostLag = 15; ///< rows to each side
constexpr double kBarWidth = 0.6;
constexpr int kAxisRoomPx = 50;

} // namespace

DetailCard::DetailCard(QWidget* parent)
    : QWidget(parent),
      m_heading(new QLabel),
      m_words(new QLabel),
      m_lags(new QLabel),
      m_plot(new QCustomPlot) {
    setAccessibleName(tr("What is selected"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 8);
    column->setSpacing(4);
    m_heading->setProperty("heading", true);
    for (auto* label : {m_heading, m_words, m_lags}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    m_lags->setProperty("faint", true);
    m_plot->setFocusPolicy(Qt::NoFocus); // the sentence above says the same
    m_plot->setMinimumHeight(120);
    m_plot->setAccessibleName(tr("Correlation by lag"));
    column->insertWidget(2, m_plot, 1);
    column->addStretch(0);
    showNothing();
}

void DetailCard::setData(TablePtr table, double secondsPerRow) {
    m_table = std::move(table);
    m_secondsPerRow = secondsPerRow;
}

void DetailCard::showNothing() {
    m_job.reset();
    m_correlation.reset();
    m_heading->setText(tr("Nothing selected"));
    m_words->setText(tr("Click a node or an edge, or a row of the table."));
    m_lags->clear();
    m_plot->hide();
}

void DetailCard::showNode(const GraphFacts& facts, int node) {
    showNothing();
    const auto labels = labelsOf(facts.graph);
    m_heading->setText(labels[node]);
    QStringList lines;
    for (const auto& row : edgeRows(facts, false))
        if (row.edge.a == node || row.edge.b == node)
            lines << QStringLiteral("• ") + row.meaning;
    m_words->setText(lines.isEmpty() ? tr("No edge: independent of the others, or of what is left of them.")
                                     : lines.join('\n'));
}

void DetailCard::showPair(const GraphFacts& facts, int a, int b) {
    showNothing();
    const auto rows = edgeRows(facts, !facts.graph.adjacent(a, b));
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const EdgeRow& row) {
        return (row.edge.a == a && row.edge.b == b) || (row.edge.a == b && row.edge.b == a);
    });
    if (found == rows.end())
        return;
    m_heading->setText(found->text);
    QStringList lines{found->meaning};
    if (found->logP && found->adjacent) {
        const QString p = pText(*found->logP);
        lines << tr("Weakest test: p %1, given %2.")
                     .arg(p.startsWith(QLatin1Char('<')) ? p : QStringLiteral("= ") + p, found->given);
    }
    if (found->stability && found->adjacent)
        lines << tr("In %1 % of the resampled graphs, in %2 % with these ends.")
                     .arg(qRound(100.0 * *found->stability))
                     .arg(qRound(100.0 * found->sameEnds.value_or(0.0)));
    if (!found->why.isEmpty())
        lines << tr("Why: %1.").arg(found->why);
    m_words->setText(lines.join('\n'));
    const auto& names = facts.graph.names();
    const auto labels = labelsOf(facts.graph);
    m_first = labels[found->edge.a];
    m_second = labels[found->edge.b];
    correlate(names[static_cast<std::size_t>(found->edge.a)], names[static_cast<std::size_t>(found->edge.b)],
              found->samples);
}

void DetailCard::correlate(const std::string& first, const std::string& second, double samples) {
    if (!m_table)
        return;
    const int a = columnOf(*m_table, first);
    const int b = columnOf(*m_table, second);
    if (a < 0 || b < 0 || a == b)
        return;
    m_job = std::make_unique<Job<LagsPtr>>(
        tr("Correlation by lag"), [table = m_table, a, b, samples](const JobContext&) -> Result<LagsPtr> {
            return std::make_shared<const LagCorrelation>(lagCorrelation(*table, a, b, kMostLag, samples));
        });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        const auto& result = m_job->result();
        if (!result)
            return;
        m_correlation = *result;
        m_lags->setText(lagText());
        draw();
        m_plot->show();
        emit computed();
    });
    m_job->start();
}

QString DetailCard::lagText() const {
    const auto& c = *m_correlation;
    const double r = c.at(c.strongest);
    if (!(std::abs(r) > c.bound))
        return tr("At no lag do they go together beyond chance.");
    const QString strength = QString::number(r, 'f', 2);
    if (c.strongest == 0)
        return tr("They go together most at the same moment (r = %1).").arg(strength);
    const int lag = std::abs(c.strongest);
    const QString& leader = c.strongest > 0 ? m_first : m_second;
    const QString when =
        m_secondsPerRow > 0.0
            ? tr("%n frame(s) (%1 ms)", nullptr, lag).arg(qRound(1000.0 * lag * m_secondsPerRow))
            : tr("%n row(s)", nullptr, lag);
    return tr("They go together most when %1 is ahead by %2 (r = %3). What is ahead need not be the cause.")
        .arg(leader, when, strength);
}

QString DetailCard::sentence() const {
    return m_heading->text() + '\n' + m_words->text() + '\n' + m_lags->text();
}

void DetailCard::draw() {
    m_plot->clearPlottables();
    m_plot->clearItems();
    const Tones tones = tonesOf(themeOf(palette()));
    m_plot->setBackground(palette().color(QPalette::Window));
    const auto& c = *m_correlation;
    auto* bars = new QCPBars(m_plot->xAxis, m_plot->yAxis);
    bars->setWidth(kBarWidth);
    bars->setPen(Qt::NoPen);
    bars->setBrush(tones.accent);
    for (int lag = -c.most; lag <= c.most; ++lag)
        if (!std::isnan(c.at(lag)))
            bars->addData(lag, c.at(lag));
    for (const double level : {c.bound, -c.bound}) {
        auto* line = new QCPItemStraightLine(m_plot);
        line->point1->setCoords(0.0, level);
        line->point2->setCoords(1.0, level);
        line->setPen(QPen(tones.warning, 1.0, Qt::DashLine));
    }
    double most = c.bound * 1.3;
    for (const double r : c.values)
        most = std::max(most, std::abs(r) * 1.15);
    m_plot->yAxis->setRange(-most, most);
    m_plot->xAxis->setRange(-c.most - 0.7, c.most + 0.7);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.85);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelColor(tones.faint);
        axis->setLabelColor(tones.faint);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->setBasePen(QPen(tones.line));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->grid()->setPen(QPen(tones.line, 0.0, Qt::DotLine));
        axis->grid()->setZeroLinePen(QPen(tones.faint, 0.0));
        axis->ticker()->setTickCount(4);
    }
    const QString words = tr("← %2 ahead · lag · %1 ahead →");
    QString label = words.arg(m_first, m_second);
    if (QFontMetrics(small).horizontalAdvance(label) > m_plot->width() - kAxisRoomPx) // names in two lines
        label = label.section(QStringLiteral(" · "), 0, 0) + '\n' + label.section(QStringLiteral(" · "), 2);
    m_plot->xAxis->setLabel(label);
    m_plot->yAxis->setLabel(QStringLiteral("r"));
    m_plot->setAccessibleDescription(m_lags->text());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DetailCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_correlation)
        draw();
}

} // namespace mien::ui
