// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph_workspace/graph_parameters.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;

namespace mien::ui {

/// The sliders that a graph is searched with. They speak while they are dragged.
class GraphControls : public QWidget {
    Q_OBJECT
public:
    explicit GraphControls(QWidget* parent = nullptr);

    const GraphParameters& parameters() const { return m_parameters; }
    void setParameters(const GraphParameters& parameters);
    /// Edges in fewer of the resampled graphs are drawn faint, 0 … 1.
    double leastStability() const;
    void setLeastStability(double share);
    QSlider& alpha() { return *m_alpha; }
    QSlider& depth() { return *m_depth; }
    QSlider& lags() { return *m_lags; }
    QSlider& stability() { return *m_stability; }

signals:
    void changed(const mien::ui::GraphParameters& parameters);
    void leastStabilityChanged(double share);

private:
    QSlider* slider(const QString& name, const QString& tip, int least, int most, QLabel*& value);
    void take();
    void present();

    GraphParameters m_parameters;
    QLabel *m_alphaText, *m_depthText, *m_lagsText, *m_stabilityText;
    QSlider *m_alpha, *m_depth, *m_lags, *m_stability;
    QComboBox *m_preset, *m_colliders;
    QCheckBox* m_effective;
};

} // namespace mien::ui
