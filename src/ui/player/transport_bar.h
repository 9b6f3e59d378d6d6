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

/// Buttons of the player's actions, a slider through the whole film, the frame and its time. Where it is
/// narrow, only what nobody can do without: step, play, slider, frame.
class TransportBar : public QWidget {
    Q_OBJECT
public:
    TransportBar(ActionRegistry& actions, SelectionModel& selection, QWidget* parent = nullptr);

    void setTiming(const FilmTiming& timing);
    void showFrame(FrameIndex displayed); ///< the frame on screen, which need not be the one asked for
    void showSpeed(double speed);
    bool compact() const { return m_compact; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QString momentText(FrameIndex frame) const;
    int widthOf(bool compact) const; ///< px that it needs
    QToolButton* button(ActionRegistry& actions, const QString& id);

    SelectionModel& m_selection;
    FilmTiming m_timing;
    QSlider* m_slider;
    QLabel* m_moment;
    QLabel* m_speed;
    QToolButton* m_play = nullptr;
    std::vector<QWidget*> m_buttons, m_spare; ///< all, and what a narrow bar leaves out
    FrameIndex m_shown;
    bool m_compact = false;
};

} // namespace mien::ui
