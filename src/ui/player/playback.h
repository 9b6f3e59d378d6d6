// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/film_timing.h"
#include "ui/document/selection_model.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace mien::ui {

/// Moves the current frame through the film at the true rate times a signed speed, by time stamps. Decoding
/// is somebody else's: where it lags, frames are left out, time is not.
class Playback : public QObject {
    Q_OBJECT
public:
    explicit Playback(SelectionModel& selection, QObject* parent = nullptr);

    void setTiming(const FilmTiming& timing);

    double speed() const { return m_speed; }
    bool playing() const { return m_speed != 0.0; }
    void play(double speed); ///< signed multiple of the true rate; 0 stops
    void toggle();           ///< 1× or stop
    void stop() { play(0.0); }
    void shuttle(int direction, bool slow);
    /// Plays first … last once and stops at its end.
    void playOnce(FrameInterval interval, double speed = 1.0);

    void step(std::int64_t frames); ///< stops first
    void goTo(FrameIndex frame);    ///< stops first

    /// Moves on by `elapsedS` of real time; the timer calls it, and tests do.
    void advance(double elapsedS);

signals:
    void speedChanged(double speed);

private:
    void tick();
    std::optional<FrameInterval> bounds() const;

    SelectionModel& m_selection;
    FilmTiming m_timing;
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_speed = 0.0;
    double m_positionS = 0.0;
    std::optional<FrameInterval> m_once;
    bool m_moving = false; ///< the frame changes by our own hand
};

} // namespace mien::ui
