// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_state.h"

#include "ui/timeline/snapping.h"

#include <QFontMetrics>

namespace mien::ui::timeline {

namespace {

constexpr int kEdgeGrabPx = 4;     ///< of the header's right edge
constexpr double kHandlePx = 6.0;  ///< reach of a handle to either side
constexpr double kThresholdPx = 3; ///< reach of a threshold line
constexpr std::size_t kMaxTargets = 512;

MinMax scaleOf(const Lane& lane) {
    if (lane.minimum < lane.maximum)
        return {lane.minimum, lane.maximum};
    MinMax range{0.0f, 0.0f}; // zero belongs to every scale: heights can be compared
    if (lane.signal)
        if (const auto seen = lane.signal->range())
            range = {std::min(0.0f, seen->min), std::max(0.0f, seen->max)};
    if (lane.threshold)
        range = {std::min(range.min, *lane.threshold), std::max(range.max, *lane.threshold)};
    const float spread = range.max - range.min;
    if (!(spread > 0.0f) || !std::isfinite(spread))
        return {range.min, range.min + 1.0f};
    return {range.min < 0.0f ? range.min - 0.08f * spread : range.min, range.max + 0.08f * spread};
}

} // namespace

void TimelineState::setContent(Content content) {
    media = std::move(content.media);
    setLanes(std::move(content.lanes));
    setNotScorable(std::move(content.notScorable));
    watched = std::move(content.watched);
    tiers = std::move(content.tiers);
    std::vector<std::vector<Item>> perTier(tiers.size());
    for (auto& item : content.items)
        if (const auto index = tierIndex(item.tier))
            perTier[*index].push_back(std::move(item));
    tierItems.clear();
    for (auto& items : perTier)
        tierItems.emplace_back(std::move(items));
    geometry.frames = media.frames;
    ghost.reset();
    drawn.reset();
    hovered.reset();
    if (selected && item(*selected) == nullptr)
        selected.reset();
    playhead.value = std::clamp<std::int64_t>(playhead.value, 0, std::max<std::int64_t>(media.frames - 1, 0));
}

void TimelineState::setLanes(std::vector<Lane> newLanes) {
    lanes = std::move(newLanes);
    laneScales.clear();
    for (const auto& lane : lanes)
        laneScales.push_back(scaleOf(lane));
}

std::vector<bool> TimelineState::rescaleLanes() {
    std::vector<bool> changed(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const MinMax scale = scaleOf(lanes[i]);
        changed[i] = !(scale == laneScales[i]);
        laneScales[i] = scale;
    }
    return changed;
}

void TimelineState::setNotScorable(std::vector<NotScorable> spans) {
    notScorable = std::move(spans);
    std::sort(notScorable.begin(), notScorable.end(),
              [](const auto& a, const auto& b) { return a.frames.first < b.frames.first; });
    std::vector<FrameInterval> intervals;
    for (const auto& span : notScorable)
        intervals.push_back(span.frames);
    notScorableIndex = ItemIndex(std::move(intervals));
}

std::optional<std::size_t> TimelineState::tierIndex(std::int64_t id) const {
    for (std::size_t i = 0; i < tiers.size(); ++i)
        if (tiers[i].id == id)
            return i;
    return {};
}

const Item* TimelineState::item(ItemKey key) const {
    const auto index = tierIndex(key.tier);
    return index && *index < tierItems.size() ? tierItems[*index].find(key.id) : nullptr;
}

void TimelineState::setFont(const QFont& base) {
    font = base;
    quietFont = base;
    if (base.pixelSize() > 0)
        quietFont.setPixelSize(std::max(9, qRound(base.pixelSize() * 0.88)));
    else
        quietFont.setPointSizeF(std::max(6.5, base.pointSizeF() * 0.88));
    const QFontMetrics quiet(quietFont);
    const int line = QFontMetrics(font).height();
    metrics.ruler = quiet.height() + 12;
    metrics.lane = line + 20;
    metrics.tierLevel = line + 8;
    metrics.tierPadding = std::max(6, quiet.height() / 2);
}

void TimelineState::relayout(QSize size, double devicePixelRatio) {
    std::vector<int> levels;
    for (const auto& items : tierItems)
        levels.push_back(items.levels());
    layout.compute(size, metrics, lanes.size(), levels);
    geometry.devicePixelRatio = devicePixelRatio;
    geometry.setWidth(layout.time.width());
}

QRectF TimelineState::itemRect(std::size_t tierAt, const Item& item, int level) const {
    const Row& row = layout.tiers.rows[tierAt];
    const QRect rect = layout.tiers.rowRect(row);
    const double left = widgetX(static_cast<double>(item.onset.value));
    const double right = widgetX(static_cast<double>(item.offset.value + 1));
    const double top = rect.y() + metrics.tierPadding / 2.0 + level * metrics.tierLevel + 2.0;
    return {left, top, right - left, metrics.tierLevel - 4.0};
}

QRectF TimelineState::itemRect(ItemKey key) const {
    const auto index = tierIndex(key.tier);
    if (!index || *index >= layout.tiers.rows.size())
        return {};
    const auto position = tierItems[*index].positionOf(key.id);
    return position
               ? itemRect(*index, tierItems[*index].items()[*position], tierItems[*index].levelOf(*position))
               : QRectF();
}

double TimelineState::thresholdY(const Row& row) const {
    const QRect rect = layout.lanes.rowRect(row);
    const MinMax scale = laneScales[row.index];
    const double share = (*lanes[row.index].threshold - scale.min) / (scale.max - scale.min);
    return rect.bottom() - 2.0 - share * (rect.height() - 5.0);
}

Handle TimelineState::handleAt(const Item& item, const QRectF& rect, double x) const {
    // On a bar too narrow for three handles the outer ones reach outwards only.
    const double inward = std::min(kHandlePx, rect.width() / 4.0);
    if (x <= rect.left() + inward && x >= rect.left() - kHandlePx)
        return Handle::Onset;
    if (x >= rect.right() - inward && x <= rect.right() + kHandlePx)
        return Handle::Offset;
    if (item.apex) {
        const double apex = widgetX(static_cast<double>(item.apex->value) + 0.5);
        if (std::abs(x - apex) <= std::min(kHandlePx, rect.width() / 6.0))
            return Handle::Apex;
    }
    return Handle::Body;
}

std::optional<Hit> TimelineState::hitItem(const Row& row, const QPoint& point) const {
    const auto& items = tierItems[row.index];
    const double x = timeX(point.x());
    const FrameInterval near{geometry.frameAt(x - kHandlePx), geometry.frameAt(x + kHandlePx)};
    if (items.index().countBeginningIn(near) > kMaxTargets)
        if (const auto any = items.index().anyTouching(near))
            return Hit{Hit::Area::Item, &row, ItemKey{tiers[row.index].id, items.items()[*any].id}, {}};
    std::optional<Hit> best;
    double bestDistance = kHandlePx + 0.5;
    items.index().forEachTouching(near, [&](std::size_t i) {
        const Item& item = items.items()[i];
        const QRectF rect = itemRect(row.index, item, items.levelOf(i));
        if (point.y() < rect.top() - 2.0 || point.y() > rect.bottom() + 2.0)
            return;
        const double distance = std::max({0.0, rect.left() - point.x(), point.x() - rect.right()});
        const ItemKey key{tiers[row.index].id, item.id};
        const bool preferred = distance == 0.0 && selected == key;
        if (distance < bestDistance || preferred) {
            const bool editable = hasHandles(row.index, item);
            if (!editable && distance > 1.0)
                return;
            bestDistance = preferred ? -1.0 : distance;
            best = Hit{Hit::Area::Item, &row, key, editable ? handleAt(item, rect, point.x()) : Handle::Body};
        }
    });
    return best;
}

Hit TimelineState::hit(const QPoint& point) const {
    const int edge = layout.headerWidth;
    if (std::abs(point.x() - edge) <= kEdgeGrabPx && point.x() <= edge + 1)
        return {Hit::Area::HeaderEdge, nullptr, {}, {}};
    if (!layout.lanes.rows.empty() && !layout.tiers.rows.empty() &&
        std::abs(point.y() - layout.tiers.rect.top()) <= 2)
        return {Hit::Area::SectionEdge, nullptr, {}, {}};
    for (const Section* section : {&layout.lanes, &layout.tiers}) {
        const Row* row = section->rowAt(point);
        if (row == nullptr)
            continue;
        if (point.x() < edge)
            return {Hit::Area::Header, row, {}, {}};
        if (row->kind == RowKind::Tier) {
            if (auto item = hitItem(*row, point))
                return *item;
            return {Hit::Area::Tier, row, {}, {}};
        }
        if (lanes[row->index].threshold && std::abs(thresholdY(*row) - point.y()) <= kThresholdPx)
            return {Hit::Area::Threshold, row, {}, {}};
        return {Hit::Area::Lane, row, {}, {}};
    }
    if (point.x() < edge)
        return {Hit::Area::Header, nullptr, {}, {}};
    if (layout.ruler.contains(point))
        return {Hit::Area::Ruler, nullptr, {}, {}};
    if (layout.thumbnails.contains(point))
        return {Hit::Area::Thumbnails, nullptr, {}, {}};
    return {};
}

std::vector<std::int64_t> TimelineState::snapTargets(double x, std::optional<ItemKey> except) const {
    std::vector<std::int64_t> targets{playhead.value};
    if (loop) {
        targets.push_back(loop->first.value);
        targets.push_back(loop->last.value + 1);
    }
    const FrameInterval near{geometry.frameAt(x - kSnapPx - 1.0), geometry.frameAt(x + kSnapPx + 1.0)};
    for (std::size_t t = 0; t < tiers.size(); ++t) {
        const auto& items = tierItems[t];
        if (items.index().countBeginningIn(near) > kMaxTargets)
            continue; // too crowded at this zoom for a snap to mean anything
        items.index().forEachTouching({near.first - 1, near.last}, [&](std::size_t i) {
            const Item& item = items.items()[i];
            if (except && *except == ItemKey{tiers[t].id, item.id})
                return;
            targets.push_back(item.onset.value);
            targets.push_back(item.offset.value + 1);
            if (item.apex)
                targets.push_back(item.apex->value);
        });
    }
    return targets;
}

} // namespace mien::ui::timeline
