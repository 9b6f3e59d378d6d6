// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_input.h"

#include "ui/timeline/timeline_view.h"

#include <QMouseEvent>

namespace mien::ui::timeline {

namespace {

constexpr int kDragFromPx = 3;
constexpr int kMinHeaderPx = 80;
constexpr int kMaxHeaderPx = 400;

/// The item with one handle where the person wants it, never out of order.
Item moved(Item item, Handle handle, std::int64_t frame, std::int64_t frames) {
    const std::int64_t onset = item.onset.value;
    const std::int64_t offset = item.offset.value;
    switch (handle) {
    case Handle::Onset:
        item.onset.value = std::clamp<std::int64_t>(frame, 0, item.apex.value_or(item.offset).value);
        break;
    case Handle::Offset:
        item.offset.value = std::clamp<std::int64_t>(frame, item.apex.value_or(item.onset).value,
                                                     std::max(frames - 1, offset));
        break;
    case Handle::Apex:
        item.apex = FrameIndex{std::clamp(frame, onset, offset)};
        break;
    case Handle::Body: {
        const std::int64_t shift =
            std::clamp<std::int64_t>(frame, 0, std::max<std::int64_t>(0, frames - 1 - (offset - onset))) -
            onset;
        item.onset.value += shift;
        item.offset.value += shift;
        if (item.apex)
            item.apex->value += shift;
        break;
    }
    }
    return item;
}

FrameIndex handleFrame(const Item& item, Handle handle) {
    switch (handle) {
    case Handle::Apex:
        return item.apex.value_or(item.onset);
    case Handle::Offset:
        return item.offset;
    case Handle::Onset:
    case Handle::Body:
        break;
    }
    return item.onset;
}

} // namespace

TimelineInput::TimelineInput(TimelineView& view) : m_view(view), m_state(*view.m_state) {
    m_edgeTimer.setInterval(16);
    QObject::connect(&m_edgeTimer, &QTimer::timeout, &view, [this] { scrollAtEdge(); });
}

Snap TimelineInput::snapped(double x, Qt::KeyboardModifiers modifiers, std::optional<ItemKey> except) const {
    if (!m_state.snapping || modifiers.testFlag(Qt::AltModifier))
        return snapBoundary(m_state.geometry, x, {});
    return snapBoundary(m_state.geometry, x, m_state.snapTargets(x, except));
}

void TimelineInput::select(std::optional<ItemKey> key) {
    if (m_state.selected == key)
        return;
    m_view.select(key, false);
    emit m_view.itemSelected(key);
}

void TimelineInput::press(QMouseEvent* event) {
    if (m_drag != Drag::None)
        return;
    const QPoint point = event->position().toPoint();
    m_pressedAt = m_lastPoint = point;
    m_begun = false;
    m_hit = m_state.hit(point);
    m_rowIndex = m_hit.row != nullptr ? m_hit.row->index : 0;
    const double x = m_state.timeX(point.x());
    if (event->button() == Qt::MiddleButton) {
        m_drag = Drag::Pan;
        m_startScroll = m_state.geometry.scrollPx;
        return;
    }
    if (event->button() != Qt::LeftButton) {
        if (m_hit.item)
            select(m_hit.item);
        return;
    }
    switch (m_hit.area) {
    case Hit::Area::HeaderEdge:
        m_drag = Drag::HeaderEdge;
        break;
    case Hit::Area::SectionEdge:
        m_drag = Drag::SectionEdge;
        break;
    case Hit::Area::Threshold:
        m_drag = Drag::Threshold;
        break;
    case Hit::Area::Item: {
        select(m_hit.item);
        const Item* item = m_state.item(*m_hit.item);
        if (item == nullptr || !m_state.hasHandles(m_rowIndex, *item))
            break;
        if (m_hit.handle == Handle::Body &&
            !(m_state.tiers[m_rowIndex].editable() && event->modifiers().testFlag(Qt::AltModifier)))
            break;
        m_drag = Drag::Handle;
        const double edge = m_hit.handle == Handle::Offset ? m_state.geometry.xOf(item->offset + 1)
                            : m_hit.handle == Handle::Apex
                                ? m_state.geometry.xOf(static_cast<double>(item->apex->value) + 0.5)
                                : m_state.geometry.xOf(item->onset);
        m_grabPx = x - edge;
        break;
    }
    case Hit::Area::Tier:
        select({});
        m_drag = m_state.tiers[m_rowIndex].editable() ? Drag::Create : Drag::Playhead;
        m_anchor = snapped(x, event->modifiers(), {}).frame.value;
        break;
    case Hit::Area::Ruler:
        m_drag = event->modifiers().testFlag(Qt::ShiftModifier) ? Drag::Loop : Drag::Playhead;
        m_anchor = snapped(x, event->modifiers(), {}).frame.value;
        break;
    case Hit::Area::Thumbnails:
    case Hit::Area::Lane:
        m_drag = Drag::Playhead;
        break;
    case Hit::Area::Header:
        if (m_hit.row == nullptr && point.y() < m_state.layout.ruler.bottom())
            m_view.setRulerUnit(static_cast<RulerUnit>((static_cast<int>(m_state.rulerUnit) + 1) % 3));
        break;
    case Hit::Area::Nothing:
        break;
    }
    if (m_drag == Drag::Playhead) // answers at once: a click is a seek
        begin();
}

void TimelineInput::begin() {
    m_begun = true;
    m_lastFrame = {-1};
    if (m_drag == Drag::Handle) {
        const Item* item = m_state.item(*m_hit.item);
        if (item == nullptr) {
            m_drag = Drag::None;
            return;
        }
        m_state.ghost = *item;
        m_lastFrame = handleFrame(*item, m_hit.handle);
        m_view.repaintRow(m_rowIndex);
        emit m_view.handleDragged(*m_hit.item, m_hit.handle, m_lastFrame, DragPhase::Begin);
    } else if (m_drag == Drag::Threshold) {
        if (m_rowIndex < m_state.lanes.size())
            m_startThreshold = m_state.lanes[m_rowIndex].threshold.value_or(0.0f);
        dragThreshold(m_pressedAt, DragPhase::Begin);
    }
    if (m_drag == Drag::Playhead)
        dragTo(m_pressedAt, {});
}

void TimelineInput::move(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    m_lastModifiers = event->modifiers();
    if (m_drag == Drag::None) {
        hover(point, event->modifiers());
        return;
    }
    m_lastPoint = point;
    if (!m_begun && (point - m_pressedAt).manhattanLength() < kDragFromPx)
        return;
    if (!m_begun)
        begin();
    dragTo(point, event->modifiers());
    const QRect& time = m_state.layout.time;
    const bool alongTime =
        m_drag == Drag::Playhead || m_drag == Drag::Handle || m_drag == Drag::Create || m_drag == Drag::Loop;
    if (alongTime && (point.x() < time.left() || point.x() > time.right()))
        m_edgeTimer.start();
    else
        m_edgeTimer.stop();
}

void TimelineInput::scrollAtEdge() {
    const QRect& time = m_state.layout.time;
    const int beyond = m_lastPoint.x() < time.left()    ? m_lastPoint.x() - time.left()
                       : m_lastPoint.x() > time.right() ? m_lastPoint.x() - time.right()
                                                        : 0;
    if (beyond == 0 || !dragging()) {
        m_edgeTimer.stop();
        return;
    }
    const double step = std::clamp(beyond * 0.35, -60.0, 60.0);
    m_view.changeViewport([&](TimelineGeometry& g) { g.setScroll(g.scrollPx + step); });
    dragTo(m_lastPoint, m_lastModifiers);
}

void TimelineInput::dragTo(const QPoint& point, Qt::KeyboardModifiers modifiers) {
    switch (m_drag) {
    case Drag::None:
        break;
    case Drag::Playhead: {
        const FrameIndex frame = m_state.geometry.frameAt(m_state.timeX(point.x()));
        if (frame == m_lastFrame || m_state.media.frames <= 0)
            break;
        m_lastFrame = frame;
        m_view.updatePlayhead(frame);
        emit m_view.playheadMoved(frame, true);
        break;
    }
    case Drag::Handle:
        dragHandle(point, modifiers);
        break;
    case Drag::Create:
    case Drag::Loop:
        dragStretch(point, modifiers);
        break;
    case Drag::Pan:
        m_view.changeViewport(
            [&](TimelineGeometry& g) { g.setScroll(m_startScroll - (point - m_pressedAt).x()); });
        break;
    case Drag::HeaderEdge:
        m_view.setHeaderWidth(point.x());
        break;
    case Drag::SectionEdge: {
        const int top = m_state.layout.lanes.rect.top();
        const int room = m_state.layout.time.bottom() + 1 - top;
        if (room > 0)
            m_state.layout.tierShare = std::clamp(1.0 - double(point.y() - top) / room, 0.1, 0.9);
        m_view.relayout();
        break;
    }
    case Drag::Threshold:
        dragThreshold(point, DragPhase::Move);
        break;
    }
}

void TimelineInput::dragHandle(const QPoint& point, Qt::KeyboardModifiers modifiers) {
    const ItemKey key = *m_hit.item;
    const Item* item = m_state.item(key);
    if (item == nullptr || !m_state.ghost) { // taken away meanwhile
        cancelDrag();
        return;
    }
    const double x = m_state.timeX(point.x()) - m_grabPx;
    const Handle handle = m_hit.handle;
    std::int64_t frame = 0;
    std::optional<std::int64_t> line;
    if (handle == Handle::Apex) {
        frame = m_state.geometry.frameAt(x).value;
        const double playhead = m_state.geometry.xOf(static_cast<double>(m_state.playhead.value) + 0.5);
        if (m_state.snapping && !modifiers.testFlag(Qt::AltModifier) && std::abs(playhead - x) <= kSnapPx) {
            frame = m_state.playhead.value;
            line = frame;
        }
    } else {
        const Snap snap = snapped(x, modifiers, key);
        frame = snap.frame.value - (handle == Handle::Offset ? 1 : 0);
        line = snap.boundary;
    }
    const Item wanted = moved(*item, handle, frame, m_state.media.frames);
    const FrameIndex result = handleFrame(wanted, handle);
    m_state.snapLine = result.value == frame ? line : std::nullopt;
    if (result == m_lastFrame)
        return;
    m_lastFrame = result;
    m_state.ghost = wanted;
    m_view.update();
    emit m_view.handleDragged(key, handle, result, DragPhase::Move);
}

void TimelineInput::dragStretch(const QPoint& point, Qt::KeyboardModifiers modifiers) {
    const Snap snap = snapped(m_state.timeX(point.x()), modifiers, {});
    m_state.snapLine = snap.boundary;
    std::int64_t first = std::min(m_anchor, snap.frame.value);
    std::int64_t last = std::max(m_anchor, snap.frame.value) - 1;
    if (last < first) { // at least one frame, the one under the pointer
        first = std::min(first, std::max<std::int64_t>(m_state.media.frames - 1, 0));
        last = first;
    }
    const FrameInterval stretch{{first}, {last}};
    if (m_drag == Drag::Create) {
        m_state.drawn = {m_rowIndex, stretch};
    } else {
        m_state.loop = stretch;
        emit m_view.loopRangeChanged(stretch);
    }
    m_view.update();
}

void TimelineInput::dragThreshold(const QPoint& point, DragPhase phase) {
    if (m_rowIndex >= m_state.layout.lanes.rows.size())
        return;
    const Row& row = m_state.layout.lanes.rows[m_rowIndex];
    const QRect rect = m_state.layout.lanes.rowRect(row);
    const MinMax scale = m_state.laneScales[m_rowIndex];
    const double share = std::clamp((rect.bottom() - 2.0 - point.y()) / (rect.height() - 5.0), 0.0, 1.0);
    const auto value = static_cast<float>(scale.min + share * (scale.max - scale.min));
    Lane& lane = m_state.lanes[m_rowIndex];
    if (phase == DragPhase::Move) {
        lane.threshold = value;
        m_view.repaintLane(m_rowIndex);
    }
    emit m_view.thresholdDragged(lane.id, *lane.threshold, phase);
}

void TimelineInput::release(QMouseEvent* event) {
    if (m_drag == Drag::None || event->buttons() != Qt::NoButton)
        return;
    m_edgeTimer.stop();
    const bool click = m_drag == Drag::Create && !m_begun;
    if (click) {
        m_drag = Drag::Playhead;
        begin();
    }
    finish();
    hover(event->position().toPoint(), event->modifiers());
}

void TimelineInput::finish() {
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_state.snapLine.reset();
    if (!m_begun)
        return;
    if (drag == Drag::Playhead) {
        emit m_view.playheadMoved(m_state.playhead, false);
    } else if (drag == Drag::Handle) {
        emit m_view.handleDragged(*m_hit.item, m_hit.handle, m_lastFrame, DragPhase::End);
        m_state.ghost.reset();
        m_view.repaintRow(m_rowIndex);
    } else if (drag == Drag::Create && m_state.drawn) {
        const auto drawn = *std::exchange(m_state.drawn, std::nullopt);
        emit m_view.createRequested(m_state.tiers[drawn.first].id, drawn.second.first, drawn.second.last);
    } else if (drag == Drag::Threshold && m_rowIndex < m_state.lanes.size()) {
        const Lane& lane = m_state.lanes[m_rowIndex];
        emit m_view.thresholdDragged(lane.id, lane.threshold.value_or(0.0f), DragPhase::End);
    }
    m_view.update();
}

bool TimelineInput::cancelDrag() {
    if (m_drag == Drag::None)
        return false;
    m_edgeTimer.stop();
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_state.snapLine.reset();
    m_state.drawn.reset();
    if (drag == Drag::Handle && m_begun) {
        m_state.ghost.reset();
        const Item* item = m_state.item(*m_hit.item);
        emit m_view.handleDragged(*m_hit.item, m_hit.handle,
                                  item != nullptr ? handleFrame(*item, m_hit.handle) : m_lastFrame,
                                  DragPhase::Cancel);
        m_view.repaintRow(m_rowIndex);
    } else if (drag == Drag::Threshold && m_begun && m_rowIndex < m_state.lanes.size()) {
        Lane& lane = m_state.lanes[m_rowIndex];
        lane.threshold = m_startThreshold;
        m_view.repaintLane(m_rowIndex);
        emit m_view.thresholdDragged(lane.id, m_startThreshold, DragPhase::Cancel);
    } else if (drag == Drag::Playhead) {
        emit m_view.playheadMoved(m_state.playhead, false);
    } else if (drag == Drag::Pan) {
        m_view.changeViewport([&](TimelineGeometry& g) { g.setScroll(m_startScroll); });
    }
    m_view.update();
    return true;
}

void TimelineInput::doubleClick(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const Hit hit = m_state.hit(event->position().toPoint());
    if (hit.area == Hit::Area::Item)
        emit m_view.itemActivated(*hit.item);
    else
        press(event);
}

void TimelineInput::hover(const QPoint& point, Qt::KeyboardModifiers modifiers) {
    const Hit hit = m_state.hit(point);
    Qt::CursorShape shape = Qt::ArrowCursor;
    switch (hit.area) {
    case Hit::Area::HeaderEdge:
        shape = Qt::SplitHCursor;
        break;
    case Hit::Area::SectionEdge:
    case Hit::Area::Threshold:
        shape = Qt::SplitVCursor;
        break;
    case Hit::Area::Item:
        if (hit.handle != Handle::Body)
            shape = Qt::SizeHorCursor;
        else if (modifiers.testFlag(Qt::AltModifier) && m_state.tiers[hit.row->index].editable())
            shape = Qt::OpenHandCursor;
        else
            shape = Qt::PointingHandCursor;
        break;
    case Hit::Area::Tier:
        shape = m_state.tiers[hit.row->index].editable() ? Qt::CrossCursor : Qt::ArrowCursor;
        break;
    default:
        break;
    }
    if (m_view.cursor().shape() != shape)
        m_view.setCursor(shape);
    if (m_state.hovered != hit.item) {
        m_state.hovered = hit.item;
        m_view.update(m_state.layout.tiers.rect);
    }
}

void TimelineInput::leave() {
    if (std::exchange(m_state.hovered, std::nullopt))
        m_view.update(m_state.layout.tiers.rect);
}

bool TimelineInput::nudge(std::int64_t frames) {
    const Item* item = m_state.selected ? m_state.item(*m_state.selected) : nullptr;
    if (item == nullptr || !m_state.focusedHandle)
        return false;
    const Handle handle = *m_state.focusedHandle;
    const ItemKey key = *m_state.selected;
    const FrameIndex from = handleFrame(*item, handle);
    const FrameIndex to =
        handleFrame(moved(*item, handle, from.value + frames, m_state.media.frames), handle);
    if (to != from) {
        emit m_view.handleDragged(key, handle, from, DragPhase::Begin);
        emit m_view.handleDragged(key, handle, to, DragPhase::Move);
        emit m_view.handleDragged(key, handle, to, DragPhase::End);
    }
    m_view.announceSelection();
    return true;
}

} // namespace mien::ui::timeline
