// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fairness/counterfactual.h"
#include "core/pipeline/spot_by_network.h"
#include "ui/training/strip_item.h"

#include <QWidget>

class QCPGraph;
class QCustomPlot;

namespace mien::ui {

class LookalikeMarks;

/// P, P_null, P_AU and F of one head over the frames of a film, and below them what is proposed with λ = 0,
/// with the λ that are set, and what is coded.
class DebiasCurves : public QWidget {
    Q_OBJECT
public:
    enum Curve { Factual, Null, Masked, Corrected, kCurves };
    enum Strip { Before, After, Coded, kStrips };

    explicit DebiasCurves(QWidget* parent = nullptr);

    /// `prediction` must outlive the next call of show() or clear().
    void show(const pipeline::NetworkPrediction& prediction, fairness::Head head, double threshold);
    void setCorrected(const spotting::FrameProbabilities& corrected);
    void setStrip(Strip strip, std::vector<StripItem> items);
    void clear();
    /// What is drawn of a curve, for tests: value at a sample; NaN where nothing is drawn.
    double valueAt(Curve curve, std::size_t sample) const;
    int drawnIn(Strip strip) const;      ///< expressions
    int lookalikesIn(Strip strip) const; ///< marked as such beside them
    /// What lies under a place of the widget, for people; empty: nothing.
    QString itemAt(const QPoint& place) const;

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fill(Curve curve, const spotting::FrameProbabilities& values);
    void paintAxes();
    void zoom(double factor);

    QCustomPlot* m_plot;
    std::array<QCPGraph*, kCurves> m_curves{};
    std::array<QCPGraph*, kStrips> m_micro{}, m_macro{};
    std::array<LookalikeMarks*, kStrips> m_lookalikes{};
    std::array<std::vector<StripItem>, kStrips> m_items;
    QCPGraph* m_threshold;
    const pipeline::NetworkPrediction* m_prediction = nullptr;
    fairness::Head m_head = fairness::Head::MacroApex;
    double m_frames = 1.0;
};

} // namespace mien::ui
