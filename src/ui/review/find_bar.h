// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/event_finder.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace mien::ui {

/// A line over the score: a search, how much it found, and the way from one hit to the next. Enter goes on,
/// Shift+Enter back, Escape closes and ends the search.
class FindBar : public QFrame {
    Q_OBJECT
public:
    FindBar(EventFinder& finder, SelectionModel& selection, QWidget* parent = nullptr);

    void open(); ///< shows it with the text selected, so that typing begins a new search
    void close();
    QString verdict() const; ///< "3 of 12", or why the search cannot be read

signals:
    void visited(mien::FrameIndex frame);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void go(int direction);
    void refresh();

    EventFinder& m_finder;
    SelectionModel& m_selection;
    QLineEdit* m_text;
    QLabel* m_verdict;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace mien::ui
