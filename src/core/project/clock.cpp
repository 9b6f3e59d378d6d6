// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/clock.h"

#include <fmt/chrono.h>

#include <chrono>

namespace mien::project {

std::string utcNow() {
    using namespace std::chrono;
    const auto now = system_clock::now();
    const auto milliseconds = duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(system_clock::to_time_t(now)),
                       milliseconds);
}

} // namespace mien::project
