// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"

#include "core/base/json.h"
#include "support/test_program.h"

namespace tst_cli_project {

using namespace mien::test;

/// The project verbs on the bundled demo film and its truth.
class TestCliProject : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::copy(QStringLiteral(MIEN_SOURCE_DIR "/resources/demo/demo.mp4"), path("demo.mp4")));
        QVERIFY(QFile::copy(QStringLiteral(MIEN_SOURCE_DIR "/resources/demo/events.csv"), path("truth.csv")));
    }

    void aTableComesInAndGoesOutAgain() {
        QCOMPARE(run({"project", "new", "a.mien", "demo.mp4"}).code, 0);
        const auto imported = run({"--json", "-", "project", "import", "a.mien", "truth.csv"});
        QCOMPARE(imported.code, 0);
        QCOMPARE(imported.json()["events"], Json(4)); // the table writes "demo.mp4", the project knows "demo"
        QVERIFY(imported.json()["left_out"].empty());

        QCOMPARE(run({"project", "export", "a.mien", "out.csv", "--format", "mien"}).code, 0);
        QVERIFY2(read("out.csv").contains(",90,96,103,3,"),
                 read("out.csv").constData()); // with the film's seconds
        const auto score =
            run({"--json", "-", "evaluate", "spotting", "--truth", "truth.csv", "--pred", "out.csv"});
        QCOMPARE(score.json()["overall"]["tp"], Json(4));
        QCOMPARE(score.json()["overall"]["fp"], Json(0));
    }

    void anExportMakesAnEqualProject() {
        QCOMPARE(run({"project", "new", "a.mien", "demo.mp4"}).code, 0);
        QCOMPARE(run({"project", "import", "a.mien", "truth.csv"}).code, 0);
        QCOMPARE(run({"project", "export", "a.mien", "a.json"}).code, 0);
        QCOMPARE(run({"project", "new", "b.mien"}).code, 0);
        QCOMPARE(run({"project", "import", "b.mien", "a.json"}).code, 0);
        auto a = run({"--json", "-", "project", "info", "a.mien"}).json()["media"];
        auto b = run({"--json", "-", "project", "info", "b.mien"}).json()["media"];
        QCOMPARE(a.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(jsonText(a)), QString::fromStdString(jsonText(b)));
        QCOMPARE(run({"project", "check", "b.mien"}).code, 0);
    }

    void badProjectsAreOneSentence() {
        writeFile(path("text.mien"), "no project at all\n");
        for (const char* verb : {"info", "check"}) {
            const auto text = run({"project", verb, "text.mien"});
            QCOMPARE(text.code, 3);
            QVERIFY(text.isOneSentence());
            const auto missing = run({"project", verb, "nowhere.mien"});
            QCOMPARE(missing.code, 3);
            QVERIFY(missing.isOneSentence());
        }
        QCOMPARE(run({"project", "new", "a.mien"}).code, 0);
        QVERIFY(run({"project", "new", "a.mien"}).code != 0); // never over an existing one
        const auto gone = run({"project", "new", "c.mien", "nowhere.mp4"});
        QCOMPARE(gone.code, 3);
        QVERIFY(!QFile::exists(path("c.mien")));
    }

private:
    QString path(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    CliResult run(const QStringList& arguments) const { return cli(arguments, m_dir->path()); }
    QByteArray read(const char* name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

MIEN_TEST(TestCliProject)

} // namespace tst_cli_project

#include "tst_cli_project.moc"
