// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lane_painter.h"

#include "ui/timeline/ruler.h"

namespace mien::ui::timeline {

namespace {

constexpr int kHatchPx = 7;           ///< distance of hatch lines
constexpr double kStrokePx = 1.25;    ///< of curves, logical pixels
constexpr unsigned kFill256 = 41;     ///< opacity in 256ths, between curve and zero
constexpr double kMajorTickPx = 90.0; ///< at least, between grid lines
constexpr double kDotsFromPx = 10.0;  ///< pixels per frame from which single samples are marked

/// `share256` of `above` over `below`, both opaque; red and blue are blended in one multiplication.
QRgb mix(QRgb below, QRgb above, unsigned share256) {
    const unsigned rest = 256 - share256;
    const unsigned redBlue = ((below & 0xff00ff) * rest + (above & 0xff00ff) * share256) >> 8 & 0xff00ff;
    const unsigned green = ((below & 0x00ff00) * rest + (above & 0x00ff00) * share256) >> 8 & 0x00ff00;
    return 0xff000000 | redBlue | green;
}

/// Pixels of one image as rows.
struct Raster {
    explicit Raster(QImage& image)
        : bits(reinterpret_cast<QRgb*>(image.bits())),
          stride(image.bytesPerLine() / 4),
          height(image.height()) {}
    QRgb& at(int x, int y) const { return bits[y * stride + x]; }

    QRgb* bits;
    qsizetype stride;
    int height;
};

/// A vertical run with soft ends.
void strokeColumn(const Raster& raster, int x, double top, double bottom, QRgb colour) {
    const int first = std::max(0, static_cast<int>(std::floor(top)));
    const int last = std::min(raster.height - 1, static_cast<int>(std::ceil(bottom)) - 1);
    for (int y = first; y <= last; ++y) {
        const double covered = std::min(bottom, y + 1.0) - std::max(top, static_cast<double>(y));
        QRgb& pixel = raster.at(x, y);
        pixel = covered >= 0.999 ? colour : mix(pixel, colour, static_cast<unsigned>(covered * 256.0));
    }
}

/// The curve between samples: straight from the middle of one frame to the middle of the next; within half a
/// frame of a gap it is level.
std::optional<float> curveAt(const SignalPyramid& signal, double position) {
    const auto left = static_cast<std::int64_t>(std::floor(position - 0.5));
    const double share = position - 0.5 - static_cast<double>(left);
    const float a = signal.at(left);
    const float b = signal.at(left + 1);
    if (!std::isnan(a) && !std::isnan(b))
        return static_cast<float>(a + share * (b - a));
    const float own = share < 0.5 ? a : b;
    return std::isnan(own) ? std::nullopt : std::optional(own);
}

std::optional<MinMax> columnRange(const SignalPyramid& signal, double from, double to) {
    if (to - from >= 1.0) { // many frames in a column: the next column's first one joins them up
        auto first = static_cast<std::int64_t>(std::floor(from));
        auto last = static_cast<std::int64_t>(std::floor(to));
        std::int64_t block = 1; // whole blocks of the pyramid, widening a column by a quarter at most
        for (std::int64_t next = 16; static_cast<double>(next) * 4.0 <= to - from; next *= 4)
            block = next;
        first -= first % block;
        last += block - 1 - last % block;
        return signal.minMax(first, last);
    }
    std::optional<MinMax> range;
    const auto take = [&](double position) {
        if (const auto value = curveAt(signal, position))
            range = range ? MinMax{std::min(range->min, *value), std::max(range->max, *value)}
                          : MinMax{*value, *value};
    };
    take(from);
    take(to);
    const double middle = std::floor(from) + 0.5; // a peak at a frame's middle is not cut off
    if (middle > from && middle < to)
        take(middle);
    return range;
}

} // namespace

void paintRowBackground(QImage& image, const TimelineState& state, const QColor& colour, int fromX, int toX) {
    const Raster raster(image);
    const QRgb fill = colour.rgb();
    for (int y = 0; y < raster.height; ++y)
        std::fill(&raster.at(0, y) + fromX, &raster.at(0, y) + toX, fill);
    const double dpr = state.geometry.devicePixelRatio;
    const QRgb grid = state.palette.grid.rgb();
    for (const auto& tick : ticksBetween(state.geometry, state.media, state.rulerUnit, fromX / dpr - 1.0,
                                         toX / dpr + 1.0, kMajorTickPx)) {
        const int x = static_cast<int>(std::floor(state.geometry.xOf(tick.position) * dpr + 0.5));
        if (tick.major && x >= fromX && x < toX)
            for (int y = 0; y < raster.height; ++y)
                raster.at(x, y) = grid;
    }
    const QRgb line = state.palette.line.rgb();
    std::fill(&raster.at(0, raster.height - 1) + fromX, &raster.at(0, raster.height - 1) + toX, line);
}

void paintNotScorable(QImage& image, const TimelineState& state, int fromX, int toX) {
    if (state.notScorable.empty())
        return;
    const Raster raster(image);
    const auto& geometry = state.geometry;
    const double dpr = geometry.devicePixelRatio;
    const auto period = static_cast<std::int64_t>(std::max(2.0, kHatchPx * dpr));
    const auto thickness = static_cast<std::int64_t>(std::max(1.0, std::round(dpr)));
    const auto scroll = static_cast<std::int64_t>(std::llround(geometry.scrollPx * dpr));
    const QRgb hatch = state.palette.notScorable.rgb();
    const FrameInterval shown{geometry.frameAt(fromX / dpr), geometry.frameAt(toX / dpr)};
    int painted = fromX; // spans below one pixel are merged rather than drawn a hundred times
    state.notScorableIndex.forEachTouching(shown, [&](std::size_t i) {
        const FrameInterval span = state.notScorable[i].frames;
        const int left = std::max(painted, static_cast<int>(std::floor(geometry.xOf(span.first) * dpr)));
        const int right = std::min(toX, static_cast<int>(std::ceil(geometry.xOf(span.last + 1) * dpr)));
        for (int x = left; x < right; ++x) {
            // Anchored to the film, so that scrolling does not make the pattern swim.
            const std::int64_t phase = (x + scroll) % period;
            for (int y = 0; y < raster.height - 1; ++y)
                if ((phase + y) % period < thickness)
                    raster.at(x, y) = hatch;
        }
        painted = std::max(painted, right);
    });
}

void paintLane(QImage& image, const TimelineState& state, std::size_t laneAt, int fromX, int toX) {
    const Lane& lane = state.lanes[laneAt];
    const MinMax scale = state.laneScales[laneAt];
    const auto& geometry = state.geometry;
    const double dpr = geometry.devicePixelRatio;
    paintRowBackground(image, state, laneAt % 2 == 0 ? state.palette.background : state.palette.alternate,
                       fromX, toX);
    paintNotScorable(image, state, fromX, toX);
    const Raster raster(image);
    const double bottom = raster.height - 2.0 * dpr;
    const double perValue = (raster.height - 5.0 * dpr) / (scale.max - scale.min);
    const auto yOf = [&](double value) {
        return std::clamp(bottom - (value - scale.min) * perValue, -1.0, raster.height + 1.0);
    };
    if (lane.signal && lane.signal->size() > 0) {
        const QRgb colour = state.palette.lane(lane.role).rgb();
        const double half = kStrokePx * dpr / 2.0;
        const double zero = yOf(std::clamp(0.0f, scale.min, scale.max));
        const double perColumn = 1.0 / (geometry.pixelsPerFrame * dpr);
        const double start = geometry.scrollPx * dpr;
        for (int x = fromX; x < toX; ++x) {
            const double from = (start + x) * perColumn;
            const auto range = columnRange(*lane.signal, from, from + perColumn);
            if (!range)
                continue;
            const double top = yOf(range->max);
            const double low = yOf(range->min);
            const int fillFrom = std::max(0, static_cast<int>(std::min(top, zero)));
            const int fillTo = std::min(raster.height - 1, static_cast<int>(std::ceil(std::max(low, zero))));
            for (int y = fillFrom; y < fillTo; ++y)
                raster.at(x, y) = mix(raster.at(x, y), colour, kFill256);
            strokeColumn(raster, x, top - half, low + half, colour);
        }
        if (geometry.pixelsPerFrame >= kDotsFromPx) {
            const double radius = 2.0 * dpr;
            const auto first = static_cast<std::int64_t>((start + fromX - radius) * perColumn) - 1;
            const auto last = static_cast<std::int64_t>((start + toX + radius) * perColumn) + 1;
            for (std::int64_t frame = std::max<std::int64_t>(first, 0); frame <= last; ++frame) {
                const float value = lane.signal->at(frame);
                if (std::isnan(value))
                    continue;
                const double centre = geometry.xOf(static_cast<double>(frame) + 0.5) * dpr;
                const int left = std::max(fromX, static_cast<int>(std::floor(centre - radius)));
                const int right = std::min(toX, static_cast<int>(std::ceil(centre + radius)));
                for (int x = left; x < right; ++x) {
                    const double dx = x + 0.5 - centre;
                    const double reach = std::sqrt(std::max(0.0, radius * radius - dx * dx));
                    strokeColumn(raster, x, yOf(value) - reach, yOf(value) + reach, colour);
                }
            }
        }
    }
    if (lane.threshold) {
        const int y = std::clamp(static_cast<int>(std::floor(yOf(*lane.threshold))), 0, raster.height - 1);
        const QRgb colour = state.palette.quietText.rgb();
        const auto scroll = static_cast<std::int64_t>(std::llround(geometry.scrollPx * dpr));
        const auto dash = static_cast<std::int64_t>(std::max(1.0, 5.0 * dpr));
        for (int x = fromX; x < toX; ++x)
            if ((x + scroll) / dash % 2 == 0)
                raster.at(x, y) = colour;
    }
}

} // namespace mien::ui::timeline
