// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mien::synthesis {

/// Runs a program (looked up in PATH) to its end, without a shell and without standard input; what it prints
/// goes into the file `log`. Stopped, with its children, when the job is cancelled or after `timeoutS`
/// seconds: politely first, after two seconds for good. MissingDependency where there is no such program;
/// otherwise an error tells how it ended and the last line it printed.
Result<void> runProgram(const std::vector<std::string>& words, const std::filesystem::path& log,
                        double timeoutS, const JobContext& job);

} // namespace mien::synthesis
