// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/generator/phase_slider.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QToolButton;

namespace mien::ui {

/// The curve of an expression with its playhead, and below it play, loop and speed.
class PhasePlayer : public QWidget {
    Q_OBJECT
public:
    explicit PhasePlayer(QWidget* parent = nullptr);

    PhaseSlider& slider() { return *m_slider; }
    const PhaseSlider& slider() const { return *m_slider; }
    void setTiming(const PhaseTiming& timing);
    /// Beside the speed.
    void addWidget(QWidget* widget);
    /// At the end of the line.
    void addEndWidget(QWidget* widget);

    bool playing() const { return m_clock.isActive(); }
    void setPlaying(bool playing);
    void setLoop(bool loop);
    void setSpeed(double speed); ///< 1, 1/2, 1/4 or 1/8

    /// Space plays and stops, wherever on the page no button or field has a use for it.
    bool takesKey(const QKeyEvent& event);

signals:
    void moved(int ms); ///< the playhead, by whatever means
    void playingChanged(bool playing);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void tick();

    PhaseSlider* m_slider;
    QHBoxLayout* m_row;
    QToolButton* m_play;
    QToolButton* m_loop;
    QComboBox* m_speed;
    int m_atStart = 0; ///< widgets before the stretch
    QTimer m_clock;
    QElapsedTimer m_sinceTick;
    double m_atMs = 0.0;
};

} // namespace mien::ui
