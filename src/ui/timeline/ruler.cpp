// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/ruler.h"

#include "ui/timeline/time_text.h"

namespace mien::ui::timeline {

namespace {

struct Step {
    double major;
    int minors; ///< how many parts a major step is divided into
};

/// 1, 2, 5 × 10^k, not below `smallest`.
Step decimalStep(double atLeast, double smallest) {
    double power = std::pow(10.0, std::floor(std::log10(std::max(atLeast, smallest))));
    for (;; power *= 10.0) {
        if (power >= atLeast && power >= smallest)
            return {power, 5};
        if (2.0 * power >= atLeast)
            return {2.0 * power, 4};
        if (5.0 * power >= atLeast)
            return {5.0 * power, 5};
    }
}

Step secondsStep(double atLeast) {
    if (atLeast <= 1.0)
        return decimalStep(atLeast, 0.001);
    static constexpr Step kSteps[] = {{2, 4},    {5, 5},    {10, 5},   {15, 3},    {30, 6},
                                      {60, 6},   {120, 4},  {300, 5},  {600, 5},   {900, 3},
                                      {1800, 6}, {3600, 6}, {7200, 4}, {18000, 5}, {36000, 5}};
    for (const auto& step : kSteps)
        if (step.major >= atLeast)
            return step;
    return {86400.0, 6};
}

} // namespace

std::vector<Tick> ticksBetween(const TimelineGeometry& geometry, const Media& media, RulerUnit unit,
                               double fromX, double toX, double labelPx) {
    std::vector<Tick> ticks;
    if (media.frames <= 0)
        return ticks;
    const double framesPerLabel = labelPx / geometry.pixelsPerFrame;
    const double first = std::max(0.0, geometry.positionAt(fromX));
    const double last = std::min(static_cast<double>(media.frames), geometry.positionAt(toX));
    if (unit == RulerUnit::Frames) {
        const Step step = decimalStep(std::max(framesPerLabel, 1.0), 1.0);
        const double minor = std::max(1.0, step.major / step.minors);
        const auto perMajor = static_cast<std::int64_t>(std::llround(step.major / minor));
        for (auto k = static_cast<std::int64_t>(std::ceil(first / minor)); double(k) * minor <= last; ++k) {
            const bool major = k % perMajor == 0;
            const auto frame = static_cast<std::int64_t>(std::llround(double(k) * minor));
            if (frame < media.frames)
                ticks.push_back({double(frame), major, major ? media.labelOf({frame}) : QString()});
        }
        return ticks;
    }
    const double secondsPerLabel = framesPerLabel * media.timeOf({media.frames}) / double(media.frames);
    const Step step = secondsStep(std::max(secondsPerLabel, 0.001));
    const double minor = step.major / step.minors;
    const int decimals = step.major >= 1.0 ? 0 : step.major >= 0.1 ? 1 : step.major >= 0.01 ? 2 : 3;
    const double fromS = media.timeOf({static_cast<std::int64_t>(first)});
    for (auto k = static_cast<std::int64_t>(std::ceil(fromS / minor - 1e-9));; ++k) {
        const double seconds = double(k) * minor;
        const double position = positionOfTime(media, seconds);
        if (position > last)
            return ticks;
        if (position < first)
            continue;
        const bool major = k % step.minors == 0;
        ticks.push_back({position, major,
                         !major                     ? QString()
                         : unit == RulerUnit::Clock ? clockText(seconds, decimals > 0 ? 3 : 0)
                                                    : secondsText(seconds, decimals)});
    }
}

} // namespace mien::ui::timeline
