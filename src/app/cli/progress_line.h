// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace mien::cli {

/// Progress on standard error: a bar on a terminal, a line every few seconds elsewhere, nothing when quiet.
class ProgressLine {
public:
    explicit ProgressLine(bool quiet);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(double fraction, std::string_view text);
    /// Takes the bar off the terminal, before anything else is written there.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    bool m_quiet;
    bool m_terminal;
    bool m_drawn = false;
    Clock::time_point m_last = Clock::now();
};

} // namespace mien::cli
