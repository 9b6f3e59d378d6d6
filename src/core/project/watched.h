// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace mien::project {

/// Stretches of a film that a coder watched from end to end, so that the absence of an event there means
/// that nothing happened. Ordered, apart from one another by at least a frame.
std::vector<FrameInterval> watchedBy(const Project& project, MediaId media, const std::string& coder);

/// `stretches` with one more, or less one.
std::vector<FrameInterval> joined(std::vector<FrameInterval> stretches, FrameInterval more);
std::vector<FrameInterval> without(const std::vector<FrameInterval>& stretches, FrameInterval less);

/// The change that makes `stretches` what the coder watched; none: nothing.
SetFilmValue setWatched(MediaId media, const std::string& coder, const std::vector<FrameInterval>& stretches);

} // namespace mien::project
