// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/result_figures.h"

#include <QWidget>

class QCustomPlot;

namespace mien::ui {

/// Precision over recall, a curve for each spotter and type.
class PrecisionView : public QWidget {
    Q_OBJECT
public:
    explicit PrecisionView(QWidget* parent = nullptr);

    /// The curves of the first spotter are drawn in full, those of others dashed.
    void setCurves(std::vector<ScoreCurve> curves);
    const std::vector<ScoreCurve>& curves() const { return m_curves; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();

    QCustomPlot* m_plot;
    std::vector<ScoreCurve> m_curves;
};

} // namespace mien::ui
