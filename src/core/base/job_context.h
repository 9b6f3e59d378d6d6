// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <functional>
#include <stop_token>
#include <string_view>
#include <thread>

namespace mien {

/// What long work is handed: how to be stopped, where to report, how many threads it may use.
/// Results never depend on `threads`.
struct JobContext {
    std::stop_token stop;
    /// Called with a fraction 0 … 1 that never falls, and a short text; from any thread, one call at a time.
    std::function<void(double fraction, std::string_view text)> onProgress;
    /// 0 means: all that the machine has; never more than that are used.
    int threads = 0;

    bool cancelled() const { return stop.stop_requested(); }
    void progress(double fraction, std::string_view text) const {
        if (onProgress)
            onProgress(std::clamp(fraction, 0.0, 1.0), text);
    }
    int threadCount() const {
        const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        return threads > 0 ? std::min(threads, cores) : cores;
    }
};

} // namespace mien
