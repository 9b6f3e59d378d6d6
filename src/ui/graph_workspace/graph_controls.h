// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph_workspace/graph_parameters.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QToolButton;

namespace mien::ui {

class MoreControls;

/// The sliders that a graph is searched with. They speak while they are dragged.
class GraphControls : public QWidget {
    Q_OBJECT
public:
    explicit GraphControls(QWidget* parent = nullptr);

    /// What a search should be asked with: what is wanted, as far as the data allow it.
    const GraphParameters& parameters() const { return m_parameters; }
    /// What is wanted; kept where the data at hand do not allow it.
    const GraphParameters& wanted() const { return m_wanted; }
    void setParameters(const GraphParameters& wanted);
    const DataTraits& traits() const { return m_traits; }
    void setTraits(const DataTraits& traits);
    /// Edges in fewer of the resampled graphs are drawn faint, 0 … 1.
    double leastStability() const;
    void setLeastStability(double share);
    /// A complete search goes on in the background and can be stopped.
    void setRefining(bool refining);

    /// Everything above, and whether More is open.
    QVariantMap state() const;
    void restore(const QVariantMap& state);

    QSlider& alpha() { return *m_alpha; }
    QSlider& depth() { return *m_depth; }
    QSlider& lags() { return *m_lags; }
    QSlider& stability() { return *m_stability; }
    QComboBox& samples() { return *m_samples; }
    QDoubleSpinBox& given() { return *m_given; }
    QToolButton& stop() { return *m_stop; }
    MoreControls& more() { return *m_more; }

signals:
    void changed(const mien::ui::GraphParameters& parameters);
    void leastStabilityChanged(double share);
    void stopAsked();
    void stateChanged(); ///< of what state() holds

private:
    QSlider* slider(const QString& name, const QString& tip, int least, int most, QLabel*& value);
    void addCombos();
    void take();
    void want(const GraphParameters& wanted);
    void present();

    GraphParameters m_wanted, m_parameters;
    DataTraits m_traits;
    QLabel *m_alphaText, *m_depthText, *m_lagsText, *m_stabilityText;
    QSlider *m_alpha, *m_depth, *m_lags, *m_stability;
    QComboBox *m_preset, *m_samples;
    QDoubleSpinBox* m_given;
    QToolButton* m_stop;
    MoreControls* m_more;
};

} // namespace mien::ui
