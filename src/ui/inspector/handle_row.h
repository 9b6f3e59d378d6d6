// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/handles.h"

#include <QObject>

class QGridLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace mien::ui {

/// One column of the card: a button with the handle's name that goes there, its frame in a spin box, its
/// time.
class HandleRow : public QObject {
    Q_OBJECT
public:
    HandleRow(Handle handle, QGridLayout* grid, int column, QWidget* owner);

    void show(std::optional<FrameIndex> frame, const FilmTiming& timing);
    void setEditable(bool editable);
    QSpinBox* box() const { return m_box; }

signals:
    void edited(mien::ui::Handle handle, mien::FrameIndex frame);
    void visited(mien::FrameIndex frame);

private:
    Handle m_handle;
    QSpinBox* m_box;
    QLabel* m_time;
    QToolButton* m_go;
};

} // namespace mien::ui
