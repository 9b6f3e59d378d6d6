// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_geometry.h"

#include <algorithm>
#include <cmath>

namespace mien::ui::timeline {

namespace {
/// Rounding of a product and a quotient must not push an x that was made from a frame into its neighbour.
constexpr double kTinyFrames = 1e-6;
constexpr double kRevealMargin = 0.08; ///< of the width: what was revealed does not stick to the edge
} // namespace

FrameIndex TimelineGeometry::frameAt(double x) const {
    const auto frame = static_cast<std::int64_t>(std::floor(positionAt(x) + kTinyFrames));
    return {std::clamp<std::int64_t>(frame, 0, std::max<std::int64_t>(frames - 1, 0))};
}

std::int64_t TimelineGeometry::boundaryAt(double x) const {
    return std::clamp<std::int64_t>(std::llround(positionAt(x)), 0, frames);
}

FrameInterval TimelineGeometry::visible() const {
    const auto last = static_cast<std::int64_t>(std::ceil(positionAt(widthPx) - kTinyFrames)) - 1;
    const FrameIndex first = frameAt(0.0);
    return {first, {std::clamp<std::int64_t>(last, first.value, std::max(first.value, frames - 1))}};
}

double TimelineGeometry::fitPixelsPerFrame() const {
    return std::min(kMaxPixelsPerFrame, widthPx / static_cast<double>(std::max<std::int64_t>(frames, 1)));
}

double TimelineGeometry::maxScrollPx() const {
    return std::max(0.0, contentPx() - widthPx);
}

void TimelineGeometry::setWidth(double px) {
    const bool fitted = pixelsPerFrame <= fitPixelsPerFrame() * (1.0 + 1e-9);
    widthPx = std::max(px, 1.0);
    if (fitted || pixelsPerFrame < fitPixelsPerFrame())
        pixelsPerFrame = fitPixelsPerFrame();
    setScroll(scrollPx);
}

void TimelineGeometry::setScroll(double px) {
    const double wanted = std::clamp(px, 0.0, maxScrollPx());
    scrollPx = std::floor(wanted * devicePixelRatio + 0.5) / devicePixelRatio;
}

void TimelineGeometry::zoomAbout(double x, double factor) {
    const double kept = positionAt(x);
    pixelsPerFrame = std::clamp(pixelsPerFrame * factor, fitPixelsPerFrame(), kMaxPixelsPerFrame);
    setScroll(kept * pixelsPerFrame - x);
}

void TimelineGeometry::fit() {
    pixelsPerFrame = fitPixelsPerFrame();
    setScroll(0.0);
}

void TimelineGeometry::show(FrameInterval stretch, double margin) {
    const auto length = static_cast<double>(std::max<std::int64_t>(stretch.lengthFrames(), 1));
    pixelsPerFrame =
        std::clamp(widthPx / (length * (1.0 + 2.0 * margin)), fitPixelsPerFrame(), kMaxPixelsPerFrame);
    const double middle = static_cast<double>(stretch.first.value) + length / 2.0;
    setScroll(middle * pixelsPerFrame - widthPx / 2.0);
}

bool TimelineGeometry::reveal(FrameInterval stretch) {
    const double left = xOf(stretch.first);
    const double right = xOf(stretch.last + 1);
    if (left >= 0.0 && right <= widthPx)
        return false;
    const double before = scrollPx;
    const double margin = widthPx * kRevealMargin;
    if (right - left > widthPx - 2.0 * margin || left < 0.0)
        setScroll(scrollPx + left - margin);
    else
        setScroll(scrollPx + right - widthPx + margin);
    return scrollPx != before;
}

} // namespace mien::ui::timeline
