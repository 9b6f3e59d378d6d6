// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"

#include <cstddef>
#include <span>
#include <vector>

namespace mien::media {

struct FrameTimes {
    std::vector<double> timesS; ///< seconds from the first frame
    Rational fps;               ///< exact where the rate is constant, else the mean
    bool constantRate = true;
    double firstPtsS = 0.0;
};

/// Times and rate of `frames` frames from their sorted time stamps in ticks of `timeBase` seconds. Where
/// there are fewer time stamps than frames, the first of `candidates` that is a rate gives the times.
/// `candidates` are what the container says of the rate, best first; they are believed only where the stamps
/// agree.
FrameTimes frameTimes(std::span<const std::int64_t> ticks, std::size_t frames, Rational timeBase,
                      const std::vector<Rational>& candidates);

} // namespace mien::media
