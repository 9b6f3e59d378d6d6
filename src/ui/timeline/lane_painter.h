// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_state.h"

#include <QImage>

namespace mien::ui::timeline {

/// Draws columns fromX … toX-1 (device pixels of the time area) of a signal lane into `image`, which holds
/// the lane's visible stretch. Writes pixels directly: one column costs a few dozen comparisons whatever the
/// zoom, and edges are smoothed by their coverage.
void paintLane(QImage& image, const TimelineState& state, std::size_t lane, int fromX, int toX);

/// Fills columns with the row's background, the ruler's main ticks and the bottom line; shared with tiers.
void paintRowBackground(QImage& image, const TimelineState& state, const QColor& colour, int fromX, int toX);

/// Grey hatching where frames cannot be scored.
void paintNotScorable(QImage& image, const TimelineState& state, int fromX, int toX);

} // namespace mien::ui::timeline
