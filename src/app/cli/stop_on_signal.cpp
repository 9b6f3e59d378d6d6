// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_on_signal.h"

#include "app/cli/exit_code.h"

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace mien::cli {
namespace {

constexpr char kSignal = 's';
constexpr char kEnd = 'e';

/// A handler can reach nothing but statics. (Blocking the signals and waiting for them on a thread is no way
/// out: BLAS and OpenMP start threads that take them before main() does anything.)
std::atomic<int> handlerPipe = -1;
static_assert(std::atomic<int>::is_always_lock_free);

void handle(int) {
    const int before = errno;
    [[maybe_unused]] const auto written = ::write(handlerPipe, &kSignal, 1);
    errno = before;
}

} // namespace

StopOnSignal::StopOnSignal() {
    if (::pipe2(m_pipe.data(), O_CLOEXEC) != 0)
        return; // without a pipe signals keep ending the program the hard way
    handlerPipe = m_pipe[1];
    m_waiter = std::thread([this] {
        char what = 0;
        while (::read(m_pipe[0], &what, 1) == 1 || errno == EINTR) {
            if (what == kEnd)
                return;
            if (what == kSignal && !m_source.request_stop())
                ::_exit(kCancelled);
            what = 0;
        }
    });
    struct sigaction action {};
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, &m_beforeInt);
    ::sigaction(SIGTERM, &action, &m_beforeTerm);
}

StopOnSignal::~StopOnSignal() {
    if (!m_waiter.joinable())
        return;
    ::sigaction(SIGINT, &m_beforeInt, nullptr);
    ::sigaction(SIGTERM, &m_beforeTerm, nullptr);
    [[maybe_unused]] const auto written = ::write(m_pipe[1], &kEnd, 1);
    m_waiter.join();
    handlerPipe = -1;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace mien::cli
