// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_on_signal.h"

#include "app/cli/exit_code.h"

#include <csignal>
#include <unistd.h>

namespace mien::cli {
namespace {

sigset_t handledSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

StopOnSignal::StopOnSignal() {
    const auto set = handledSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_waiter = std::thread([this, set] {
        int signal = 0;
        while (sigwait(&set, &signal) == 0 && !m_done) {
            if (!m_source.request_stop())
                ::_exit(kCancelled);
        }
    });
}

StopOnSignal::~StopOnSignal() {
    m_done = true;
    pthread_kill(m_waiter.native_handle(), SIGTERM); // wakes sigwait
    m_waiter.join();
}

} // namespace mien::cli
