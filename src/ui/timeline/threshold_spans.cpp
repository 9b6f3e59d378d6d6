// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/threshold_spans.h"

#include <cmath>

namespace mien::ui::timeline {

namespace {

/// Blocks that are asked for whole, largest first; sizes of the pyramid's own.
constexpr std::int64_t kBlocks[] = {4096, 1024, 256, 64, 16};

/// The first frame at or after `from` that can lie above the threshold.
std::int64_t skipBelow(const SignalPyramid& signal, float threshold, std::int64_t from) {
    const std::int64_t size = signal.size();
    while (from < size) {
        std::int64_t skipped = 0;
        for (const std::int64_t block : kBlocks) {
            if (from % block != 0 || from + block > size)
                continue;
            const auto range = signal.minMax(from, from + block - 1);
            if (!range || !(range->max > threshold)) {
                skipped = block;
                break;
            }
        }
        if (skipped == 0 && signal.at(from) > threshold)
            return from;
        from += std::max<std::int64_t>(skipped, 1);
    }
    return size;
}

bool hasGap(const SignalPyramid& signal, std::int64_t first, std::int64_t last) {
    for (std::int64_t frame = first; frame <= last; ++frame)
        if (std::isnan(signal.at(frame)))
            return true;
    return false;
}

} // namespace

std::vector<SpanAbove> spansAbove(const SignalPyramid& signal, float threshold, std::int64_t leastFrames,
                                  std::int64_t bridgeFrames) {
    std::vector<SpanAbove> spans;
    const std::int64_t size = signal.size();
    for (std::int64_t frame = skipBelow(signal, threshold, 0); frame < size;
         frame = skipBelow(signal, threshold, frame)) {
        SpanAbove span{{{frame}, {frame}}, {frame}, signal.at(frame)};
        for (; frame < size && signal.at(frame) > threshold; ++frame) {
            span.frames.last = {frame};
            if (const float value = signal.at(frame); value > span.value) {
                span.value = value;
                span.peak = {frame};
            }
        }
        const std::int64_t between = spans.empty() ? 0 : span.frames.first - spans.back().frames.last - 1;
        if (!spans.empty() && between <= bridgeFrames &&
            !hasGap(signal, spans.back().frames.last.value + 1, span.frames.first.value - 1)) {
            spans.back().frames.last = span.frames.last;
            if (span.value > spans.back().value) {
                spans.back().value = span.value;
                spans.back().peak = span.peak;
            }
        } else {
            spans.push_back(span);
        }
    }
    std::erase_if(spans, [&](const SpanAbove& span) { return span.frames.lengthFrames() < leastFrames; });
    return spans;
}

} // namespace mien::ui::timeline
