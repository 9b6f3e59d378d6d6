// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"

namespace mien::cli {

/// The share of the whole that part `part` of `parts` equal ones is. `job` must outlive what is returned.
inline JobContext partOf(const JobContext& job, std::size_t part, std::size_t parts) {
    auto inner = job;
    inner.onProgress = [&job, part, parts](double fraction, std::string_view text) {
        job.progress((static_cast<double>(part) + fraction) / static_cast<double>(parts), text);
    };
    return inner;
}

} // namespace mien::cli
