// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/tier_painter.h"

#include "ui/timeline/lane_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>

#include <limits>

namespace mien::ui::timeline {

namespace {

constexpr double kMinItemPx = 2.0;
constexpr double kShapeFromPx = 7.0;   ///< narrower items are plain bars
constexpr double kLabelInsetPx = 12.0; ///< clears the onset handle and a micro-expression's point
constexpr double kBeyondPx = 4000.0;   ///< more than a screen: what lies further is cut off
constexpr double kHitPx = 4.5;         ///< half the width of a search's mark
constexpr double kPassedOverOpacity = 0.3;
constexpr double kTipPx = 5.0; ///< length of a micro-expression's point

QPainterPath outline(const Item& item, const QRectF& rect) {
    QPainterPath path;
    if (rect.width() < kShapeFromPx) {
        path.addRect(rect);
    } else if (item.type == ItemType::Macro) {
        path.addRoundedRect(rect, 2.5, 2.5);
    } else {
        const double tip = std::min(kTipPx, rect.width() / 3.0);
        path.moveTo(rect.left(), rect.center().y());
        path.lineTo(rect.left() + tip, rect.top());
        path.lineTo(rect.right() - tip, rect.top());
        path.lineTo(rect.right(), rect.center().y());
        path.lineTo(rect.right() - tip, rect.bottom());
        path.lineTo(rect.left() + tip, rect.bottom());
        path.closeSubpath();
    }
    return path;
}

void paintHatch(QPainter& painter, const QPainterPath& path, const QRectF& rect, double anchorX,
                const QColor& colour) {
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.setPen(QPen(colour, 1.4));
    const double step = 6.0;
    const QRectF seen = rect & painter.clipBoundingRect();
    const double slant = rect.height();
    const double from = anchorX + std::floor((seen.left() - anchorX - slant) / step) * step;
    QVarLengthArray<QLineF, 64> lines;
    for (double x = from; x < seen.right(); x += step)
        lines.append(QLineF(x, rect.bottom(), x + slant, rect.top()));
    painter.drawLines(lines.constData(), static_cast<int>(lines.size()));
    painter.restore();
}

void paintTriangle(QPainter& painter, const QPointF& a, const QPointF& b, const QPointF& c) {
    const QPointF points[] = {a, b, c};
    painter.drawPolygon(points, 3);
}

/// Onset ▷, apex ▲, offset ◁: told apart by shape, so that colour need not.
void paintHandles(QPainter& painter, const TimelineState& state, const QRectF& rect,
                  std::optional<double> apexX, const ItemLook& look) {
    const double middle = rect.center().y();
    const double size = std::min(5.5, rect.height() / 3.0);
    const auto prepare = [&](Handle handle) {
        const bool focused = look.focusedHandle == handle;
        painter.setPen(QPen(state.palette.background, 1.0));
        painter.setBrush(focused ? state.palette.playhead : state.palette.accent);
        return focused ? size * 1.35 : size;
    };
    double s = prepare(Handle::Onset);
    paintTriangle(painter, {rect.left(), middle - s}, {rect.left() + 1.5 * s, middle},
                  {rect.left(), middle + s});
    s = prepare(Handle::Offset);
    paintTriangle(painter, {rect.right(), middle - s}, {rect.right() - 1.5 * s, middle},
                  {rect.right(), middle + s});
    if (apexX) {
        s = prepare(Handle::Apex);
        const double x = *apexX;
        paintTriangle(painter, {x - s, rect.bottom() + 1.0}, {x, rect.bottom() - 1.6 * s},
                      {x + s, rect.bottom() + 1.0});
    }
}

/// Where the label goes: left of the apex mark where it fits, else right of it, else where there is more
/// room.
QRectF labelPlace(const QRectF& rect, std::optional<double> apexX, double wanted) {
    QRectF place = rect.adjusted(kLabelInsetPx, 0.0, -kTipPx - 2.0, 0.0);
    if (!apexX || *apexX < rect.left() || *apexX > rect.right())
        return place;
    QRectF before = place, after = place;
    before.setRight(std::min(place.right(), *apexX - 4.0));
    after.setLeft(std::max(place.left(), *apexX + 6.0));
    if (before.width() >= wanted)
        return before;
    return after.width() >= wanted || after.width() > before.width() ? after : before;
}

void paintLabel(QPainter& painter, const TimelineState& state, const Item& item, const QRectF& rect,
                std::optional<double> apexX, const QColor& fill) {
    const QString badge =
        item.type == ItemType::Micro
            ? QCoreApplication::translate("mien::ui::timeline", "µ", "micro-expression, one letter")
            : QCoreApplication::translate("mien::ui::timeline", "M", "macro-expression, one letter");
    const QString text = item.label.isEmpty() ? badge : badge + QStringLiteral("  ") + item.label;
    const QFontMetricsF metrics(state.font);
    const QRectF inner = labelPlace(rect, apexX, metrics.horizontalAdvance(text));
    if (inner.width() < metrics.horizontalAdvance(badge))
        return;
    painter.setFont(state.font);
    QString shown = text;
    if (metrics.horizontalAdvance(text) > inner.width()) {
        shown = metrics.elidedText(text, Qt::ElideRight, inner.width());
        if (shown.size() < badge.size() + 4) // a lone ellipsis tells nothing
            shown = badge;
    }
    const double width = std::min(inner.width(), metrics.horizontalAdvance(shown));
    const bool plate = item.hatched || item.dimmed;
    if (plate) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(
            QRectF(inner.left() - 3.0, rect.top() + 2.0, width + 6.0, rect.height() - 4.0), 2, 2);
    }
    painter.setPen(item.dimmed ? state.palette.dimmed : plate ? state.palette.text : state.palette.onItem);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    if (item.dimmed) // struck out: rejected is not said by colour alone
        painter.drawLine(QPointF(inner.left(), rect.center().y()),
                         QPointF(inner.left() + width, rect.center().y()));
}

/// A pin above the item, wide enough to be seen where the item is not.
void paintHitMark(QPainter& painter, const TimelineState& state, const QRectF& rect) {
    const QRectF seen = rect.intersected(painter.clipBoundingRect());
    const double x = (seen.isEmpty() ? rect : seen).center().x();
    painter.setPen(QPen(state.palette.background, 1.0));
    painter.setBrush(state.palette.text);
    paintTriangle(painter, {x - kHitPx, rect.top() - kHitPx}, {x + kHitPx, rect.top() - kHitPx},
                  {x, rect.top() + 2.0});
}

const QColor& colourOf(const TimelineState& state, const Item& item) {
    return item.dimmed                    ? state.palette.dimmed
           : item.type == ItemType::Micro ? state.palette.micro
                                          : state.palette.macro;
}

QColor faint(const TimelineState& state, const QColor& colour) {
    const QColor& under = state.palette.background;
    const auto mixed = [](int below, int above) {
        return below + static_cast<int>(kPassedOverOpacity * (above - below));
    };
    return QColor(mixed(under.red(), colour.red()), mixed(under.green(), colour.green()),
                  mixed(under.blue(), colour.blue()));
}

/// What a search found among more items than columns: full columns of the text's colour.
void paintHitsInCrowd(QImage& image, const TimelineState& state, std::size_t tier, int fromX, int toX,
                      int top, int bottom) {
    const std::int64_t id = state.tiers[tier].id;
    const double dpr = state.geometry.devicePixelRatio;
    const QRgb colour = state.palette.text.rgb();
    const ItemKey first{id, std::numeric_limits<std::int64_t>::min()};
    for (auto hit = std::lower_bound(state.hits->begin(), state.hits->end(), first);
         hit != state.hits->end() && hit->tier == id; ++hit) {
        const Item* item = state.tierItems[tier].find(hit->id);
        if (item == nullptr)
            continue;
        const double left = std::floor(state.geometry.xOf(item->onset) * dpr);
        const double right = std::max(left + 1.0, std::ceil(state.geometry.xOf(item->offset + 1) * dpr));
        for (int x = static_cast<int>(std::max(left, double(fromX)));
             x < static_cast<int>(std::min(right, double(toX))); ++x)
            for (int y = top; y < bottom; ++y)
                reinterpret_cast<QRgb*>(image.scanLine(y))[x] = colour;
    }
}

/// More items than columns: one query a column instead of one shape an item.
void paintCrowd(QImage& image, const TimelineState& state, std::size_t tier, int fromX, int toX) {
    const auto& items = state.tierItems[tier];
    const auto& geometry = state.geometry;
    const double dpr = geometry.devicePixelRatio;
    const double perColumn = 1.0 / (geometry.pixelsPerFrame * dpr);
    const double start = geometry.scrollPx * dpr;
    const double inset = (state.metrics.tierPadding / 2.0 + 2.0) * dpr;
    const int top = static_cast<int>(inset);
    const int bottom = image.height() - static_cast<int>(inset);
    for (int x = fromX; x < toX; ++x) {
        const auto first = static_cast<std::int64_t>((start + x) * perColumn);
        const auto last =
            std::max(first, static_cast<std::int64_t>(std::ceil((start + x + 1) * perColumn)) - 1);
        const auto any = items.index().anyTouching({{first}, {last}});
        if (!any)
            continue;
        const Item& item = items.items()[*any];
        const QColor& full = colourOf(state, item);
        const QRgb colour = (state.hits ? faint(state, full) : full).rgb();
        for (int y = top; y < bottom; ++y)
            if (!item.hatched || (x + y + static_cast<std::int64_t>(start)) % 4 < 2)
                reinterpret_cast<QRgb*>(image.scanLine(y))[x] = colour;
    }
    if (state.hits)
        paintHitsInCrowd(image, state, tier, fromX, toX, top, bottom);
}

} // namespace

void paintItem(QPainter& painter, const TimelineState& state, const Item& item, const QRectF& exact,
               const ItemLook& look) {
    QRectF rect = exact;
    if (rect.width() < kMinItemPx)
        rect.setWidth(kMinItemPx);
    std::optional<double> apexX;
    if (item.apex)
        apexX = rect.left() + (static_cast<double>(item.apex->value - item.onset.value) + 0.5) *
                                  state.geometry.pixelsPerFrame;
    // Millions of pixels of a long item at a close zoom would overflow the rasteriser.
    const QRectF seen = painter.clipBoundingRect();
    rect.setLeft(std::max(rect.left(), seen.left() - kBeyondPx));
    rect.setRight(std::min(rect.right(), seen.right() + kBeyondPx));
    if (rect.width() <= 0.0)
        return;
    if (look.passedOver && !look.selected && !look.hovered)
        painter.setOpacity(kPassedOverOpacity);
    const QColor colour = colourOf(state, item);
    if (rect.width() < kShapeFromPx && !look.selected && !look.hovered) {
        painter.fillRect(rect, item.hatched ? colour.darker(135) : colour);
        if (look.hit)
            paintHitMark(painter, state, rect);
        painter.setOpacity(1.0);
        return;
    }
    const QPainterPath path = outline(item, rect.adjusted(0.5, 0.0, -0.5, 0.0));
    QColor fill = colour;
    if (item.hatched || item.dimmed) {
        const QColor& under = state.palette.background;
        const double share = 0.2;
        fill = QColor::fromRgbF(float(under.redF() + share * (colour.redF() - under.redF())),
                                float(under.greenF() + share * (colour.greenF() - under.greenF())),
                                float(under.blueF() + share * (colour.blueF() - under.blueF())));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPath(path);
    if (item.hatched && !item.dimmed) {
        QColor lines = colour;
        lines.setAlphaF(0.55f);
        paintHatch(painter, path, rect, exact.left(), lines);
    }
    QPen pen(look.selected ? state.palette.accent
             : look.hit    ? state.palette.text
                           : colour,
             look.selected || look.hit ? 1.6 : 1.0);
    if (item.dimmed && !look.hit)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    if (apexX && rect.width() >= 2.0 * kShapeFromPx) { // where the movement is strongest, always shown
        const double x = *apexX;
        painter.setPen(Qt::NoPen);
        painter.setBrush(item.hatched || item.dimmed ? colour : state.palette.onItem);
        paintTriangle(painter, {x - 3.5, rect.bottom()}, {x, rect.bottom() - 6.0}, {x + 3.5, rect.bottom()});
    }
    paintLabel(painter, state, item, rect, apexX, fill);
    if (look.selected || look.hovered)
        if (look.editable)
            paintHandles(painter, state, rect, apexX, look);
    if (look.hit)
        paintHitMark(painter, state, rect);
    painter.setOpacity(1.0);
}

void paintLabelAt(QPainter& painter, const TimelineState& state, const Item& item, const QRectF& rect) {
    paintLabel(painter, state, item, rect, {}, colourOf(state, item));
}

void paintTier(QImage& image, const TimelineState& state, std::size_t tier, int fromX, int toX) {
    const auto& geometry = state.geometry;
    const double dpr = geometry.devicePixelRatio;
    paintRowBackground(image, state, tier % 2 == 0 ? state.palette.background : state.palette.alternate,
                       fromX, toX);
    paintNotScorable(image, state, fromX, toX);
    const auto& items = state.tierItems[tier];
    // Outlines and labels of items that begin left of the strip reach into it.
    const FrameInterval shown{geometry.frameAt(fromX / dpr - 3.0), geometry.frameAt(toX / dpr + 3.0)};
    if (items.index().countBeginningIn(shown) > static_cast<std::size_t>(toX - fromX) / 3 + 8) {
        paintCrowd(image, state, tier, fromX, toX);
        return;
    }
    QPainter painter(&image);
    painter.setClipRect(QRectF(fromX / dpr, 0.0, (toX - fromX) / dpr, image.height() / dpr));
    painter.setRenderHint(QPainter::Antialiasing);
    const Tier& owner = state.tiers[tier];
    const double originY = state.layout.tiers.rowRect(state.layout.tiers.rows[tier]).y();
    items.index().forEachTouching(shown, [&](std::size_t i) {
        const Item& item = items.items()[i];
        if (state.ghost && state.ghost->id == item.id && state.ghost->tier == owner.id)
            return;
        QRectF rect = state.itemRect(tier, item, items.levelOf(i));
        rect.translate(-state.layout.headerWidth, -originY);
        ItemLook look;
        look.editable = state.hasHandles(tier, item);
        look.hit = state.isHit({owner.id, item.id});
        look.passedOver = state.isPassedOver({owner.id, item.id});
        paintItem(painter, state, item, rect, look);
    });
}

} // namespace mien::ui::timeline
