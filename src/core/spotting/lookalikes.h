// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/motion/face_motion_series.h"
#include "core/spotting/event_merge.h"

#include <string>
#include <vector>

namespace mien::spotting {

/// What else an event may be: "blink", "speech", "head movement", or "" for an expression. `first` is the
/// place in the series of sample 0 of the events.
void labelLookalikes(const motion::FaceMotionSeries& series, std::size_t first,
                     const std::vector<MergedEvent>& events, std::vector<std::string>& labels);

/// "blink" and "head movement" for proposals of a network, by the regions that they name: sets looksLike.
/// Regions that move less than the rules would look at do not count; a proposal without any that moves more
/// is left as it is. Not "speech": networks learn from films in which people speak, and of what the test took
/// from them more was right than wrong (docs/accuracy.md, "Trained spotters").
void labelLookalikes(const motion::FaceMotionSeries& series, std::vector<annotation::Proposal>& proposals);

} // namespace mien::spotting
