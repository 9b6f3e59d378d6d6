// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_painter.h"

#include "ui/timeline/chrome_painter.h"
#include "ui/timeline/lane_painter.h"
#include "ui/timeline/overlay_painter.h"
#include "ui/timeline/tier_painter.h"

#include <cstring>

namespace mien::ui::timeline {

namespace {

void shiftColumns(QImage& image, int dx) {
    const auto kept = static_cast<std::size_t>(image.width() - std::abs(dx)) * 4;
    const auto offset = static_cast<std::ptrdiff_t>(std::abs(dx)) * 4;
    for (int y = 0; y < image.height(); ++y) {
        uchar* line = image.scanLine(y);
        if (dx > 0)
            std::memmove(line, line + offset, kept);
        else
            std::memmove(line + offset, line, kept);
    }
}

} // namespace

void TimelinePainter::paintColumns(QImage& image, const Row& row, int fromX, int toX) const {
    if (fromX >= toX)
        return;
    if (row.kind == RowKind::Lane)
        paintLane(image, m_state, row.index, fromX, toX);
    else
        paintTier(image, m_state, row.index, fromX, toX);
}

const QImage& TimelinePainter::bringUpToDate(const Row& row) {
    const double dpr = m_state.geometry.devicePixelRatio;
    const QSize size(qCeil(m_state.layout.time.width() * dpr), qCeil(row.height * dpr));
    const auto scroll = static_cast<std::int64_t>(std::llround(m_state.geometry.scrollPx * dpr));
    RowImage& cache = m_rows[{row.kind, row.index}];
    const bool usable = cache.image.size() == size && cache.image.devicePixelRatio() == dpr &&
                        cache.pixelsPerFrame == m_state.geometry.pixelsPerFrame;
    const std::int64_t moved = scroll - cache.scroll;
    cache.scroll = scroll;
    cache.pixelsPerFrame = m_state.geometry.pixelsPerFrame;
    if (!usable || std::abs(moved) >= size.width()) {
        if (cache.image.size() != size)
            cache.image = QImage(size, QImage::Format_RGB32);
        cache.image.setDevicePixelRatio(dpr);
        paintColumns(cache.image, row, 0, size.width());
    } else if (moved != 0) {
        const int dx = static_cast<int>(moved);
        shiftColumns(cache.image, dx);
        if (dx > 0)
            paintColumns(cache.image, row, size.width() - dx, size.width());
        else
            paintColumns(cache.image, row, 0, -dx);
    }
    return cache.image;
}

void TimelinePainter::invalidateFrom(RowKind kind, std::size_t index, FrameIndex frame) {
    const auto found = m_rows.find({kind, index});
    if (found == m_rows.end())
        return;
    RowImage& cache = found->second;
    const double dpr = m_state.geometry.devicePixelRatio;
    const auto scroll = static_cast<std::int64_t>(std::llround(m_state.geometry.scrollPx * dpr));
    if (cache.pixelsPerFrame != m_state.geometry.pixelsPerFrame || cache.scroll != scroll) {
        m_rows.erase(found);
        return;
    }
    // The sample before the first new one is joined to it by a line.
    const double x = m_state.geometry.xOf(static_cast<double>(frame.value) - 1.0) * dpr - 3.0 * dpr;
    const int from = static_cast<int>(std::clamp(std::floor(x), 0.0, double(cache.image.width())));
    for (const auto& row : m_state.layout.section(kind).rows)
        if (row.index == index)
            paintColumns(cache.image, row, from, cache.image.width());
}

void TimelinePainter::paint(QPainter& painter, const QRect& dirty) {
    const auto& layout = m_state.layout;
    const auto& palette = m_state.palette;
    painter.setClipRect(dirty);
    for (const Section* section : {&layout.lanes, &layout.tiers}) {
        painter.save();
        painter.setClipRect(section->rect.intersected(layout.time), Qt::IntersectClip);
        for (const auto& row : section->rows) {
            QRect rect = section->rowRect(row);
            if (!rect.intersects(section->rect)) {
                m_rows.erase({row.kind, row.index}); // memory follows what is seen
                continue;
            }
            rect.setLeft(layout.headerWidth);
            if (rect.intersects(dirty))
                painter.drawImage(rect.topLeft(), bringUpToDate(row));
        }
        painter.restore();
    }
    const int bottom = layout.tiers.rect.bottom() + 1;
    painter.fillRect(QRect(0, bottom, layout.time.right() + 1, 1 << 20), palette.header);
    if (layout.lanes.rect.height() > 0 && layout.tiers.rect.height() > 0)
        painter.fillRect(QRect(0, layout.tiers.rect.top() - 1, layout.time.right() + 1, 2), palette.line);
    if (dirty.intersects(layout.ruler))
        paintRuler(painter, m_state);
    if (dirty.intersects(layout.thumbnails))
        paintThumbnails(painter, m_state, m_thumbnails);
    paintOverlay(painter, m_state);
    if (dirty.left() < layout.headerWidth)
        paintHeaders(painter, m_state);
}

} // namespace mien::ui::timeline
