// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/generator.h"

#include <filesystem>

namespace mien::synthesis {

inline constexpr std::string_view kFlowFile = "flow.npy";

/// Writes the exact flow that spec.flow asks for: float32 (frames, height, width, 2), row t from the frame
/// before (or from frame 0) to frame t, film pixels, at the pixels of the earlier frame; NaN where what they
/// show is hidden in frame t. Row 0 is zero. A batch of frames at a time: memory does not grow with the film.
Result<void> writeFlow(const ClipSpec& spec, const Actor& actor, const std::filesystem::path& folder,
                       const JobContext& job);

} // namespace mien::synthesis
