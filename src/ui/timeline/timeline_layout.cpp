// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_layout.h"

namespace mien::ui::timeline {

const Row* Section::rowAt(const QPoint& point) const {
    if (!rect.contains(point))
        return nullptr;
    const int y = point.y() - rect.y() + scroll;
    const auto after =
        std::upper_bound(rows.begin(), rows.end(), y, [](int at, const Row& row) { return at < row.top; });
    if (after == rows.begin())
        return nullptr;
    const Row& row = *std::prev(after);
    return y < row.top + row.height ? &row : nullptr;
}

void TimelineLayout::compute(QSize size, const RowMetrics& metrics, std::size_t laneCount,
                             const std::vector<int>& tierLevels) {
    const int width = std::max(1, size.width() - headerWidth);
    const int bottom = std::max(0, size.height() - metrics.scrollBar);
    ruler = {headerWidth, 0, width, metrics.ruler};
    thumbnails = {headerWidth, metrics.ruler, width, metrics.thumbnails};
    const int top = metrics.ruler + metrics.thumbnails;
    time = {headerWidth, 0, width, bottom};

    const auto fill = [](Section& section, RowKind kind, std::size_t count, auto heightOf) {
        section.rows.clear();
        int y = 0;
        for (std::size_t i = 0; i < count; ++i) {
            section.rows.push_back({kind, i, y, heightOf(i)});
            y += section.rows.back().height;
        }
        section.contentHeight = y;
    };
    fill(lanes, RowKind::Lane, laneCount, [&](std::size_t) { return metrics.lane; });
    fill(tiers, RowKind::Tier, tierLevels.size(),
         [&](std::size_t i) { return tierLevels[i] * metrics.tierLevel + metrics.tierPadding; });

    const int room = std::max(0, bottom - top);
    int tierHeight = std::min(tiers.contentHeight, room);
    if (laneCount > 0)
        tierHeight =
            std::min(tierHeight, std::max(static_cast<int>(room * tierShare), room - lanes.contentHeight));
    const int laneHeight = std::min(lanes.contentHeight, room - tierHeight);
    lanes.rect = {0, top, headerWidth + width, laneHeight};
    tiers.rect = {0, top + laneHeight, headerWidth + width, tierHeight};
    for (Section* section : {&lanes, &tiers})
        section->scroll = std::clamp(section->scroll, 0, section->maxScroll());
}

} // namespace mien::ui::timeline
