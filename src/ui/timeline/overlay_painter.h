// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_state.h"

#include <QPainter>

namespace mien::ui::timeline {

/// What changes with every movement of the pointer or the film, drawn over the cached rows: loop, selected,
/// hovered and dragged items, labels of items that begin further left, snap line, playhead.
void paintOverlay(QPainter& painter, const TimelineState& state);

/// The columns that the playhead covers when it stands on `frame` (widget's pixels).
QRect playheadRect(const TimelineState& state, FrameIndex frame);

} // namespace mien::ui::timeline
