// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/verify.h"

#include "core/base/json.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <string>

namespace mien::test {

using mien::jsonText;
using mien::parseOrderedJson;
using Json = nlohmann::ordered_json;

/// What one call of mien-cli left behind.
struct CliResult {
    int code = -1;
    QByteArray out;
    QByteArray err;

    Json json() const { return parseOrderedJson(out.toStdString()); }
    /// The document without its timings, which are no part of the promise of identity.
    std::string withoutTiming() const {
        auto document = json();
        document.erase("timing");
        return jsonText(document, 2);
    }
    /// One line on standard error, a whole sentence, and nothing on standard output.
    bool isOneSentence() const {
        const bool one = out.isEmpty() && err.count('\n') == 1 && err.startsWith("mien-cli: ") &&
                         err.size() > 20 && (err.endsWith(".\n") || err.endsWith("?\n"));
        if (!one)
            qWarning("out: %s\nerr: %s", out.left(300).constData(), err.left(600).constData());
        return one;
    }
};

inline void startCli(QProcess& process, const QStringList& arguments, const QString& folder) {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_CACHE_HOME", folder + "/cache"); // nothing of the user's, nothing left behind
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(MIEN_BINARY_DIR "/bin/mien-cli"), arguments);
}

inline CliResult cli(const QStringList& arguments, const QString& folder) {
    QProcess process;
    startCli(process, arguments, folder);
    if (!process.waitForFinished(240'000) || process.exitStatus() != QProcess::NormalExit)
        qWarning("mien-cli %s did not finish by itself", qPrintable(arguments.join(' ')));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

inline void writeFile(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace mien::test
