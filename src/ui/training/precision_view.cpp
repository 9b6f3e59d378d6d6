// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/precision_view.h"

#include "ui/training/plot_style.h"

#include <QEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

namespace mien::ui {

PrecisionView::PrecisionView(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    setAccessibleName(tr("Precision over recall"));
    setToolTip(tr("As proposals below a rising certainty are dropped. The curves begin at what the spotter "
                  "proposes: what it held for less likely is not known."));
    setMinimumSize(280, 220);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->xAxis->setLabel(tr("recall"));
    m_plot->yAxis->setLabel(tr("precision"));
    m_plot->xAxis->setRange(0.0, 1.0);
    m_plot->yAxis->setRange(0.0, 1.03);
    m_plot->legend->setVisible(true);
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignBottom | Qt::AlignRight);
    draw();
}

void PrecisionView::setCurves(std::vector<ScoreCurve> curves) {
    m_curves = std::move(curves);
    draw();
}

void PrecisionView::draw() {
    m_plot->clearPlottables();
    QStringList spoken;
    for (const auto& curve : m_curves) {
        const bool micro = curve.type == annotation::ExpressionType::Micro;
        const bool own = curve.spotter == m_curves.front().spotter;
        auto* line = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
        line->setName(QStringLiteral("%1, %2").arg(QString::fromStdString(curve.spotter),
                                                   micro ? tr("micro") : tr("macro")));
        line->setPen(QPen(micro ? secondInk(palette()) : firstInk(palette()), own ? 1.9 : 1.3,
                          own ? Qt::SolidLine : Qt::DashLine));
        line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, own ? 4.0 : 3.0));
        for (const auto& point : curve.points)
            line->addData(point.threshold, point.recall, point.precision);
        if (!curve.points.empty())
            spoken << tr("%1: recall %2 at precision %3")
                          .arg(line->name())
                          .arg(curve.points.front().recall, 0, 'f', 2)
                          .arg(curve.points.front().precision, 0, 'f', 2);
    }
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    stylePlot(*m_plot, palette(), font());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PrecisionView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

} // namespace mien::ui
