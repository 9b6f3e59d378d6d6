// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_content.h"
#include "ui/timeline/timeline_geometry.h"

#include <vector>

namespace mien::ui::timeline {

struct Tick {
    double position; ///< in frames
    bool major;
    QString label; ///< of major ticks
};

/// The ruler's ticks between two x (logical px), at round frame numbers or times, major ones at least
/// `labelPx` apart. Ticks depend on the zoom alone, so that scrolling never moves them against the film.
std::vector<Tick> ticksBetween(const TimelineGeometry& geometry, const Media& media, RulerUnit unit,
                               double fromX, double toX, double labelPx);

} // namespace mien::ui::timeline
