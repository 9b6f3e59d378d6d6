// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_geometry.h"

#include <optional>
#include <span>

namespace mien::ui::timeline {

inline constexpr double kSnapPx = 6.0;

struct Snap {
    FrameIndex frame;
    std::optional<std::int64_t> boundary; ///< what it snapped to, for the guide line; nothing: only the grid
};

/// Where an edge dragged to x goes, as a boundary: the nearest target within 6 px, else the nearest
/// boundary between frames. `frame` is that boundary as a frame number.
Snap snapBoundary(const TimelineGeometry& geometry, double x, std::span<const std::int64_t> targets);

} // namespace mien::ui::timeline
