// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "support/test_program.h"

namespace tst_cli_dataset_statistics {

using namespace mien::test;

/// `dataset stats` and `dataset prior` on a table made up here, in the layout of the spotting repositories.
class TestCliDatasetStatistics : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        QByteArray table = "subject,video_name,start_frame,apex_frame,end_frame,type_idx,au\n";
        table += "casme_1,casme_1_1,100,105,112,2,4\n";
        table += "casme_1,casme_1_1,200,215,231,1,1+2\n";
        table += "casme_2,casme_2_1,300,330,380,1,12+14\n";
        table += "casme_2,casme_2_1,400,408,0,1,12\n";
        writeFile(m_dir->filePath("table.csv"), table);
    }

    void tableOneIsOneCommand() {
        const auto result = run({"--json", "-", "dataset", "stats", "table.csv"});
        QCOMPARE(result.code, 0);
        const auto d = result.json();
        const auto& s = d["sources"][0];
        QCOMPARE(s["source"], Json("casme"));
        QCOMPARE(s["types"]["all"]["micro_percent"], Json(25.0));
        QCOMPARE(s["types"]["with_offset"]["rows"], Json(3));
        QCOMPARE(s["without_offset"], Json(1));
        QCOMPARE(s["durations"][0]["offset_onset"]["counts"], Json({1, 1, 1}));
        QCOMPARE(s["durations"][1]["offset_onset"]["counts"], Json({2, 1, 1}));
        QCOMPARE(s["printed"]["status"], Json("published, not reproduced"));
        QCOMPARE(s["action_units"][0], Json({{"au", 12}, {"rows", 2}, {"micro_rows", 0}}));
        QCOMPARE(s["subjects"][1]["macro"], Json(2));
        const auto text = run({"dataset", "stats", "table.csv", "--layout", "internal"});
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("33.3 / 33.3 / 33.3") && text.out.contains("12:2"));
    }

    void thePriorIsOneCommand() {
        const auto d = run({"--json", "-", "dataset", "prior", "table.csv"}).json();
        QCOMPARE(d["prior"], Json("released"));
        QCOMPARE(d["rows_used"], Json(3));
        QCOMPARE(d["counts"][0], Json({0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0}));
        QCOMPARE(d["counts"][8], Json({0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 2, 0}));
        const auto left =
            run({"--json", "-", "dataset", "prior", "table.csv", "--leave-out", "casme_2"}).json();
        QCOMPARE(left["prior"], Json("loso"));
        QCOMPARE(left["subjects"], Json({"casme_1"}));
        QCOMPARE(left["counts"][8][8], Json(0));
        const auto facs = run({"--json", "-", "dataset", "prior", "table.csv", "--mapping", "facs-extended",
                               "--zero-diagonal", "--subjects", "casme_1"})
                              .json();
        QCOMPARE(facs["counts"][0], Json({0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0}));
        QCOMPARE(facs["rows_used"], Json(2)); // AU 4 is mapped, its diagonal removed
    }

    void whatIsWrongIsOneSentence() {
        const auto unknown = run({"dataset", "prior", "table.csv", "--leave-out", "nobody"});
        QCOMPARE(unknown.code, 3);
        QVERIFY(unknown.isOneSentence());
        QCOMPARE(run({"dataset", "stats", "none.csv"}).code, 3);
        QCOMPARE(run({"dataset", "stats", "table.csv", "--layout", "nonsense"}).code, 2);
    }

private:
    CliResult run(const QStringList& arguments) { return cli(arguments, m_dir->path()); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

MIEN_TEST(TestCliDatasetStatistics)

} // namespace tst_cli_dataset_statistics

#include "tst_cli_dataset_statistics.moc"
