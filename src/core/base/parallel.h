// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"

#include <cstddef>
#include <functional>

namespace mien {

/// Runs body(0) … body(count-1), at most job.threadCount() at once; returns early (some bodies not run) when
/// the job is cancelled. Bodies must not depend on one another's order.
void parallelFor(std::size_t count, const JobContext& job, const std::function<void(std::size_t)>& body);

} // namespace mien
