// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "support/test_program.h"

namespace tst_cli_dataset {

using namespace mien::test;

class TestCliDataset : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        write("t.csv", "subject,film,onset,apex,offset,type,emotion,au,fps\n"
                       "s1,f1,10.5,15,40,macro,happyiness,12,30\ns2,f1,20,/,0,macro,fear,ref(12)+4C,30\n");
    }

    void aTableIsChecked() {
        const auto result = run({"--json", "-", "dataset", "check", "t.csv"});
        QCOMPARE(result.code, 0);
        const auto d = result.json();
        QCOMPARE(d["layout"], Json("generic"));
        QCOMPARE(d["rows"], Json(2));
        QCOMPARE(d["samples"], Json(2));
        QCOMPARE(d["subjects"], Json(2));
        QCOMPARE(d["counts"]["fraction"], Json(1));
        QCOMPARE(d["counts"]["offset-zero"], Json(1));
        QCOMPARE(d["repaired"], Json(4));
        QCOMPARE(d["reported"], Json(1)); // no films lie beside the table
        QCOMPARE(d["findings"].size(), std::size_t{5});
        QVERIFY(run({"dataset", "check", "t.csv"}).out.contains("fraction"));
    }

    void theLogAndTheRepairedTableAreWritten() {
        const auto result = run({"dataset", "check", "t.csv", "--log", "log.csv", "--out", "out.csv"});
        QCOMPARE(result.code, 0);
        QVERIFY(
            read("log.csv").startsWith("check,table,row,column,value,outcome,rule,before,after,sentence\n"));
        QVERIFY(read("out.csv").contains("s1,f1,f1_10.5,11,15,40,macro,happiness,,,12,30,,\n"));
        QVERIFY(read("out.csv").contains("s2,f1,f1_20,20,,,macro,fear,,,ref(12)+4C,30,,\n"));
        const auto again = run({"--json", "-", "dataset", "check", "out.csv"}).json();
        QCOMPARE(again["counts"].contains("fraction"), false);
    }

    void aRuleCanBeSwitchedOff() {
        const auto d = run({"--json", "-", "dataset", "check", "t.csv", "--report-only",
                            "round-half-up,emotion-spelling"})
                           .json();
        QCOMPARE(d["repaired"], Json(2));
        QCOMPARE(d["reported"], Json(3));
    }

    void wrongUseAndBadInputGetOneSentence() {
        write("bad.csv", "a,b\n1,2\n");
        write("empty.csv", "\n \n");
        write("latin.csv", "subject,film,onset\ns1,f1,3\ns\xE9,f1,4\n");
        write("SN001_au12.txt", "1,0\n");
        for (const auto& [code, arguments] :
             std::vector<std::pair<int, QStringList>>{{2, {"t.csv", "--layout", "magic"}},
                                                      {2, {"t.csv", "--report-only", "magic"}},
                                                      {2, {"SN001_au12.txt", "--out", "o.csv"}},
                                                      {2, {"t.csv", "--out", "./t.csv"}},
                                                      {2, {"t.csv", "--log", "t.csv"}},
                                                      {3, {"empty.csv"}},
                                                      {3, {"latin.csv"}},
                                                      {3, {"none.csv"}},
                                                      {3, {"bad.csv"}},
                                                      {3, {"bad.csv", "--layout", "samm"}},
                                                      {3, {"t.csv", "--films", "none"}},
                                                      {3, {"t.csv", "--out", "none/out.csv"}}}) {
            const auto result = run(QStringList{"dataset", "check"} + arguments);
            QCOMPARE(result.code, code);
            QVERIFY(result.isOneSentence());
        }
        QVERIFY(read("t.csv").startsWith("subject,film,onset"));
        QVERIFY(run({"dataset", "check", "empty.csv"}).err.contains("empty"));
        const auto latin = run({"dataset", "check", "latin.csv"});
        QVERIFY(latin.err.contains("latin.csv:3") && latin.err.contains("UTF-8"));
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

MIEN_TEST(TestCliDataset)

} // namespace tst_cli_dataset

#include "tst_cli_dataset.moc"
