// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/curves_view.h"

#include "ui/training/plot_style.h"

#include <QEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

namespace mien::ui {

CurvesView::CurvesView(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    setAccessibleName(tr("Curves of the training"));
    setMinimumHeight(180);
    m_plot->setFocusPolicy(Qt::NoFocus); // the table below says the same
    m_train = m_plot->addGraph();
    m_validation = m_plot->addGraph();
    m_f1 = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2);
    m_train->setName(tr("loss, training"));
    m_validation->setName(tr("loss, validation"));
    m_f1->setName(tr("F1, validation"));
    m_plot->yAxis2->setVisible(true);
    m_plot->yAxis2->setRange(0.0, 1.0);
    m_plot->legend->setVisible(true);
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
    m_plot->xAxis->setLabel(tr("epoch"));
    m_plot->yAxis->setLabel(tr("loss"));
    m_plot->yAxis2->setLabel(tr("F1"));
    paintAxes();
}

void CurvesView::setCurve(const std::vector<training::EpochRecord>& curve) {
    for (QCPGraph* graph : {m_train, m_validation, m_f1})
        graph->data()->clear();
    double most = 0.0;
    for (const auto& one : curve) {
        m_train->addData(one.epoch, one.trainLoss);
        most = std::max(most, one.trainLoss);
        if (std::isfinite(one.validationLoss)) {
            m_validation->addData(one.epoch, one.validationLoss);
            most = std::max(most, one.validationLoss);
        }
        if (std::isfinite(one.validationF1))
            m_f1->addData(one.epoch, one.validationF1);
    }
    for (QCPGraph* graph : {m_train, m_validation, m_f1}) // a lone point has no line
        graph->setScatterStyle(curve.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 6.0)
                                                 : QCPScatterStyle());
    const int last = curve.empty() ? 1 : curve.back().epoch;
    m_plot->xAxis->setRange(0.0, std::max(5, last + 1));
    m_plot->yAxis->setRange(0.0, most > 0.0 ? 1.1 * most : 1.0);
    setAccessibleDescription(curve.empty() ? tr("No epoch is finished yet.")
                                           : tr("Epoch %1: loss %2, validation F1 %3.")
                                                 .arg(last)
                                                 .arg(curve.back().trainLoss, 0, 'g', 3)
                                                 .arg(curve.back().validationF1, 0, 'f', 3));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvesView::paintAxes() {
    const QColor loss = firstInk(palette());
    m_train->setPen(QPen(loss, 1.8));
    m_validation->setPen(QPen(loss, 1.4, Qt::DashLine));
    m_f1->setPen(QPen(secondInk(palette()), 1.8));
    stylePlot(*m_plot, palette(), font());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvesView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        paintAxes();
}

} // namespace mien::ui
