// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "support/test_program.h"

namespace tst_cli_tables {

using namespace mien::test;

class TestCliTables : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        write("truth.csv", "subject,video_name,start_frame,apex_frame,end_frame,type_idx,au\n"
                           "s1,a,100,110,119,1,12\ns1,a,300,304,309,2,4\ns1,b,50,0,0,1,\n");
        write("pred.csv",
              "vid,pred_onset,pred_offset,type\na,104,123,mae\na,104,123,mae\na,300,309,me\nc,1,2,me\n");
    }

    void spottingIsScoredAcrossFormats() {
        const auto result =
            run({"--json", "-", "evaluate", "spotting", "--truth", "truth.csv", "--pred", "pred.csv"});
        QCOMPARE(result.code, 0);
        const auto d = result.json();
        QCOMPARE(d["macro"]["tp"], Json(1));
        QCOMPARE(d["macro"]["fp"], Json(1));
        QCOMPARE(d["macro"]["fn"], Json(1));
        QCOMPARE(d["macro"]["precision"], Json(0.5));
        QCOMPARE(d["micro"]["tp"], Json(1));
        QCOMPARE(d["micro"]["fp"], Json(1));
        QCOMPARE(d["overall"]["fn"], Json(1));
        QCOMPARE(d["overall"]["f1"], Json(4.0 / 7.0));
        QCOMPARE(d["notes"].size(), std::size_t{2});
    }

    void theSwitchesReachTheScorer() {
        const auto pairs = run({"--json", "-", "evaluate", "spotting", "--truth", "truth.csv", "--pred",
                                "pred.csv", "--matching", "pairs"});
        QCOMPARE(pairs.json()["macro"]["tp"], Json(2));
        // 16 of 24 frames: IoU 2/3.
        const auto high = run({"--json", "-", "evaluate", "spotting", "--truth", "truth.csv", "--pred",
                               "pred.csv", "--iou", "0.7"});
        QCOMPARE(high.json()["macro"]["tp"], Json(0));
    }

    void recognitionIsScored() {
        write("t.csv", "id,label\n1,neg\n2,neg\n3,pos\n4,sur\n");
        write("p.csv", "id,label\n4,sur\n3,neg\n2,neg\n1,neg\n");
        const auto d =
            run({"--json", "-", "evaluate", "recognition", "--truth", "t.csv", "--pred", "p.csv"}).json();
        QCOMPARE(d["n"], Json(4));
        QCOMPARE(d["accuracy"], Json(0.75));
        QCOMPARE(d["uar"], Json(2.0 / 3.0));
        QCOMPARE(d["uf1"], Json((0.8 + 0.0 + 1.0) / 3.0));
        QCOMPARE(d["per_class"]["neg"]["recall"], Json(1.0));
        QCOMPARE(d["confusion"]["truth_by_predicted"][1][0], Json(1));
        QCOMPARE(d["majority_baseline"]["accuracy"], Json(0.5));
    }

    void convertingSaysWhatItDid() {
        const auto result = run({"--json", "-", "convert", "truth.csv", "out.csv", "--to", "megc"});
        QCOMPARE(result.code, 0);
        QCOMPARE(read("out.csv"),
                 QByteArray("vid,pred_onset,pred_offset,type\na,100,119,mae\na,300,309,me\n"));
        const auto d = result.json();
        QCOMPARE(d["from"], Json("internal"));
        QCOMPARE(d["dropped"].size(), std::size_t{1});
        QCOMPARE(d["dropped"][0]["line"], Json(4));
        QCOMPARE(d["repaired"].size(), std::size_t{3}); // apex, subject and action units have no place
    }

    void convertingThereAndBackKeepsTheTable() {
        QCOMPARE(run({"convert", "truth.csv", "m.csv", "--to", "mien"}).code, 0);
        QCOMPARE(run({"convert", "m.csv", "back.csv", "--to", "internal"}).code, 0);
        QCOMPARE(read("back.csv"), read("truth.csv"));
    }

    void badTablesGetOneSentence_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("mentions");
        const QByteArray header = "vid,pred_onset,pred_offset,type\n";
        QTest::newRow("empty") << QByteArray() << QByteArray("bad.csv");
        QTest::newRow("header of something else") << QByteArray("a,b\n1,2\n") << QByteArray("bad.csv:1");
        QTest::newRow("nan") << header + "a,1,5,me\na,nan,5,me\n" << QByteArray("bad.csv:3");
        QTest::newRow("negative") << header + "a,-7,5,me\n" << QByteArray("bad.csv:2");
        QTest::newRow("huge") << header + "a,1,99999999999999999999999,me\n" << QByteArray("bad.csv:2");
        QTest::newRow("backwards") << header + "a,9,5,me\n" << QByteArray("bad.csv:2");
        QTest::newRow("type") << header + "a,1,5,happy\n" << QByteArray("bad.csv:2");
        QTest::newRow("open quote") << header + "\"a,1,5,me\n" << QByteArray("bad.csv:2");
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\1\2\3\0\0,\n",
                                              12)
                                << QByteArray("bad.csv");
        QTest::newRow("utf-16") << QByteArray("\xff\xfev\0i\0d\0", 8) << QByteArray("UTF-16");
    }
    void badTablesGetOneSentence() {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, mentions);
        write("bad.csv", content);
        for (const char* side : {"--truth", "--pred"}) {
            const QString other = QByteArray(side) == "--truth" ? "--pred" : "--truth";
            const auto result =
                run({"--json", "-", "evaluate", "spotting", side, "bad.csv", other, "pred.csv"});
            QCOMPARE(result.code, 3);
            QVERIFY(result.isOneSentence());
            QVERIFY2(result.err.contains(mentions), result.err.constData());
        }
    }

    void missingAndUnreadableFilesGetOneSentence() {
        for (const char* bad : {"none.csv", "."}) {
            const auto result = run({"evaluate", "spotting", "--truth", bad, "--pred", "pred.csv"});
            QCOMPARE(result.code, 3);
            QVERIFY(result.isOneSentence());
        }
    }

    void aFailedConversionLeavesTheTargetAsItWas() {
        write("bad.csv", "a,b\n");
        write("old.csv", "precious");
        QCOMPARE(run({"convert", "bad.csv", "old.csv"}).code, 3);
        QCOMPARE(read("old.csv"), QByteArray("precious"));
        QCOMPARE(run({"convert", "truth.csv", "none/new.csv"}).code, 3);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden).size(), 4);
    }

private:
    CliResult run(const QStringList& arguments) { return cli(arguments, m_dir->path()); }
    void write(const char* name, const QByteArray& content) { writeFile(m_dir->filePath(name), content); }
    QByteArray read(const char* name) {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

MIEN_TEST(TestCliTables)

} // namespace tst_cli_tables

#include "tst_cli_tables.moc"
