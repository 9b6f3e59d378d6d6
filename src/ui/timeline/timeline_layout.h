// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

#include <optional>
#include <vector>

namespace mien::ui::timeline {

enum class RowKind { Lane, Tier };

struct Row {
    RowKind kind = RowKind::Lane;
    std::size_t index = 0; ///< of the lane or tier in the content
    int top = 0;           ///< from the top of the section's contents
    int height = 0;
};

/// Rows that scroll together.
struct Section {
    QRect rect; ///< in the widget, header column included
    std::vector<Row> rows;
    int contentHeight = 0;
    int scroll = 0;

    int maxScroll() const { return std::max(0, contentHeight - rect.height()); }
    /// Where a row is in the widget now.
    QRect rowRect(const Row& row) const {
        return {rect.x(), rect.y() + row.top - scroll, rect.width(), row.height};
    }
    const Row* rowAt(const QPoint& point) const;
};

/// Pixel heights that follow from the font.
struct RowMetrics {
    int ruler = 26;
    int thumbnails = 0; ///< 0: none
    int lane = 34;
    int tierLevel = 24; ///< of one level of items
    int tierPadding = 6;
    int scrollBar = 12;
};

/// Where everything is. Signal lanes scroll on their own above the tiers, so that the tiers, the thing being
/// worked on, stay in sight however many lanes there are.
struct TimelineLayout {
    int headerWidth = 168;
    double tierShare = 0.6; ///< of the height below the thumbnails, at most, while there are lanes
    QRect ruler;            ///< time area only
    QRect thumbnails;
    QRect time; ///< all of the time area between the ruler's top and the scroll bar
    Section lanes;
    Section tiers;

    void compute(QSize size, const RowMetrics& metrics, std::size_t laneCount,
                 const std::vector<int>& tierLevels);
    const Section& section(RowKind kind) const { return kind == RowKind::Lane ? lanes : tiers; }
};

} // namespace mien::ui::timeline
