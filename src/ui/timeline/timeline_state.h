// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/item_index.h"
#include "ui/timeline/tier_items.h"
#include "ui/timeline/timeline_content.h"
#include "ui/timeline/timeline_geometry.h"
#include "ui/timeline/timeline_layout.h"
#include "ui/timeline/timeline_palette.h"

#include <QFont>

namespace mien::ui::timeline {

/// What lies under a point.
struct Hit {
    enum class Area {
        Nothing,
        Header,
        HeaderEdge,
        SectionEdge,
        Ruler,
        Thumbnails,
        Lane,
        Threshold,
        Tier,
        Item
    };
    Area area = Area::Nothing;
    const Row* row = nullptr;
    std::optional<ItemKey> item;
    Handle handle = Handle::Body; ///< of `item`; Body where it cannot be edited
};

/// Everything the view shows, in one place that painting, input and accessibility read. Plain: no widget.
class TimelineState {
public:
    Media media;
    std::vector<Lane> lanes;
    std::vector<MinMax> laneScales; ///< bottom and top value of each lane
    std::vector<Tier> tiers;
    std::vector<TierItems> tierItems; ///< parallel to tiers
    std::vector<NotScorable> notScorable;
    ItemIndex notScorableIndex;
    std::vector<FrameInterval> watched;

    TimelineGeometry geometry;
    TimelineLayout layout;
    RowMetrics metrics;
    TimelinePalette palette = TimelinePalette::dark();
    RulerUnit rulerUnit = RulerUnit::Frames;
    QFont font;
    QFont quietFont;

    FrameIndex playhead;
    std::optional<FrameInterval> loop;
    std::optional<ItemKey> selected;
    std::optional<Handle> focusedHandle; ///< of the selected item, moved by the arrow keys
    std::optional<ItemKey> hovered;
    std::optional<Item> ghost; ///< the dragged item where it would go; the real one is hidden meanwhile
    std::optional<std::pair<std::size_t, FrameInterval>> drawn; ///< tier index and stretch being drawn
    std::optional<std::int64_t> snapLine;                       ///< boundary that a drag has snapped to
    std::optional<std::vector<ItemKey>> hits;                   ///< of a search, sorted
    std::optional<Candidates> candidates; ///< what a threshold would propose, drawn over its lane
    bool focus = false;
    bool snapping = true;

    void setContent(Content content);
    void setLanes(std::vector<Lane> newLanes);
    void setNotScorable(std::vector<NotScorable> spans);
    /// Follows the signals' range; true for each lane whose scale changed.
    std::vector<bool> rescaleLanes();
    std::optional<std::size_t> tierIndex(std::int64_t id) const;
    const Item* item(ItemKey key) const;

    /// Whether an item of this tier has handles.
    bool hasHandles(std::size_t tier, const Item& item) const {
        return tiers[tier].editable() || item.adjustable;
    }

    /// Whether a search that is on found this item.
    bool isHit(ItemKey key) const { return hits && std::binary_search(hits->begin(), hits->end(), key); }
    /// Whether a search that is on passed it over.
    bool isPassedOver(ItemKey key) const { return hits && !isHit(key); }

    void setFont(const QFont& base);
    void relayout(QSize size, double devicePixelRatio);

    /// An item's rectangle in the widget's logical pixels, before it is widened to be visible.
    QRectF itemRect(std::size_t tierIndex, const Item& item, int level) const;
    QRectF itemRect(ItemKey key) const;
    double thresholdY(const Row& row) const;
    Hit hit(const QPoint& point) const;
    /// x in the widget of a boundary or position in frames.
    double widgetX(double frames) const { return layout.headerWidth + geometry.xOf(frames); }
    double timeX(double widgetX) const { return widgetX - layout.headerWidth; }
    /// Boundaries worth snapping to near x (time area), without those of `except`.
    std::vector<std::int64_t> snapTargets(double x, std::optional<ItemKey> except) const;

private:
    std::optional<Hit> hitItem(const Row& row, const QPoint& point) const;
    Handle handleAt(const Item& item, const QRectF& rect, double x) const;
};

} // namespace mien::ui::timeline
