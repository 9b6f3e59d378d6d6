// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>

namespace mien::ui {

/// Guesses how long work still takes from how fast it moved lately: the pace over the last 5 seconds or the
/// last half of its run, whichever is longer, so that one slow stage neither dominates nor goes unnoticed.
class TimeLeft {
public:
    /// Both arguments never fall from one call to the next. `fraction` is 0 … 1.
    void add(double elapsedS, double fraction);
    /// Nothing before the first second and the first hundredth of the work, or when it stands still.
    std::optional<double> secondsLeft() const;

private:
    struct Sample {
        double elapsedS;
        double fraction;
    };
    std::deque<Sample> m_samples;
};

} // namespace mien::ui
