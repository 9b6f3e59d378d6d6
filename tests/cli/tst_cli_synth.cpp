// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"

#include "core/base/json.h"
#include "support/test_program.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QMap>

#include <csignal>

namespace tst_cli_synth {

using namespace mien::test;

namespace {

QMap<QString, QByteArray> treeOf(const QString& folder) {
    QMap<QString, QByteArray> tree;
    QDirIterator at(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (at.hasNext()) {
        QFile file(at.next());
        if (!file.fileName().endsWith("command.txt") && file.open(QIODevice::ReadOnly))
            tree[QDir(folder).relativeFilePath(file.fileName())] = file.readAll();
    }
    return tree;
}

} // namespace

class TestCliSynth : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        auto spec = parseOrderedJson(R"({"seed": 3, "emotions": ["happiness", "disgust"],
            "people": [{"id": "ada", "demographics": {"gender": "female"}}],
            "counts": {"clips": 3, "per": "person", "by": "label"},
            "film": {"frames": 24, "size": 96}, "expressions": {"neutral_s": 0.1}})");
        spec["people"][0]["portraits"] = {MIEN_SOURCE_DIR "/resources/demo/astronaut.png"};
        writeFile(m_dir.filePath("spec.json"), QByteArray::fromStdString(jsonText(spec)));
    }

    /// Killed without warning as soon as the first clip stands, again and again, then left to finish.
    void aKilledRunGoesOnToTheSameBytes() {
        const auto whole = cli(
            {"--json", "-", "--threads", "2", "synth", "dataset", "--spec", "spec.json", "--out", "whole"},
            m_dir.path());
        QVERIFY2(whole.code == 0, whole.err.constData());
        QCOMPARE(whole.json()["clips"], Json(6));
        const QStringList again{"--threads", "1",         "synth", "dataset",
                                "--spec",    "spec.json", "--out", "killed"};
        int kills = 0, clips = 1;
        for (int attempt = 0; kills < 2 && attempt < 10; ++attempt) {
            QProcess process;
            startCli(process, again, m_dir.path());
            QElapsedTimer clock;
            clock.start();
            const QDir folder(m_dir.filePath("killed/clips"));
            while (process.state() != QProcess::NotRunning && clock.elapsed() < 120'000 &&
                   folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() < clips)
                process.waitForFinished(5);
            process.kill();
            process.waitForFinished();
            if (process.exitStatus() == QProcess::CrashExit) {
                ++kills;
                clips = int(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size()) + 1;
            }
            if (QFile::exists(m_dir.filePath("killed/manifest.json"))) { // it was faster than the kill: again
                QDir(m_dir.filePath("killed")).removeRecursively();
                kills = 0;
                clips = 1;
            }
        }
        QVERIFY(kills > 0);
        QVERIFY(!QFile::exists(m_dir.filePath("killed/manifest.json")));
        const auto finished = cli(again, m_dir.path());
        QVERIFY2(finished.code == 0, finished.err.constData());
        QVERIFY(treeOf(m_dir.filePath("whole")) == treeOf(m_dir.filePath("killed")));
        QFile command(m_dir.filePath("killed/command.txt"));
        QVERIFY(command.open(QIODevice::ReadOnly) &&
                command.readAll().contains("synth dataset --spec spec.json"));
    }

    void anotherSeedInTheSameFolderIsRefused() {
        const auto other =
            cli({"--seed", "4", "synth", "dataset", "--spec", "spec.json", "--out", "whole"}, m_dir.path());
        QCOMPARE(other.code, 2);
        QVERIFY(other.isOneSentence());
    }

    void badSpecsEndWithASentence() {
        QCOMPARE(cli({"synth", "dataset", "--spec", "none.json", "--out", "x"}, m_dir.path()).code, 3);
        writeFile(m_dir.filePath("bad.json"), "{");
        QCOMPARE(cli({"synth", "dataset", "--spec", "bad.json", "--out", "x"}, m_dir.path()).code, 3);
        writeFile(m_dir.filePath("bad.json"), R"({"people": []})");
        const auto empty = cli({"synth", "dataset", "--spec", "bad.json", "--out", "x"}, m_dir.path());
        QCOMPARE(empty.code, 2);
        QVERIFY(empty.isOneSentence() && empty.err.contains("people"));
        QVERIFY(!QFile::exists(m_dir.filePath("x")));
    }

    void filmsOfAPortraitAreMadeForSpotting() {
        const auto film =
            cli({"--json",        "-",    "--seed",        "2",
                 "synth",         "film", "--source",      MIEN_SOURCE_DIR "/resources/demo/astronaut.png",
                 "--out",         "film", "--seconds",     "12",
                 "--expressions", "3",    "--micro-share", "1",
                 "--size",        "96",   "--fps",         "25"},
                m_dir.path());
        QVERIFY2(film.code == 0, film.err.constData());
        QCOMPARE(film.json()["measured"]["expressions"], Json(3));
        QVERIFY(QFile::exists(m_dir.filePath("film/clips/c000001/c000001.mp4")));
        QVERIFY(QFile::exists(m_dir.filePath("film/events_megc.csv")));
    }

private:
    QTemporaryDir m_dir;
};

MIEN_TEST(TestCliSynth)

} // namespace tst_cli_synth

#include "tst_cli_synth.moc"
