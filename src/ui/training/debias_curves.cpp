// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/debias_curves.h"

#include "ui/models/describe.h"
#include "ui/settings/theme.h"
#include "ui/training/lambda_form.h"
#include "ui/training/lookalike_marks.h"
#include "ui/training/plot_style.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <limits>

namespace mien::ui {
namespace {

/// Where each head stands among the outputs (nn::SpottingOutput).
constexpr std::array<int, fairness::kHeads> kOutputOf{0, 1, 6, 8, 3, 4, 7, 9};
constexpr std::array kStripHeights{-0.12, -0.24, -0.36};
constexpr double kStripReach = 0.06; ///< above and below a strip's middle
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

} // namespace

DebiasCurves::DebiasCurves(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    setAccessibleName(tr("Curves of the film"));
    setToolTip(
        tr("Drag to move, wheel to zoom; with the keyboard ← → move, + − zoom, 0 shows the whole film"));
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    setMinimumHeight(200);
    for (auto*& curve : m_curves)
        curve = m_plot->addGraph();
    m_curves[Factual]->setName(tr("P, as it is"));
    m_curves[Null]->setName(tr("P of stillness"));
    m_curves[Masked]->setName(tr("P of driving regions"));
    m_curves[Corrected]->setName(tr("F, corrected"));
    m_threshold = m_plot->addGraph();
    m_threshold->removeFromLegend();
    for (std::size_t strip = 0; strip < m_micro.size(); ++strip)
        for (auto* graphs : {&m_micro, &m_macro}) {
            (*graphs)[strip] = m_plot->addGraph();
            (*graphs)[strip]->removeFromLegend();
            (*graphs)[strip]->setAdaptiveSampling(false); // which would join short intervals
        }
    for (std::size_t strip = 0; strip < m_lookalikes.size(); ++strip)
        m_lookalikes[strip] = new LookalikeMarks(m_plot, kStripHeights[strip]); // the plot's own
    m_plot->xAxis->setLabel(tr("frame"));
    QSharedPointer<QCPAxisTickerText> ticks(new QCPAxisTickerText);
    for (const double value : {0.0, 0.5, 1.0})
        ticks->addTick(value, QString::number(value, 'f', 1));
    ticks->addTick(kStripHeights[Before], tr("λ = 0"));
    ticks->addTick(kStripHeights[After], tr("now"));
    ticks->addTick(kStripHeights[Coded], tr("coded"));
    m_plot->yAxis->setTicker(ticks);
    m_plot->yAxis->setRange(-0.44, 1.04);
    m_plot->legend->setVisible(true);
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->axisRect()->setRangeDrag(Qt::Horizontal);
    m_plot->axisRect()->setRangeZoom(Qt::Horizontal);
    paintAxes();
}

void DebiasCurves::show(const pipeline::NetworkPrediction& prediction, fairness::Head head,
                        double threshold) {
    const bool other = m_prediction != &prediction;
    m_prediction = &prediction;
    m_head = head;
    m_frames = static_cast<double>(std::max<std::int64_t>(1, prediction.film.filmFrames));
    m_plot->yAxis->setLabel(headText(head));
    fill(Factual, prediction.predicted);
    fill(Null, prediction.null);
    fill(Masked, prediction.masked);
    m_threshold->data()->clear();
    if (threshold > 0.0) {
        m_threshold->addData(0.0, threshold);
        m_threshold->addData(m_frames, threshold);
    }
    if (other)
        m_plot->xAxis->setRange(0.0, m_frames);
}

void DebiasCurves::setCorrected(const spotting::FrameProbabilities& corrected) {
    fill(Corrected, corrected);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DebiasCurves::fill(Curve curve, const spotting::FrameProbabilities& values) {
    QVector<QCPGraphData> points;
    const int output = kOutputOf[static_cast<std::size_t>(m_head)];
    points.reserve(static_cast<qsizetype>(values.samples()));
    for (std::size_t s = 0; s < values.samples(); ++s)
        points.append({static_cast<double>(m_prediction->film.frameOf(static_cast<double>(s)).value),
                       static_cast<double>(values.at(s, output))});
    m_curves[static_cast<std::size_t>(curve)]->data()->set(points, true);
}

void DebiasCurves::setStrip(Strip strip, std::vector<StripItem> items) {
    const auto at = static_cast<std::size_t>(strip);
    m_items[at] = std::move(items);
    std::vector<StripItem> lookalikes;
    std::ranges::copy_if(m_items[at], std::back_inserter(lookalikes),
                         [](const StripItem& one) { return !one.looksLike.isEmpty(); });
    m_lookalikes[at]->setItems(std::move(lookalikes));
    for (auto* graph : {m_micro[at], m_macro[at]}) {
        graph->data()->clear();
        for (const auto& one : m_items[at]) {
            const bool micro = one.type == annotation::ExpressionType::Micro;
            if (micro != (graph == m_micro[at]) || !one.looksLike.isEmpty())
                continue;
            const double height = kStripHeights[at] + (micro ? 0.015 : -0.015);
            graph->addData(static_cast<double>(one.frames.first.value), height);
            graph->addData(static_cast<double>(one.frames.last.value), height);
            graph->addData(static_cast<double>(one.frames.last.value) + 0.5, kNaN);
        }
    }
    setAccessibleDescription(
        tr("Expressions proposed without correction: %1, now: %2; what only looks like one: %3, now: %4.")
            .arg(drawnIn(Before))
            .arg(drawnIn(After))
            .arg(lookalikesIn(Before))
            .arg(lookalikesIn(After)));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DebiasCurves::clear() {
    m_prediction = nullptr;
    for (int i = 0; i < m_plot->graphCount(); ++i)
        m_plot->graph(i)->data()->clear();
    for (auto* marks : m_lookalikes)
        marks->setItems({});
    for (auto& items : m_items)
        items.clear();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

int DebiasCurves::lookalikesIn(Strip strip) const {
    return static_cast<int>(std::ranges::count_if(m_items[static_cast<std::size_t>(strip)],
                                                  [](const auto& one) { return !one.looksLike.isEmpty(); }));
}

int DebiasCurves::drawnIn(Strip strip) const {
    return static_cast<int>(m_items[static_cast<std::size_t>(strip)].size()) - lookalikesIn(strip);
}

QString DebiasCurves::itemAt(const QPoint& place) const {
    const QPointF in = m_plot->mapFrom(this, place);
    const double frame = m_plot->xAxis->pixelToCoord(in.x());
    const double slack = 2.0 * std::abs(m_plot->xAxis->pixelToCoord(1.0) - m_plot->xAxis->pixelToCoord(0.0));
    const double height = m_plot->yAxis->pixelToCoord(in.y());
    for (std::size_t strip = 0; strip < m_items.size(); ++strip)
        for (const auto& one : m_items[strip])
            if (std::abs(height - kStripHeights[strip]) < kStripReach &&
                frame >= static_cast<double>(one.frames.first.value) - slack &&
                frame <= static_cast<double>(one.frames.last.value) + slack) {
                const QString what = one.looksLike.isEmpty()
                                         ? typeText(one.type)
                                         : tr("Looks like %1: counts as no expression").arg(one.looksLike);
                return tr("%1, frames %2 to %3")
                    .arg(what)
                    .arg(one.frames.first.value)
                    .arg(one.frames.last.value);
            }
    return {};
}

bool DebiasCurves::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const QString text = itemAt(help->pos()); !text.isEmpty()) {
            QToolTip::showText(help->globalPos(), text, this);
            return true;
        }
    }
    return QWidget::event(event);
}

double DebiasCurves::valueAt(Curve curve, std::size_t sample) const {
    const auto points = m_curves[static_cast<std::size_t>(curve)]->data();
    return sample < static_cast<std::size_t>(points->size())
               ? (points->constBegin() + static_cast<qsizetype>(sample))->value
               : kNaN;
}

void DebiasCurves::paintAxes() {
    const Tones tones = tonesOf(themeOf(palette()));
    m_curves[Factual]->setPen(QPen(firstInk(palette()), 1.5));
    m_curves[Null]->setPen(QPen(tones.faint, 1.3, Qt::DotLine));
    m_curves[Masked]->setPen(QPen(tones.faint, 1.3, Qt::DashLine));
    m_curves[Corrected]->setPen(QPen(secondInk(palette()), 2.0));
    m_threshold->setPen(QPen(tones.line, 1.0, Qt::DashDotLine));
    for (std::size_t strip = 0; strip < m_micro.size(); ++strip) {
        const QColor ink = strip == Before  ? firstInk(palette())
                           : strip == After ? secondInk(palette())
                                            : palette().color(QPalette::WindowText);
        m_macro[strip]->setPen(QPen(ink, 7.0, Qt::SolidLine, Qt::FlatCap));
        m_micro[strip]->setPen(QPen(ink, 4.0, Qt::SolidLine, Qt::FlatCap));
        m_lookalikes[strip]->setInk(ink, tones.faint, font());
    }
    stylePlot(*m_plot, palette(), font());
    const QColor ground = hasFocus() ? tones.accent : tones.line;
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        axis->setBasePen(QPen(ground));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DebiasCurves::zoom(double factor) {
    m_plot->xAxis->scaleRange(factor);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DebiasCurves::keyPressEvent(QKeyEvent* event) {
    const double step = 0.2 * m_plot->xAxis->range().size();
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        m_plot->xAxis->moveRange(event->key() == Qt::Key_Left ? -step : step);
    else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        return zoom(0.7);
    else if (event->key() == Qt::Key_Minus)
        return zoom(1.0 / 0.7);
    else if (event->key() == Qt::Key_0)
        m_plot->xAxis->setRange(0.0, m_frames);
    else
        return QWidget::keyPressEvent(event);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DebiasCurves::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    paintAxes();
}

void DebiasCurves::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    paintAxes();
}

void DebiasCurves::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        paintAxes();
}

} // namespace mien::ui
