// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace tst_launcher {

/// The launcher copied into a tree of its own, where the real program is a script that tells what it was
/// given.
class TestLauncher : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_dir->path()).mkpath("bin") && QDir(m_dir->path()).mkpath("libexec/mien"));
        QVERIFY(QFile::copy(QStringLiteral(MIEN_BINARY_DIR "/bin/mien-cli"), m_dir->filePath("bin/tool")));
    }

    void becomesTheProgramOfItsOwnName() {
        QFile script(m_dir->filePath("libexec/mien/tool"));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\necho \"$#|$2|$OMP_WAIT_POLICY|$ONEDNN_MAX_CPU_ISA\"\nexit 7\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove("ONEDNN_MAX_CPU_ISA");
        environment.insert("OMP_WAIT_POLICY", "active"); // the user's own choice must stand
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(m_dir->filePath("bin/tool"), {"probe", "two words"});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 7);
        QCOMPARE(process.readAllStandardOutput().trimmed(),
                 QByteArray("2|two words|active|AVX512_CORE_BF16"));
    }

    void saysWhatIsMissing() {
        QProcess process;
        process.start(m_dir->filePath("bin/tool"), {});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 70);
        QVERIFY(process.readAllStandardError().contains("libexec/mien/tool"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

MIEN_TEST(TestLauncher)

} // namespace tst_launcher

#include "tst_launcher.moc"
