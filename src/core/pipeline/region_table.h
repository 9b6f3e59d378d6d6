// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/base/options.h"
#include "core/causal/table.h"
#include "core/motion/face_motion_series.h"

#include <array>
#include <span>

namespace mien::pipeline {

/// What of a film's motion a causal graph is made of.
struct RegionTableOptions {
    std::string axes = "stacked";
    std::string signal = "movement";

    static constexpr std::array<std::string_view, 4> kAxes{"stacked", "x", "y", "speed"};
    static constexpr std::array<std::string_view, 2> kSignals{"movement", "position"};

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.axes,
          OptionInfo{"axes", "stacked: x and y one below the other, as in Causal-Ex; x, y or speed alone", 0,
                     0, kAxes});
        v(self.signal,
          OptionInfo{"signal", "movement from frame to frame, or position against the rest", 0, 0, kSignals});
    }
};

/// The 12 regions as columns, in the papers' order and by their names; values in distances between the eyes.
/// A movement needs two scorable frames in a row. What cannot be scored ends a run, or, where `keepGaps` asks
/// for it, is a row without values, so that searches with lags and test-wise deletion see how long the gap
/// is.
causal::Table regionTable(const motion::FaceMotionSeries& series, const RegionTableOptions& options,
                          bool keepGaps = false);
/// Of these spans alone. A movement needs both of its frames in one span; no run goes from one to the next.
causal::Table regionTable(const motion::FaceMotionSeries& series, const RegionTableOptions& options,
                          std::span<const FrameInterval> spans, bool keepGaps = false);

/// Tables with the same columns one below the other (films of one subject), none of their runs joined.
/// InvalidArgument: none, or other columns.
Result<causal::Table> stacked(std::span<const causal::Table> tables);

} // namespace mien::pipeline
