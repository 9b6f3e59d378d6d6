// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/watchdog.h"

#include <chrono>
#include <pthread.h>

namespace mien::ui {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kPause = std::chrono::milliseconds(5);
constexpr auto kLook = std::chrono::microseconds(500);

double milliseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

} // namespace

Watchdog::Watchdog(double limitMs, QObject* parent) : QObject(parent), m_limitMs(limitMs) {
    pthread_getcpuclockid(pthread_self(), &m_clock);
    m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

Watchdog::~Watchdog() {
    m_thread.request_stop();
    m_thread.join();
}

std::vector<double> Watchdog::stallsMs() const {
    const std::lock_guard lock(m_mutex);
    return m_stallsMs;
}

void Watchdog::work(const std::stop_token& stop) {
    for (std::int64_t question = 1; !stop.stop_requested(); ++question) {
        const auto asked = Clock::now();
        const double cpuBefore = milliseconds(m_clock);
        QMetaObject::invokeMethod(
            this, [this, question] { m_answered = question; }, Qt::QueuedConnection);
        while (m_answered < question && !stop.stop_requested())
            std::this_thread::sleep_for(kLook);
        if (stop.stop_requested())
            return;
        ++m_answers;
        const double tookMs = std::chrono::duration<double, std::milli>(Clock::now() - asked).count();
        m_longestCpuMs = std::max(m_longestCpuMs.load(), milliseconds(m_clock) - cpuBefore);
        if (tookMs > m_longestMs)
            m_longestMs = tookMs;
        if (tookMs > m_limitMs) {
            const std::lock_guard lock(m_mutex);
            m_stallsMs.push_back(tookMs);
        }
        std::this_thread::sleep_for(kPause);
    }
}

} // namespace mien::ui
