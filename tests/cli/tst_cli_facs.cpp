// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "core/base/json.h"
#include "support/test_program.h"

namespace tst_cli_facs {

using namespace mien::test;

class TestCliFacs : public QObject {
    Q_OBJECT

private slots:
    void checkingSaysWhatWasReadAndWhatIsWrong() {
        write("codes.txt", "\xEF\xBB\xBFL12B+25\r\n51+52\n\n7D+all of the above\n");
        const auto result = run({"--json", "-", "facs", "check", "codes.txt"});
        QCOMPARE(result.code, 0);
        const auto d = result.json();
        QCOMPARE(d["codes"].size(), std::size_t{4});
        const auto& first = d["codes"][0];
        QCOMPARE(first["text"], Json("L12B+25"));
        QCOMPARE(first["definite"], Json({12, 25}));
        QVERIFY(first["flags"].empty() && first["findings"].empty());
        const auto& second = d["codes"][1]["findings"][0];
        QCOMPARE(second["rule"], Json("head-turn"));
        QCOMPARE(second["level"], Json("error"));
        QCOMPARE(second["at"][1], (Json{{"from", 3}, {"to", 5}}));
        QCOMPARE(d["codes"][2]["line"], Json(3));
        QCOMPARE(d["codes"][3]["flags"][0]["kind"], Json("words"));
        QCOMPARE(d["summary"]["codes"], Json(4));
        QCOMPARE(d["summary"]["unflagged"], Json(3));
        QCOMPARE(d["summary"]["without_code"], Json(1));
        QCOMPARE(d["summary"]["identical"], Json(4));
        QCOMPARE(d["summary"]["errors"], Json(1));
        const auto people = run({"facs", "check", "codes.txt"});
        QVERIFY(people.out.contains("2: error: ") && people.out.contains("(51, 52)"));
    }

    void aColumnOfATableIsRead() {
        write("t.csv", "video,AU\na,12\nb,\"(R6 or R12)+R15\"\nc,\n");
        const auto d = run({"--json", "-", "facs", "check", "t.csv", "--column", "au"}).json();
        QCOMPARE(d["codes"].size(), std::size_t{3});
        QCOMPARE(d["codes"][1]["line"], Json(3));
        QCOMPARE(d["codes"][1]["definite"], Json::array({15}));
        const auto missing = run({"facs", "check", "t.csv", "--column", "units"});
        QCOMPARE(missing.code, 2);
        QVERIFY(missing.isOneSentence() && missing.err.contains("units"));
    }

    void searchingTellsYesFromMaybe() {
        write("codes.txt", "L14B\nL14A\n12+6\n14\nL14A/C\n?\n");
        const auto d = run({"--json", "-", "facs", "search", "L14 >= B", "codes.txt"}).json();
        QCOMPARE(d["summary"], (Json{{"codes", 6}, {"yes", 1}, {"maybe", 2}, {"no", 3}}));
        QCOMPARE(d["matches"][0]["line"], Json(1));
        QCOMPARE(d["matches"][1], (Json{{"line", 5}, {"text", "L14A/C"}, {"answer", "maybe"}}));
        const auto wrong = run({"facs", "search", "L14 >=", "codes.txt"});
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.isOneSentence() && wrong.err.contains("character 7"));
    }

    void standardInputIsRead() {
        QProcess process;
        startCli(process, {"--json", "-", "facs", "search", "12 & !6", "-"}, m_dir.path());
        process.write("12\n6+12\n12\xff\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        const auto out = process.readAllStandardOutput();
        const auto d = parseOrderedJson(out.toStdString());
        QCOMPARE(d["summary"]["yes"], Json(2));
        QCOMPARE(d["mien"]["verb"], Json("facs search"));
    }

    void anUnreadableFileGetsOneSentence() {
        for (const char* bad : {"none.txt", "."}) {
            const auto result = run({"facs", "check", bad});
            QCOMPARE(result.code, 3);
            QVERIFY(result.isOneSentence());
        }
    }

private:
    CliResult run(const QStringList& arguments) { return cli(arguments, m_dir.path()); }
    void write(const char* name, const QByteArray& bytes) { writeFile(m_dir.filePath(name), bytes); }
    QTemporaryDir m_dir;
};

MIEN_TEST(TestCliFacs)

} // namespace tst_cli_facs

#include "tst_cli_facs.moc"
