// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace mien::cli {

using namespace std::chrono_literals;

ProgressLine::ProgressLine(bool quiet) : m_quiet(quiet), m_terminal(::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(double fraction, std::string_view text) {
    const auto now = Clock::now();
    if (m_quiet || now - m_last < (m_terminal ? 100ms : 3000ms))
        return;
    m_last = now;
    if (m_terminal) {
        constexpr int kWidth = 30;
        const int filled = static_cast<int>(fraction * kWidth);
        fmt::print(stderr, "\r\033[K[{}{}] {:3.0f} % {}", std::string(static_cast<std::size_t>(filled), '#'),
                   std::string(static_cast<std::size_t>(kWidth - filled), ' '), fraction * 100.0, text);
        m_drawn = true;
    } else {
        fmt::print(stderr, "{:3.0f} % {}\n", fraction * 100.0, text);
    }
    std::fflush(stderr);
}

void ProgressLine::clear() {
    if (!m_drawn)
        return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    m_drawn = false;
}

} // namespace mien::cli
