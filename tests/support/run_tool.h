// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QStringList>

namespace mien::test {

struct ToolResult {
    bool ok = false;
    QByteArray out;
    QByteArray err;
};

/// Runs a program of the machine to its end, at most two minutes.
inline ToolResult runTool(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    const bool ended = process.waitForFinished(120'000);
    return {ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

inline bool hasTool(const QString& program) {
    return !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace mien::test
