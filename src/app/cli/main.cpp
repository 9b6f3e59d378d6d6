// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run.h"

#include "app/cli/exit_code.h"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    try {
        return mien::cli::run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "mien-cli: Internal error: %s\n", error.what());
        return mien::cli::kInternal;
    }
}
