// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/thumbnail_strip.h"
#include "ui/timeline/timeline_state.h"

#include <QImage>
#include <QPainter>

#include <map>

namespace mien::ui::timeline {

/// Paints the whole view. Each visible row is kept as an image; scrolling moves the images and draws only
/// the columns that came into view, a playhead that moves draws no row at all.
class TimelinePainter {
public:
    TimelinePainter(const TimelineState& state, const ThumbnailStrip& thumbnails)
        : m_state(state), m_thumbnails(thumbnails) {}

    void paint(QPainter& painter, const QRect& dirty);

    void invalidateAll() { m_rows.clear(); }
    void invalidate(RowKind kind, std::size_t index) { m_rows.erase({kind, index}); }
    /// Draws again from a frame on: signals grew.
    void invalidateFrom(RowKind kind, std::size_t index, FrameIndex frame);

private:
    struct RowImage {
        QImage image;
        double pixelsPerFrame = 0.0;
        std::int64_t scroll = 0; ///< device pixels
    };

    const QImage& bringUpToDate(const Row& row);
    void paintColumns(QImage& image, const Row& row, int fromX, int toX) const;

    const TimelineState& m_state;
    const ThumbnailStrip& m_thumbnails;
    std::map<std::pair<RowKind, std::size_t>, RowImage> m_rows;
};

} // namespace mien::ui::timeline
