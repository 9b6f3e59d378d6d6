// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/chrome_painter.h"

#include "ui/timeline/ruler.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace mien::ui::timeline {

namespace {

constexpr double kThumbnailAspect = 4.0 / 3.0;
constexpr int kPaddingPx = 10;
constexpr double kWatchedPx = 3.0; ///< height of the band

QString text(const char* source) {
    return QCoreApplication::translate("mien::ui::timeline", source);
}

void paintSwatch(QPainter& painter, const TimelineState& state, const Row& row, const QRect& rect) {
    const QRectF bar(rect.x(), rect.y(), 3.0, rect.height() - 1.0);
    if (row.kind == RowKind::Lane) {
        painter.fillRect(bar, state.palette.lane(state.lanes[row.index].role));
        return;
    }
    const bool proposals = state.tiers[row.index].kind == TierKind::Proposals;
    painter.fillRect(bar, state.palette.quietText);
    if (proposals) // broken, as the proposals' fill is
        for (double y = bar.top() + 3.0; y < bar.bottom(); y += 6.0)
            painter.fillRect(QRectF(bar.left(), y, bar.width(), 3.0), state.palette.header);
}

void paintLock(QPainter& painter, const QPointF& centre, const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(centre.x() - 2.5, centre.y() - 5.5, 5.0, 7.0), 0, 180 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(centre.x() - 4.0, centre.y() - 1.5, 8.0, 6.0), 1.0, 1.0);
    painter.restore();
}

void paintHeader(QPainter& painter, const TimelineState& state, const Row& row, const QRect& rect) {
    painter.fillRect(rect, state.palette.header);
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), state.palette.line);
    paintSwatch(painter, state, row, rect);
    QString name, note;
    if (row.kind == RowKind::Lane) {
        name = state.lanes[row.index].name;
        note = state.lanes[row.index].unit;
    } else {
        const Tier& tier = state.tiers[row.index];
        name = tier.name;
        note = tier.coder;
    }
    QRectF inner = QRectF(rect).adjusted(kPaddingPx, 0, -kPaddingPx, -1);
    if (row.kind == RowKind::Tier && state.tiers[row.index].locked) {
        paintLock(painter, QPointF(inner.right() - 4.0, inner.center().y()), state.palette.quietText);
        inner.setRight(inner.right() - 14.0);
    }
    const QFontMetricsF font(state.font);
    const QFontMetricsF quiet(state.quietFont);
    const double noteRoom = std::max(inner.width() * 0.3, inner.width() - font.horizontalAdvance(name) - 8.0);
    const double noteWidth = note.isEmpty() ? 0.0 : std::min(quiet.horizontalAdvance(note) + 1.0, noteRoom);
    const double nameWidth = inner.width() - (noteWidth > 0.0 ? noteWidth + 8.0 : 0.0);
    painter.setFont(state.font);
    painter.setPen(state.palette.text);
    painter.drawText(QRectF(inner.x(), inner.y(), nameWidth, inner.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     font.elidedText(name, Qt::ElideRight, nameWidth));
    if (noteWidth > 0.0) {
        painter.setFont(state.quietFont);
        painter.setPen(state.palette.quietText);
        painter.drawText(QRectF(inner.right() - noteWidth, inner.y(), noteWidth, inner.height()),
                         Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                         quiet.elidedText(note, Qt::ElideRight, noteWidth));
    }
}

QString rateText(const Media& media) {
    if (media.frames <= 0)
        return {};
    const QString rate = QString::number(media.fps.value(), 'g', 5);
    return media.constantRate ? text(QT_TRANSLATE_NOOP("mien::ui::timeline", "%1 fps")).arg(rate)
                              : text(QT_TRANSLATE_NOOP("mien::ui::timeline", "%1 fps, variable")).arg(rate);
}

QString unitText(RulerUnit unit) {
    switch (unit) {
    case RulerUnit::Frames:
        return text(QT_TRANSLATE_NOOP("mien::ui::timeline", "Frames"));
    case RulerUnit::Seconds:
        return text(QT_TRANSLATE_NOOP("mien::ui::timeline", "Seconds"));
    case RulerUnit::Clock:
        break;
    }
    return text(QT_TRANSLATE_NOOP("mien::ui::timeline", "h:min:s"));
}

/// A thin band along the ruler's upper edge.
void paintWatched(QPainter& painter, const TimelineState& state) {
    const QRectF rect = state.layout.ruler;
    for (const auto& span : state.watched) {
        const double from = std::max(state.widgetX(static_cast<double>(span.first.value)), rect.left());
        const double to =
            std::min(state.widgetX(static_cast<double>(span.last.value + 1)), rect.right() + 1.0);
        if (to > from)
            painter.fillRect(QRectF(from, rect.top(), std::max(1.0, to - from), kWatchedPx),
                             state.palette.watched);
    }
}

} // namespace

void paintRuler(QPainter& painter, const TimelineState& state) {
    const QRect rect = state.layout.ruler;
    painter.fillRect(rect, state.palette.header);
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), state.palette.line);
    paintWatched(painter, state);
    painter.setFont(state.quietFont);
    const QFontMetricsF metrics(state.quietFont);
    for (const auto& tick :
         ticksBetween(state.geometry, state.media, state.rulerUnit, -120.0, rect.width() + 1.0, 90.0)) {
        const double x = std::floor(state.widgetX(tick.position));
        const int length = tick.major ? 7 : 4;
        painter.fillRect(QRectF(x, rect.bottom() - length, 1.0, length),
                         tick.major ? state.palette.quietText : state.palette.line);
        if (!tick.major)
            continue;
        painter.setPen(state.palette.quietText);
        painter.drawText(QRectF(x + 4.0, rect.top() + 2.0, metrics.horizontalAdvance(tick.label) + 4.0,
                                rect.height() - 8.0),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, tick.label);
    }
}

std::vector<ThumbnailSlot> thumbnailSlots(const TimelineState& state) {
    std::vector<ThumbnailSlot> result;
    const QRectF rect = state.layout.thumbnails;
    if (rect.height() < 2.0 || state.media.frames <= 0)
        return result;
    const double width = std::round((rect.height() - 4.0) * kThumbnailAspect);
    // Slots are anchored to the film, so that pictures travel with it.
    for (auto k = static_cast<std::int64_t>(state.geometry.scrollPx / width);; ++k) {
        const double x = static_cast<double>(k) * width - state.geometry.scrollPx;
        const double position = state.geometry.positionAt(x);
        if (x >= rect.width() || position >= static_cast<double>(state.media.frames))
            return result;
        result.push_back({state.geometry.frameAt(x),
                          QRectF(rect.x() + x, rect.y() + 2.0, width - 1.0, rect.height() - 4.0)});
    }
}

void paintThumbnails(QPainter& painter, const TimelineState& state, const ThumbnailStrip& strip) {
    const QRect rect = state.layout.thumbnails;
    if (rect.height() <= 0)
        return;
    painter.fillRect(rect, state.palette.background);
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const auto& slot : thumbnailSlots(state)) {
        const auto tolerance = static_cast<std::int64_t>(slot.rect.width() / state.geometry.pixelsPerFrame);
        const QImage image = strip.find(slot.frame, tolerance);
        if (image.isNull()) {
            painter.fillRect(slot.rect, state.palette.alternate);
            continue;
        }
        // Fill the slot from the middle of the picture.
        const double scale = std::max(slot.rect.width() / image.width(), slot.rect.height() / image.height());
        const QSizeF part(slot.rect.width() / scale, slot.rect.height() / scale);
        painter.drawImage(
            slot.rect, image,
            QRectF(QPointF((image.width() - part.width()) / 2.0, (image.height() - part.height()) / 2.0),
                   part));
    }
    painter.restore();
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), state.palette.line);
}

void paintHeaders(QPainter& painter, const TimelineState& state) {
    const int width = state.layout.headerWidth;
    const QRect corner(0, 0, width, state.layout.lanes.rect.top());
    painter.fillRect(corner, state.palette.header);
    painter.setFont(state.quietFont);
    painter.setPen(state.palette.quietText);
    const QRectF line =
        QRectF(0, 0, width, state.layout.ruler.height()).adjusted(kPaddingPx, 0, -kPaddingPx, 0);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, unitText(state.rulerUnit));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, rateText(state.media));
    painter.fillRect(QRect(0, state.layout.ruler.bottom(), width, 1), state.palette.line);
    painter.fillRect(QRect(0, corner.bottom(), width, 1), state.palette.line);
    for (const Section* section : {&state.layout.lanes, &state.layout.tiers}) {
        painter.save();
        painter.setClipRect(section->rect.intersected(QRect(0, 0, width, 1 << 20)), Qt::IntersectClip);
        for (const auto& row : section->rows) {
            QRect rect = section->rowRect(row);
            rect.setWidth(width);
            if (rect.intersects(section->rect))
                paintHeader(painter, state, row, rect);
        }
        painter.restore();
    }
    painter.fillRect(QRect(width - 1, 0, 1, state.layout.tiers.rect.bottom() + 1), state.palette.line);
}

} // namespace mien::ui::timeline
