// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace mien::cli {

/// While it lives, SIGINT and SIGTERM ask the work to stop; a second one ends the program at once. Must be
/// made before any other thread, because threads inherit which signals are held back.
class StopOnSignal {
public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::atomic<bool> m_done = false;
    std::thread m_waiter;
};

} // namespace mien::cli
