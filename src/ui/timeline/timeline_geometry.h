// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"

namespace mien::ui::timeline {

/// Frames ↔ x on the time axis, in logical pixels from the left edge of the time area. Frame N covers
/// xOf(N) … xOf(N + 1); a boundary N lies between frames N-1 and N. Never mirrored.
struct TimelineGeometry {
    static constexpr double kMaxPixelsPerFrame = 64.0;

    std::int64_t frames = 0;
    double widthPx = 1.0;
    double pixelsPerFrame = 1.0;
    double scrollPx = 0.0; ///< x of frame 0 is -scrollPx; a whole number of device pixels
    double devicePixelRatio = 1.0;

    double xOf(double frame) const { return frame * pixelsPerFrame - scrollPx; }
    double xOf(FrameIndex frame) const { return xOf(static_cast<double>(frame.value)); }
    /// Position in frames, with its fraction, not clipped to the film.
    double positionAt(double x) const { return (x + scrollPx) / pixelsPerFrame; }
    /// The frame under x, clipped to the film.
    FrameIndex frameAt(double x) const;
    /// The boundary nearest to x, 0 … frames.
    std::int64_t boundaryAt(double x) const;
    /// Frames of which at least a part shows.
    FrameInterval visible() const;

    double fitPixelsPerFrame() const;
    double contentPx() const { return static_cast<double>(frames) * pixelsPerFrame; }
    double maxScrollPx() const;

    void setWidth(double px);
    void setScroll(double px);
    /// Keeps what lies at x where it is.
    void zoomAbout(double x, double factor);
    void fit();
    /// Shows the frames with `margin` times their length before and after.
    void show(FrameInterval stretch, double margin = 0.0);
    /// Scrolls as little as needed to make the frames visible; true when it had to.
    bool reveal(FrameInterval stretch);
};

} // namespace mien::ui::timeline
