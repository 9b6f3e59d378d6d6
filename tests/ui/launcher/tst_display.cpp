// SPDX-License-Identifier: GPL-3.0-or-later
// The real program where there is nothing to draw on.
#include "support/verify.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

namespace tst_display {

class TestDisplay : public QObject {
    Q_OBJECT

    struct Ended {
        int code = -1;
        bool crashed = false;
        QByteArray err;
    };

    static Ended run(const QTemporaryDir& home, const QStringList& arguments, const QStringList& set) {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
            environment.remove(name);
        for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(name, home.path());
        for (const QString& one : set)
            environment.insert(one.section('=', 0, 0), one.section('=', 1));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(MIEN_BINARY_DIR "/bin/mien"), arguments);
        const bool ended = process.waitForFinished(60000);
        return {process.exitCode(), !ended || process.exitStatus() != QProcess::NormalExit,
                process.readAllStandardError()};
    }

private slots:
    void anUnreachableDisplayGetsOneSentence_data() {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("named");
        QTest::newRow("none") << QString() << "no display";
        QTest::newRow("nobody there") << "DISPLAY=:7093"
                                      << ":7093";
        QTest::newRow("no such platform") << "QT_QPA_PLATFORM=paper"
                                          << "paper";
    }
    void anUnreachableDisplayGetsOneSentence() {
        QFETCH(QString, variable);
        QFETCH(QString, named);
        const QTemporaryDir home;
        const auto ended = run(home, {}, variable.isEmpty() ? QStringList{} : QStringList{variable});
        QVERIFY(!ended.crashed);
        QCOMPARE(ended.code, 5); // as on the command line: something that this machine lacks
        QVERIFY2(ended.err.startsWith("mien: ") && ended.err.contains(named.toUtf8()), ended.err);
        QVERIFY2(ended.err.contains("mien-cli") && ended.err.contains("--screenshot"), ended.err);
        QCOMPARE(ended.err.count('\n'), 1);
    }

    void aPictureNeedsNoDisplay() {
        const QTemporaryDir home;
        const auto ended =
            run(home, {"--screenshot", home.filePath("p.png"), "--size", "800x600"}, {"DISPLAY=:7093"});
        QVERIFY2(!ended.crashed && ended.code == 0, ended.err);
        QVERIFY(QImage(home.filePath("p.png")).size().width() >= 800);
    }
};

MIEN_TEST(TestDisplay)

} // namespace tst_display

#include "tst_display.moc"
