// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <ctime>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace mien::ui {

/// Asks the event loop, from a thread of its own, whether it still answers, and notes every time it took
/// longer than `limitMs`. For the test build: it costs a wake-up every few milliseconds.
class Watchdog : public QObject {
    Q_OBJECT
public:
    explicit Watchdog(double limitMs = 50.0, QObject* parent = nullptr);
    ~Watchdog() override;

    /// Each stall in milliseconds, in order.
    std::vector<double> stallsMs() const;
    double longestMs() const { return m_longestMs.load(); }
    /// The same, counting only what the watched thread itself computed: no noise of a busy machine in it, but
    /// no waiting for disks or locks either.
    double longestCpuMs() const { return m_longestCpuMs.load(); }
    std::int64_t answers() const { return m_answers.load(); }

private:
    void work(const std::stop_token& stop);

    double m_limitMs;
    std::atomic<std::int64_t> m_answered{0}; ///< number of the newest question that was answered
    std::atomic<std::int64_t> m_answers{0};
    std::atomic<double> m_longestMs{0.0};
    std::atomic<double> m_longestCpuMs{0.0};
    clockid_t m_clock{}; ///< of the thread that made the watchdog
    mutable std::mutex m_mutex;
    std::vector<double> m_stallsMs;
    std::jthread m_thread;
};

} // namespace mien::ui
