// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/overlay_painter.h"

#include "ui/timeline/tier_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

namespace mien::ui::timeline {

namespace {

constexpr double kCellFromPx = 4.0; ///< pixels per frame from which the playhead's whole frame is tinted
constexpr double kHeadPx = 6.0;     ///< half the width of the playhead's head
constexpr double kStickyFromPx = 60.0;
constexpr double kReasonFromPx = 60.0; ///< narrower stretches say it in their tooltip alone
constexpr double kReasonPadPx = 8.0;

QColor faded(QColor colour, float opacity) {
    colour.setAlphaF(opacity);
    return colour;
}

void paintLoop(QPainter& painter, const TimelineState& state) {
    if (!state.loop)
        return;
    const double left = state.widgetX(double(state.loop->first.value));
    const double right = state.widgetX(double(state.loop->last.value + 1));
    const QRect& time = state.layout.time;
    painter.fillRect(QRectF(left, time.top(), right - left, time.height()), faded(state.palette.loop, 0.09f));
    painter.fillRect(QRectF(left, state.layout.ruler.top(), right - left, 4.0), state.palette.loop);
    for (const double x : {left, right})
        painter.fillRect(QRectF(x - 0.5, time.top(), 1.0, time.height()), faded(state.palette.loop, 0.6f));
}

/// Says across the lanes why there is no signal, where a stretch is wide enough for the words.
void paintReasons(QPainter& painter, const TimelineState& state) {
    const QRectF lanes = state.layout.lanes.rect.intersected(state.layout.time);
    const QFontMetricsF font(state.font);
    if (lanes.height() < 2.0 * font.height())
        return;
    painter.setFont(state.font);
    state.notScorableIndex.forEachTouching(state.geometry.visible(), [&](std::size_t i) {
        const NotScorable& span = state.notScorable[i];
        const double left = std::max(lanes.left(), state.widgetX(double(span.frames.first.value)));
        const double right = std::min(lanes.right(), state.widgetX(double(span.frames.last.value + 1)));
        if (right - left < kReasonFromPx)
            return;
        QString words =
            QCoreApplication::translate("mien::ui::timeline", "not scorable: %1").arg(span.reason);
        if (font.horizontalAdvance(words) + 2.0 * kReasonPadPx > right - left)
            words = span.reason;
        const double width = font.horizontalAdvance(words) + 2.0 * kReasonPadPx;
        if (width > right - left)
            return;
        QRectF ground(0.0, 0.0, width, font.height() + 6.0);
        ground.moveCenter({(left + right) / 2.0, lanes.center().y()});
        painter.setPen(Qt::NoPen);
        painter.setBrush(state.palette.background);
        painter.drawRoundedRect(ground, 4.0, 4.0);
        painter.setPen(state.palette.quietText);
        painter.drawText(ground, Qt::AlignCenter, words);
    });
}

void paintStickyLabels(QPainter& painter, const TimelineState& state) {
    const FrameIndex first = state.geometry.visible().first;
    for (const auto& row : state.layout.tiers.rows) {
        const auto& items = state.tierItems[row.index];
        items.index().forEachTouching({first, first}, [&](std::size_t i) {
            const Item& item = items.items()[i];
            QRectF rect = state.itemRect(row.index, item, items.levelOf(i));
            const double edge = state.layout.headerWidth;
            if (rect.left() >= edge - 1.0 || rect.right() - edge < kStickyFromPx)
                return;
            rect.setLeft(edge);
            rect.setRight(std::min(rect.right(), edge + 400.0));
            paintLabelAt(painter, state, item, rect);
        });
    }
}

void paintActive(QPainter& painter, const TimelineState& state) {
    const auto paint = [&](const Item& item, bool selected, bool hovered) {
        const auto tier = state.tierIndex(item.tier);
        if (!tier || *tier >= state.layout.tiers.rows.size())
            return;
        const auto position = state.tierItems[*tier].positionOf(item.id);
        const QRectF rect =
            state.itemRect(*tier, item, position ? state.tierItems[*tier].levelOf(*position) : 0);
        ItemLook look;
        look.selected = selected;
        look.hovered = hovered;
        look.editable = state.hasHandles(*tier, item);
        look.hit = state.isHit({item.tier, item.id});
        look.focusedHandle = selected ? state.focusedHandle : std::nullopt;
        paintItem(painter, state, item, rect, look);
    };
    const Item* selected = state.selected ? state.item(*state.selected) : nullptr;
    const Item* hovered =
        state.hovered && state.hovered != state.selected ? state.item(*state.hovered) : nullptr;
    if (hovered && !state.ghost)
        paint(*hovered, false, true);
    if (state.ghost)
        paint(*state.ghost, true, true);
    else if (selected)
        paint(*selected, true, false);
    if (state.drawn) {
        Item item;
        item.tier = state.tiers[state.drawn->first].id;
        item.id = -1;
        item.onset = state.drawn->second.first;
        item.offset = state.drawn->second.last;
        const QRectF rect = state.itemRect(state.drawn->first, item, 0);
        painter.setPen(QPen(state.palette.accent, 1.5, Qt::DashLine));
        painter.setBrush(faded(state.palette.accent, 0.15f));
        painter.drawRoundedRect(rect.adjusted(0.5, 0, -0.5, 0), 2.5, 2.5);
    }
}

/// Hatched like a proposal: nobody has said so yet.
void paintCandidates(QPainter& painter, const TimelineState& state) {
    if (!state.candidates)
        return;
    for (const Row& row : state.layout.lanes.rows) {
        if (state.lanes[row.index].id != state.candidates->lane)
            continue;
        const QRectF rect = QRectF(state.layout.lanes.rowRect(row)).adjusted(0.0, 1.0, 0.0, -2.0);
        const FrameInterval shown = state.geometry.visible();
        const auto& spans = state.candidates->spans;
        auto span = std::lower_bound(spans.begin(), spans.end(), shown.first,
                                     [](const FrameInterval& one, FrameIndex at) { return one.last < at; });
        painter.setPen(QPen(state.palette.accent, 1.0));
        double painted = -1.0;
        for (; span != spans.end() && span->first <= shown.last; ++span) {
            const double left = std::max(painted, state.widgetX(double(span->first.value)));
            const double right = std::max(left + 1.0, state.widgetX(double(span->last.value + 1)));
            painted = right;
            const QRectF box(left, rect.top(), right - left, rect.height());
            painter.fillRect(box, faded(state.palette.accent, 0.12f));
            if (box.width() < 3.0)
                continue; // as narrow as its edge
            painter.setBrush(QBrush(faded(state.palette.accent, 0.55f), Qt::BDiagPattern));
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
}

void paintPlayhead(QPainter& painter, const TimelineState& state) {
    if (state.media.frames <= 0)
        return;
    const double x = std::round(state.widgetX(double(state.playhead.value)));
    const QRect& time = state.layout.time;
    const double cell = state.geometry.pixelsPerFrame;
    const double ruler = state.layout.ruler.height();
    if (cell >= kCellFromPx)
        painter.fillRect(QRectF(x, ruler, cell, time.height() - ruler), faded(state.palette.playhead, 0.16f));
    painter.fillRect(QRectF(x - 0.5, ruler - 6.0, 1.5, time.height() - ruler + 6.0), state.palette.playhead);
    painter.setPen(Qt::NoPen);
    painter.setBrush(state.palette.playhead);
    const QPointF head[] = {{x - kHeadPx, ruler - 13.0},
                            {x + kHeadPx, ruler - 13.0},
                            {x + kHeadPx, ruler - 8.0},
                            {x, ruler - 1.0},
                            {x - kHeadPx, ruler - 8.0}};
    painter.drawPolygon(head, 5);
}

} // namespace

QRect playheadRect(const TimelineState& state, FrameIndex frame) {
    const double x = state.widgetX(double(frame.value));
    const double cell = state.geometry.pixelsPerFrame >= kCellFromPx ? state.geometry.pixelsPerFrame : 0.0;
    return QRectF(x - kHeadPx - 2.0, 0.0, 2.0 * kHeadPx + 4.0 + cell, state.layout.time.height())
        .toAlignedRect();
}

void paintOverlay(QPainter& painter, const TimelineState& state) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(state.layout.time, Qt::IntersectClip);
    painter.save();
    painter.setClipRect(state.layout.lanes.rect.intersected(state.layout.time), Qt::IntersectClip);
    paintCandidates(painter, state);
    painter.restore();
    paintReasons(painter, state);
    paintLoop(painter, state);
    painter.save();
    painter.setClipRect(state.layout.tiers.rect.intersected(state.layout.time), Qt::IntersectClip);
    paintActive(painter, state);
    paintStickyLabels(painter, state);
    painter.restore();
    if (state.snapLine) {
        painter.setPen(QPen(state.palette.accent, 1.0, Qt::DotLine));
        const double x = std::floor(state.widgetX(double(*state.snapLine))) + 0.5;
        painter.drawLine(QPointF(x, state.layout.ruler.bottom()), QPointF(x, state.layout.time.bottom()));
    }
    paintPlayhead(painter, state);
    painter.restore();
    if (state.focus) {
        painter.setPen(QPen(faded(state.palette.accent, 0.55f), 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRect(0, 0, state.layout.headerWidth + state.layout.time.width() - 1,
                               state.layout.time.height() - 1));
    }
}

} // namespace mien::ui::timeline
