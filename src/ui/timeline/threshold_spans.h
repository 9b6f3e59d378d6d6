// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "ui/timeline/signal_pyramid.h"

namespace mien::ui::timeline {

/// A stretch in which a signal lies above a threshold, and where it is highest (the first such frame).
struct SpanAbove {
    FrameInterval frames;
    FrameIndex peak;
    float value = 0.0f; ///< at the peak
    bool operator==(const SpanAbove&) const = default;
};

/// All stretches of at least `leastFrames` frames whose samples are greater than `threshold`. Stretches that
/// are at most `bridgeFrames` frames apart are one, unless a gap of the signal (not scorable) parts them.
/// Blocks of the pyramid that lie below the threshold are passed over whole: cheap enough to be asked again
/// for every pixel of a drag.
std::vector<SpanAbove> spansAbove(const SignalPyramid& signal, float threshold, std::int64_t leastFrames = 1,
                                  std::int64_t bridgeFrames = 0);

} // namespace mien::ui::timeline
