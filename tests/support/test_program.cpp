// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_program.h"

#include <cstdio>
#include <filesystem>

namespace mien::test {

std::map<std::string, TestProgram>& registeredTests() {
    static std::map<std::string, TestProgram> tests;
    return tests;
}

Registration::Registration(const char* file, TestProgram run) {
    registeredTests().emplace(std::filesystem::path(file).stem().string(), run);
}

} // namespace mien::test

int main(int argc, char** argv) {
    const auto& tests = mien::test::registeredTests();
    const auto test = tests.find(argc > 1 ? argv[1] : "");
    if (test == tests.end()) {
        std::fprintf(stderr, "Name one of these tests first, then the options of Qt Test:\n");
        for (const auto& [name, run] : tests)
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    // Qt names an application's files and settings after its program: each test keeps to its own.
    argv[1] = argv[0];
    QCoreApplication::setApplicationName(QString::fromStdString(test->first));
    return test->second(argc - 1, argv + 1);
}
