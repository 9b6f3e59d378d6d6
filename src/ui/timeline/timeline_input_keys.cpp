// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_input.h"
#include "ui/timeline/timeline_view.h"

#include <QKeyEvent>
#include <QWheelEvent>

namespace mien::ui::timeline {

namespace {

constexpr double kWheelNotch = 120.0;
constexpr double kScrollPerNotchPx = 96.0;
constexpr double kZoomPerNotch = 1.25;
constexpr double kZoomPerKey = 1.5;

} // namespace

void TimelineInput::wheel(QWheelEvent* event) {
    const QPointF notches = QPointF(event->angleDelta()) / kWheelNotch;
    const QPointF pixels = event->pixelDelta().isNull() ? notches * kScrollPerNotchPx : event->pixelDelta();
    const QPoint point = event->position().toPoint();
    event->accept();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double x = std::max(0.0, m_state.timeX(point.x()));
        m_view.changeViewport(
            [&](TimelineGeometry& g) { g.zoomAbout(x, std::pow(kZoomPerNotch, notches.y())); });
        return;
    }
    const bool overHeader = point.x() < m_state.layout.headerWidth;
    if (overHeader || event->modifiers().testFlag(Qt::ShiftModifier)) {
        // Some platforms turn Shift + wheel into a sideways one themselves.
        const double along = pixels.y() != 0.0 ? pixels.y() : pixels.x();
        m_view.scrollRows(point.y() < m_state.layout.tiers.rect.top(), -qRound(along));
        return;
    }
    const double along = std::abs(pixels.x()) > std::abs(pixels.y()) ? pixels.x() : pixels.y();
    m_view.changeViewport([&](TimelineGeometry& g) { g.setScroll(g.scrollPx - along); });
    if (dragging())
        dragTo(m_lastPoint, event->modifiers());
}

bool TimelineInput::claims(const QKeyEvent* event) const {
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return m_state.focusedHandle.has_value() &&
               !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    case Qt::Key_Escape:
        return m_drag != Drag::None || m_state.focusedHandle;
    default:
        return false;
    }
}

bool TimelineInput::key(QKeyEvent* event) {
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Escape:
        if (cancelDrag())
            return true;
        m_tabLeaves = true;
        if (!std::exchange(m_state.focusedHandle, std::nullopt))
            return false;
        m_view.update();
        m_view.announceSelection();
        return true;
    case Qt::Key_Left:
        return claims(event) && nudge(shift ? -10 : -1);
    case Qt::Key_Right:
        return claims(event) && nudge(shift ? 10 : 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_view.zoomBy(kZoomPerKey);
        return true;
    case Qt::Key_Minus:
        m_view.zoomBy(1.0 / kZoomPerKey);
        return true;
    case Qt::Key_Z:
        if (event->modifiers() & ~Qt::KeyboardModifiers(Qt::ShiftModifier | Qt::KeypadModifier))
            return false;
        if (shift)
            m_view.zoomToFit();
        else if (m_state.selected)
            m_view.zoomToItem(*m_state.selected);
        return true;
    case Qt::Key_Menu:
        m_view.askForMenuByKeyboard();
        return true;
    case Qt::Key_F10:
        if (!shift)
            return false;
        m_view.askForMenuByKeyboard();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_state.selected || event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier))
            return false;
        emit m_view.itemActivated(*m_state.selected);
        return true;
    default:
        return false;
    }
}

bool TimelineInput::focusNext(bool next) {
    if (m_tabLeaves)
        return false;
    const Item* item = m_state.selected ? m_state.item(*m_state.selected) : nullptr;
    if (item != nullptr && m_state.tiers[*m_state.tierIndex(item->tier)].editable()) {
        // Item, onset, apex, offset, next item.
        std::vector<std::optional<Handle>> stops{std::nullopt, Handle::Onset};
        if (item->apex)
            stops.emplace_back(Handle::Apex);
        stops.emplace_back(Handle::Offset);
        const auto at = std::find(stops.begin(), stops.end(), m_state.focusedHandle) - stops.begin();
        const auto to = at + (next ? 1 : -1);
        if (to >= 0 && to < static_cast<std::ptrdiff_t>(stops.size())) {
            m_state.focusedHandle = stops[static_cast<std::size_t>(to)];
            m_view.update();
            m_view.announceSelection();
            return true;
        }
    }
    std::optional<ItemKey> target;
    if (item == nullptr) { // the first at or after the left edge
        const FrameIndex from = m_state.geometry.visible().first;
        for (std::size_t t = 0; t < m_state.tiers.size() && !target; ++t)
            for (const auto& candidate : m_state.tierItems[t].items())
                if (candidate.offset >= from) {
                    target = ItemKey{candidate.tier, candidate.id};
                    break;
                }
    } else {
        auto tier = static_cast<std::ptrdiff_t>(*m_state.tierIndex(item->tier));
        auto position = static_cast<std::ptrdiff_t>(
            *m_state.tierItems[static_cast<std::size_t>(tier)].positionOf(item->id));
        position += next ? 1 : -1;
        const auto count = [&] {
            return static_cast<std::ptrdiff_t>(
                m_state.tierItems[static_cast<std::size_t>(tier)].items().size());
        };
        while (position < 0 || position >= count()) {
            tier += next ? 1 : -1;
            if (tier < 0 || tier >= static_cast<std::ptrdiff_t>(m_state.tiers.size()))
                return false;
            position = next ? 0 : count() - 1;
        }
        const Item& found =
            m_state.tierItems[static_cast<std::size_t>(tier)].items()[static_cast<std::size_t>(position)];
        target = ItemKey{found.tier, found.id};
    }
    if (!target)
        return false;
    m_view.select(target, true);
    emit m_view.itemSelected(target);
    return true;
}

} // namespace mien::ui::timeline
