// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "core/base/json.h"
#include "support/test_program.h"

namespace tst_cli_contract {

using namespace mien::test;

class TestCliContract : public QObject {
    Q_OBJECT

private slots:
    void wrongUseExitsWithTwoAndASentence_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no verb") << QStringList{};
        QTest::newRow("unknown verb") << QStringList{"fly"};
        QTest::newRow("no second word") << QStringList{"evaluate"};
        QTest::newRow("unknown flag") << QStringList{"probe", "x.mp4", "--speed", "2"};
        QTest::newRow("missing argument") << QStringList{"probe"};
        QTest::newRow("missing flag") << QStringList{"evaluate", "spotting", "--truth", "a.csv"};
        QTest::newRow("threads") << QStringList{"--threads", "-1", "probe", "x"};
        QTest::newRow("seed") << QStringList{"--seed", "many", "probe", "x"};
        QTest::newRow("device") << QStringList{"--device", "abacus", "probe", "x"};
        QTest::newRow("iou above one")
            << QStringList{"evaluate", "spotting", "--truth", "a", "--pred", "b", "--iou", "1.5"};
        QTest::newRow("iou zero") << QStringList{"evaluate", "spotting", "--truth", "a",
                                                 "--pred",   "b",        "--iou",   "0"};
        QTest::newRow("iou nan") << QStringList{"evaluate", "spotting", "--truth", "a",
                                                "--pred",   "b",        "--iou",   "nan"};
        QTest::newRow("matching") << QStringList{"evaluate", "spotting", "--truth",    "a",
                                                 "--pred",   "b",        "--matching", "best"};
        QTest::newRow("unknown format") << QStringList{"convert", "a", "b", "--to", "xls"};
        QTest::newRow("flow") << QStringList{"spot", "x.mp4", "--flow", "river"};
        QTest::newRow("spotter") << QStringList{"spot", "x.mp4", "--spotter", "me"};
        QTest::newRow("rate") << QStringList{"probe", "x", "--fps", "0"};
        QTest::newRow("rate of text") << QStringList{"probe", "x", "--fps", "30/0"};
        QTest::newRow("frame number") << QStringList{"frame", "x.mp4", "ten", "--out", "f.png"};
        QTest::newRow("not a png") << QStringList{"frame", "x.mp4", "1", "--out", "f.jpg"};
        QTest::newRow("no portrait") << QStringList{"synth", "clip", "--out", "clip"};
    }
    void wrongUseExitsWithTwoAndASentence() {
        QFETCH(QStringList, arguments);
        const auto result = cli(arguments, m_dir.path());
        QCOMPARE(result.code, 2);
        QVERIFY(result.isOneSentence());
    }

    void aGpuThatIsNotThereExitsWithFive() {
        for (const char* device : {"cuda", "cuda:0", "cuda:3"}) {
            const auto result = cli({"--device", device, "probe", "x.mp4"}, m_dir.path());
            QCOMPARE(result.code, 5);
            QVERIFY(result.isOneSentence());
            QVERIFY(result.err.contains(device));
        }
    }

    void helpAndVersionExitWithZero() {
        for (const auto& arguments :
             {QStringList{"--help"}, {"--version"}, {"evaluate", "spotting", "--help"}}) {
            const auto result = cli(arguments, m_dir.path());
            QCOMPARE(result.code, 0);
            QVERIFY(!result.out.isEmpty() && result.err.isEmpty());
        }
        const auto help = cli({"--help"}, m_dir.path()).out;
        for (const char* verb :
             {"probe", "frame", "features", "spot", "evaluate", "synth", "convert", "self-test"})
            QVERIFY2(help.contains(verb), verb);
    }

    void theDocumentBeginsAndEndsAsPromised() {
        writeTables();
        const auto result = cli({"--json", "-", "--seed", "7", "evaluate", "spotting", "--truth", "t.csv",
                                 "--pred", "t.csv", "--strict"},
                                m_dir.path());
        QCOMPARE(result.code, 0);
        QVERIFY(result.err.isEmpty());
        const auto document = result.json();
        QVERIFY(document.is_object());
        QCOMPARE(document.begin().key(), std::string("mien"));
        QCOMPARE(std::prev(document.end()).key(), std::string("timing"));
        const auto& head = document["mien"];
        QCOMPARE(head["verb"], Json("evaluate spotting"));
        QCOMPARE(head["seed"], Json(7));
        QCOMPARE(head["device"], Json("cpu"));
        QCOMPARE(head["options"]["strict"], Json(true));
        QCOMPARE(head["options"]["iou"], Json(0.5)); // defaults are named too
        QCOMPARE(head["options"]["truth"], Json("t.csv"));
        QVERIFY(head["version"].is_string());
        for (const auto& [stage, seconds] : document["timing"].items())
            QVERIFY2(seconds.is_number() && seconds.get<double>() >= 0.0, stage.c_str());
    }

    void globalFlagsMayStandBehindTheVerb() {
        writeTables();
        const QStringList verb{"evaluate", "spotting", "--truth", "t.csv", "--pred", "t.csv"};
        const auto before = cli(QStringList{"--json", "-"} + verb, m_dir.path());
        const auto after = cli(verb + QStringList{"--json", "-"}, m_dir.path());
        QCOMPARE(after.withoutTiming(), before.withoutTiming());
    }

    void jsonGoesToAFileBesideTheTable() {
        writeTables();
        const auto result =
            cli({"--json", "out.json", "evaluate", "spotting", "--truth", "t.csv", "--pred", "t.csv"},
                m_dir.path());
        QCOMPARE(result.code, 0);
        QVERIFY(result.out.contains("overall"));
        QFile file(m_dir.filePath("out.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto content = file.readAll();
        QVERIFY(parseOrderedJson(content.toStdString()).is_object());
    }

    void anUnwritableJsonFileIsAnError() {
        writeTables();
        const auto result =
            cli({"--json", "nowhere/out.json", "evaluate", "spotting", "--truth", "t.csv", "--pred", "t.csv"},
                m_dir.path());
        QCOMPARE(result.code, 3);
        QVERIFY(result.isOneSentence());
    }

    void selfTestPassesHere() {
        const auto result = cli({"--json", "-", "self-test"}, m_dir.path());
        QVERIFY2(result.code == 0, result.out.constData());
        const auto document = result.json();
        QCOMPARE(document["passed"], Json(true));
        QVERIFY(document["checks"].size() >= 4);
        for (const auto& check : document["checks"])
            QVERIFY(check["result"] == "ok" || check["result"] == "absent");
    }

private:
    void writeTables() {
        writeFile(m_dir.filePath("t.csv"), "vid,pred_onset,pred_offset,type\na,1,9,me\na,20,60,mae\n");
    }
    QTemporaryDir m_dir;
};

MIEN_TEST(TestCliContract)

} // namespace tst_cli_contract

#include "tst_cli_contract.moc"
