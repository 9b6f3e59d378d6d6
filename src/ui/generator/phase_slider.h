// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>

namespace mien::ui {

/// When a previewed expression rises, stays and falls. Milliseconds.
struct PhaseTiming {
    int riseMs = 200; ///< onset to apex
    int holdMs = 0;
    int fallMs = 192; ///< to offset
    int restMs = 150; ///< neutral, before and after

    int onsetMs() const { return restMs; }
    int apexMs() const { return restMs + riseMs; }
    int offsetMs() const { return apexMs() + holdMs + fallMs; }
    int lengthMs() const { return offsetMs() + restMs; }
    /// Share of the full movement, 0 … 1: the same raised cosine as in generated films.
    double shareAt(double ms) const;
    bool operator==(const PhaseTiming&) const = default;
};

/// The curve of an expression over time, onset to apex to offset, with a playhead that can be dragged.
class PhaseSlider : public QAbstractSlider {
    Q_OBJECT
public:
    explicit PhaseSlider(QWidget* parent = nullptr);

    void setTiming(const PhaseTiming& timing);
    const PhaseTiming& timing() const { return m_timing; }
    double share() const { return m_timing.shareAt(value()); }

    QSize sizeHint() const override { return {400, 84}; }
    QSize minimumSizeHint() const override { return {200, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void sliderChange(SliderChange change) override;

private:
    QRectF plot() const;
    double xOf(double ms) const;
    void describe();

    PhaseTiming m_timing;
};

} // namespace mien::ui
