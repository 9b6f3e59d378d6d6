// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/spotting_trainer.h"

#include <QWidget>

class QCPGraph;
class QCustomPlot;

namespace mien::ui {

/// Loss and validation F1 of one training, epoch by epoch.
class CurvesView : public QWidget {
    Q_OBJECT
public:
    explicit CurvesView(QWidget* parent = nullptr);

    void setCurve(const std::vector<training::EpochRecord>& curve);

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintAxes();

    QCustomPlot* m_plot;
    QCPGraph *m_train, *m_validation, *m_f1;
};

} // namespace mien::ui
