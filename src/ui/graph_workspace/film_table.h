// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/base/result.h"
#include "core/causal/table.h"
#include "core/motion/face_motion_series.h"

#include <optional>
#include <span>

namespace mien::ui {

/// The movement of the 12 regions from each scorable frame to the next, in shares of the eye distance; the
/// sideways and the upward movements one below the other, as in Causal-Ex. A frame that cannot be scored, or
/// that lies outside of the spans, ends a run. Without spans: the whole film. Corrupt where nothing is left.
Result<causal::Table> filmTable(const motion::FaceMotionSeries& series,
                                const std::optional<std::vector<FrameInterval>>& spans = {});

/// Tables with the same columns one below the other, none of their runs joined.
Result<causal::Table> stacked(std::span<const causal::Table> tables);

/// What no interval covers, of frames 0 … frames-1.
std::vector<FrameInterval> outside(std::vector<FrameInterval> intervals, std::int64_t frames);

} // namespace mien::ui
