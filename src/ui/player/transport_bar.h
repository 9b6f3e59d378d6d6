// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/film_timing.h"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace mien::ui {

class ActionRegistry;
class SelectionModel;

/// Buttons of the player's actions, a slider through the whole film, the frame and its time.
class TransportBar : public QWidget {
    Q_OBJECT
public:
    TransportBar(ActionRegistry& actions, SelectionModel& selection, QWidget* parent = nullptr);

    void setTiming(const FilmTiming& timing);
    void showFrame(FrameIndex displayed); ///< the frame on screen, which need not be the one asked for
    void showSpeed(double speed);

private:
    QToolButton* button(ActionRegistry& actions, const QString& id);

    SelectionModel& m_selection;
    FilmTiming m_timing;
    QSlider* m_slider;
    QLabel* m_moment;
    QLabel* m_speed;
    QToolButton* m_play = nullptr;
};

} // namespace mien::ui
