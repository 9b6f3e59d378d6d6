// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/snapping.h"
#include "ui/timeline/timeline_state.h"

#include <QPoint>
#include <QTimer>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace mien::ui::timeline {

class TimelineView;

/// Turns mouse, wheel and keys into the view's signals. Knows what is being dragged, nothing else does.
class TimelineInput {
public:
    explicit TimelineInput(TimelineView& view);

    void press(QMouseEvent* event);
    void move(QMouseEvent* event);
    void release(QMouseEvent* event);
    void doubleClick(QMouseEvent* event);
    void leave();
    void wheel(QWheelEvent* event);
    bool key(QKeyEvent* event);
    /// Keys that belong to this widget now, whatever shortcuts the window has for them.
    bool claims(const QKeyEvent* event) const;
    bool dragging() const { return m_drag != Drag::None && m_begun; }
    bool cancelDrag();
    /// Tab and Shift+Tab: through items and their handles; false when focus should leave.
    bool focusNext(bool next);
    void focusCame() { m_tabLeaves = false; }

private:
    enum class Drag { None, Playhead, Handle, Create, Pan, HeaderEdge, SectionEdge, Threshold, Loop };

    void begin();
    void dragTo(const QPoint& point, Qt::KeyboardModifiers modifiers);
    void dragHandle(const QPoint& point, Qt::KeyboardModifiers modifiers);
    void dragStretch(const QPoint& point, Qt::KeyboardModifiers modifiers);
    void dragThreshold(const QPoint& point, DragPhase phase);
    void finish();
    void hover(const QPoint& point, Qt::KeyboardModifiers modifiers);
    void select(std::optional<ItemKey> key);
    bool nudge(std::int64_t frames);
    void scrollAtEdge();
    Snap snapped(double x, Qt::KeyboardModifiers modifiers, std::optional<ItemKey> except) const;

    TimelineView& m_view;
    TimelineState& m_state;
    QTimer m_edgeTimer;
    Drag m_drag = Drag::None;
    bool m_begun = false; ///< moved far enough to be a drag
    QPoint m_pressedAt;
    QPoint m_lastPoint;
    Qt::KeyboardModifiers m_lastModifiers;
    Hit m_hit;
    std::size_t m_rowIndex = 0; ///< of m_hit's row, which may move
    double m_grabPx = 0.0;      ///< pointer minus edge when it was grabbed
    double m_startScroll = 0.0;
    float m_startThreshold = 0.0f;
    std::int64_t m_anchor = 0; ///< boundary where a stretch began
    FrameIndex m_lastFrame;
    bool m_tabLeaves = false;
};

} // namespace mien::ui::timeline
