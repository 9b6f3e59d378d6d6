// SPDX-License-Identifier: GPL-3.0-or-later
// The victim of tst_kill_soak: works on a project and writes a byte to standard output for each thing that
// the project has acknowledged.
#include "random_session.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

using namespace mien;

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    auto project = project::createProject(argv[1]);
    if (!project) {
        std::cerr << project.error().sentence() << '\n';
        return 3;
    }
    test::RandomSession session(std::strtoull(argv[2], nullptr, 10));
    for (;;) {
        const auto done = session.act(**project);
        if (!done) {
            std::cerr << done.error().sentence() << '\n';
            return 3;
        }
        if (::write(STDOUT_FILENO, "+", 1) != 1)
            return 0;
    }
}
