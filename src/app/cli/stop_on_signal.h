// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <csignal>
#include <stop_token>
#include <thread>

namespace mien::cli {

/// While it lives, SIGINT and SIGTERM ask the work to stop; a second one ends the program at once. One at a
/// time.
class StopOnSignal {
public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::array<int, 2> m_pipe{-1, -1}; ///< from the handler to the thread that may do more than a handler
    std::thread m_waiter;
    struct sigaction m_beforeInt {};
    struct sigaction m_beforeTerm {};
};

} // namespace mien::cli
