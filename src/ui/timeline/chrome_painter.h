// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/thumbnail_strip.h"
#include "ui/timeline/timeline_state.h"

#include <QPainter>

namespace mien::ui::timeline {

void paintRuler(QPainter& painter, const TimelineState& state);
void paintThumbnails(QPainter& painter, const TimelineState& state, const ThumbnailStrip& strip);
/// The left column: names, units, coders; and the corner above it with unit and rate.
void paintHeaders(QPainter& painter, const TimelineState& state);

/// The frames whose pictures the thumbnail strip shows now, and where (widget's logical pixels).
struct ThumbnailSlot {
    FrameIndex frame;
    QRectF rect;
};
std::vector<ThumbnailSlot> thumbnailSlots(const TimelineState& state);

} // namespace mien::ui::timeline
