// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QtTest>

#include <map>
#include <string>

/// The tests of a folder are one program, so that their headers are read once. Its first argument names the
/// test to run (the file without .cpp), the others are Qt Test's: `tests_core_base tst_npy -v2`. ctest runs
/// each in a process of its own. A test's file wraps what it declares in a namespace of its own name, since
/// it may be compiled together with others.
namespace mien::test {

using TestProgram = int (*)(int argc, char** argv);

/// The tests of this program by name.
std::map<std::string, TestProgram>& registeredTests();

template <typename Application, typename Test>
int runTest(int argc, char** argv) {
    Application application(argc, argv);
    application.setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

struct Registration {
    Registration(const char* file, TestProgram run);
};

} // namespace mien::test

/// At the end of a test's file, inside its namespace: a test without windows, and one with.
#define MIEN_TEST(Test)                                                                                      \
    const ::mien::test::Registration registration(__FILE__, &::mien::test::runTest<QCoreApplication, Test>);
#define MIEN_UI_TEST(Test)                                                                                   \
    const ::mien::test::Registration registration(__FILE__, &::mien::test::runTest<QApplication, Test>);
