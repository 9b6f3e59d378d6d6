// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mien::cli {

/// Parses the command line, runs the verb, writes what it says, and returns the exit code.
int run(int argc, char** argv);

} // namespace mien::cli
