// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/plot_style.h"

#include "ui/settings/theme.h"

#include <qcustomplot.h>

namespace mien::ui {

void stylePlot(QCustomPlot& plot, const QPalette& palette, const QFont& font) {
    const Tones tones = tonesOf(themeOf(palette));
    const QColor ground = palette.color(QPalette::Window);
    plot.setBackground(ground);
    for (QCPAxisRect* rect : plot.axisRects())
        for (QCPAxis* axis : rect->axes()) {
            axis->setTickLabelColor(tones.faint);
            axis->setLabelColor(tones.faint);
            axis->setBasePen(QPen(tones.line));
            axis->setTickPen(Qt::NoPen);
            axis->setSubTickPen(Qt::NoPen);
            axis->setTickLabelFont(font);
            axis->setLabelFont(font);
            axis->grid()->setPen(QPen(tones.line, 0.0, Qt::DotLine));
            axis->grid()->setZeroLinePen(Qt::NoPen);
        }
    QColor veil = ground;
    veil.setAlpha(200);
    plot.legend->setBrush(veil);
    plot.legend->setBorderPen(Qt::NoPen);
    plot.legend->setTextColor(palette.color(QPalette::WindowText));
    plot.legend->setFont(font);
}

QColor firstInk(const QPalette& palette) {
    return themeOf(palette) == ThemeChoice::Dark ? QColor("#6cb2e6") : QColor("#0b619e");
}

QColor secondInk(const QPalette& palette) {
    return themeOf(palette) == ThemeChoice::Dark ? QColor("#f0b43c") : QColor("#9a5600");
}

} // namespace mien::ui
