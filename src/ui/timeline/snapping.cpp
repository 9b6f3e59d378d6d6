// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/snapping.h"

#include <cmath>

namespace mien::ui::timeline {

Snap snapBoundary(const TimelineGeometry& geometry, double x, std::span<const std::int64_t> targets) {
    double nearestPx = kSnapPx;
    std::optional<std::int64_t> nearest;
    for (const auto target : targets) {
        const double distancePx = std::abs(geometry.xOf(static_cast<double>(target)) - x);
        if (distancePx <= nearestPx && (!nearest || distancePx < nearestPx)) {
            nearestPx = distancePx;
            nearest = target;
        }
    }
    if (nearest)
        return {FrameIndex{*nearest}, nearest};
    return {FrameIndex{geometry.boundaryAt(x)}, {}};
}

} // namespace mien::ui::timeline
