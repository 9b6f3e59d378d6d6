// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"

#include "core/base/rng.h"
#include "support/test_program.h"

#include <cmath>
#include <csignal>

namespace tst_cli_causal_graphs {

using namespace mien::test;

/// `causal --matrix` and `causal compare`: what is made of a graph once it is found.
class TestCliCausalGraphs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        // X and W cause Y, Y causes Z; ten spectators make twelve columns.
        QByteArray nodes = R"({"latents": [], "selection": [], "nodes": ["X", "W", "Y", "Z")";
        for (int i = 0; i < 8; ++i)
            nodes += ", \"S" + QByteArray::number(i) + "\"";
        write("dag.json", nodes + R"(], "dag_edges": [["X", "Y"], ["W", "Y"], ["Y", "Z"]]})");
        write("small.json", R"({"nodes": ["A", "B", "C"], "edges": [
            {"a": "A", "at_a": "tail", "at_b": "arrow", "b": "B"}]})");
        write("other.txt", "Graph Nodes:\nB;A;D\n\nGraph Edges:\n1. B --> A\n");
        write("pcalg.csv", ",A,B\nA,0,2\nB,3,0\n");
        write("learn.csv", ",A,B\nA,0,-1\nB,1,0\n");
        write("few.csv", "A,B\n1,2\n2,1\n1,1\n2,2\n1,2\n3,1\n");
        write("either.csv", ",A,B\nA,0,2\nB,1,0\n");
    }

    void aGraphComesWithItsOutDegreesAndMatrix() {
        const auto d = run({"--json", "-", "causal", "--dag", "dag.json", "--matrix", "directed"}).json();
        QCOMPARE(d["essential"]["nodes"], Json::array({"Y"}));
        QCOMPARE(d["essential"]["out_degree"], Json(1));
        QCOMPARE(d["essential"]["no_directed_edge"], Json(false));
        const auto& nodes = d["matrices"]["nodes"];
        const auto place = [&](const char* name) {
            return static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), name) - nodes.begin());
        };
        int sum = 0;
        for (const auto& row : d["matrices"]["a"])
            for (const auto& cell : row)
                sum += cell.get<int>();
        QCOMPARE(sum, 1);
        QCOMPARE(d["matrices"]["a"][place("Y")][place("Z")].get<double>(), 1.0);
        const auto turned =
            run({"--json", "-", "causal", "--dag", "dag.json", "--matrix", "directed", "--transpose"}).json();
        QCOMPARE(turned["matrices"]["a"][place("Z")][place("Y")].get<double>(), 1.0);
        const auto any = run({"--json", "-", "causal", "--dag", "dag.json", "--matrix", "any-edge"}).json();
        QCOMPARE(any["matrices"]["a"][place("Z")][place("Y")].get<double>(), 1.0);
        QCOMPARE(any["matrices"]["a"][place("Y")][place("X")].get<double>(), 1.0);
    }

    void theSumWithThePriorHasRowsThatSumToOne() {
        QByteArray table = "subject,video,onset,apex,offset,aus\n006,a,1,5,9,1+2\n";
        table += "007,b,2,6,9,4+12\n007,c,2,6,9,12\n";
        write("units.csv", table);
        const auto result = run({"--json", "-", "causal", "--dag", "dag.json", "--matrix", "directed",
                                 "--prior", "units.csv", "--prior-mapping", "facs-extended"});
        QVERIFY2(result.code == 0, result.err.constData());
        const auto d = result.json()["matrices"];
        const auto prior =
            run({"--json", "-", "dataset", "prior", "units.csv", "--mapping", "facs-extended"}).json();
        QCOMPARE(d["prior"], prior["prior"]);
        QCOMPARE(d["b"], prior["normalised"]); // one piece of code, one answer
        for (std::size_t i = 0; i < 12; ++i) {
            double sum = 0.0;
            double expected = 0.0;
            for (std::size_t j = 0; j < 12; ++j) {
                sum += d["c"][i][j].get<double>();
                expected += i == j ? 0.0 : d["a"][i][j].get<double>() + d["b"][i][j].get<double>();
            }
            QVERIFY(std::abs(sum - expected / (expected + 1e-6)) < 1e-12);
            QCOMPARE(d["c"][i][i].get<double>(), 0.0);
        }
        const auto left = run({"--json", "-", "causal", "--dag", "dag.json", "--matrix", "directed",
                               "--prior", "units.csv", "--leave-out", "006"});
        QCOMPARE(left.json()["matrices"]["prior"], Json("loso"));
    }

    void aLaggedCauseIsFoundAndRepeatsAreMarked() {
        mien::Rng rng(3);
        QByteArray table = "X,Y\n";
        double x = 0.0;
        double y = 0.0;
        for (int row = 0; row < 1500; ++row) {
            y = 0.4 * y + 0.6 * x + rng.normal(); // of the row before
            x = 0.4 * x + rng.normal();
            table +=
                QByteArray::number(x) + "," + (row % 50 == 7 ? QByteArray() : QByteArray::number(y)) + "\n";
        }
        write("series.csv", table);
        const auto result =
            run({"--json", "-", "causal", "series.csv", "--lags", "2", "--missing", "test-wise"});
        QVERIFY2(result.code == 0, result.err.constData());
        const auto d = result.json();
        QCOMPARE(d["lags"], Json(2));
        QCOMPARE(d["nodes"].size(), std::size_t{6});
        QCOMPARE(d["lagged"][1]["lag"], Json(1));
        QVERIFY(d["rows_with_gaps"].get<int>() > 0 && d["rows_dropped"].get<int>() == 0);
        QCOMPARE(d["preset"]["name"], Json("complete"));
        int nearest = 0;
        int repeats = 0;
        for (const auto& e : d["edges"])
            if (e["a"].get<std::string>()[0] != e["b"].get<std::string>()[0])
                ++(e.contains("repeats") ? repeats : nearest);
        QCOMPARE(nearest, 1);
        QCOMPARE(repeats, 1);
        const auto text = run({"causal", "series.csv", "--lags", "2"}).out;
        QVERIFY(text.contains("X[t-1] is a cause of Y") && !text.contains("a cause of Y[t-1]"));
    }

    void thePresetIsNamed() {
        const auto d = run({"--json", "-", "causal", "--dag", "dag.json", "--preset", "interactive"}).json();
        QCOMPARE(d["preset"]["name"], Json("interactive"));
        QVERIFY(d["preset"]["label"].get<std::string>().find("25000 tests") != std::string::npos);
        QVERIFY(run({"causal", "--dag", "dag.json", "--max-depth", "0"}).out.contains("Preset anytime"));
    }

    void aTableOfAMillionColumnsIsRefused() {
        QByteArray wide;
        for (int line = 0; line < 3; ++line) {
            for (int c = 0; c < 1'000'000; ++c)
                wide += (c > 0 ? "," : "") + (line == 0 ? "V" + QByteArray::number(c) : QByteArray("1"));
            wide += "\n";
        }
        write("wide.csv", wide);
        const auto result = run({"causal", "wide.csv", "--out", "never.json"});
        QCOMPARE(result.code, 3);
        QVERIFY(result.isOneSentence() && result.err.contains("1000000 columns"));
        QVERIFY(!QFile::exists(m_dir.filePath("never.json")));
    }

    void stoppedInTheMiddleItLeavesNothing() {
        mien::Rng rng(4); // one common cause: a dense graph whose complete search takes hours
        QByteArray table;
        for (int c = 0; c < 60; ++c)
            table += (c > 0 ? ",V" : "V") + QByteArray::number(c);
        for (int row = 0; row < 1500; ++row) {
            const double common = rng.normal();
            for (int c = 0; c < 60; ++c)
                table += (c > 0 ? "," : "\n") + QByteArray::number(common + rng.normal(), 'g', 5);
        }
        write("dense.csv", table + "\n");
        QProcess process;
        startCli(process,
                 {"--json", "half.json", "causal", "dense.csv", "--effective-n", "rows", "--out", "half.txt"},
                 m_dir.path());
        QVERIFY(!process.waitForFinished(2500));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 4);
        QVERIFY(!QFile::exists(m_dir.filePath("half.txt")) && !QFile::exists(m_dir.filePath("half.json")));
        QCOMPARE(process.readAllStandardError().count("mien-cli: "), 1);
    }

    void twoGraphsAreLaidBesideEachOther() {
        const auto d = run({"--json", "-", "causal", "compare", "small.json", "other.txt"}).json();
        QCOMPARE(d["mien"]["verb"], Json("causal compare"));
        QCOMPARE(d["shd"], Json(1));
        QCOMPARE(d["ends"], Json(1));
        QCOMPARE(d["contradictions"], Json(2));
        QCOMPARE(d["only_first"], Json::array({"C"}));
        QCOMPARE(d["only_second"], Json::array({"D"}));
        QCOMPARE(d["pairs"][0]["second"]["at_a"], Json("arrow"));
        QVERIFY(run({"causal", "compare", "small.json", "other.txt"}).out.contains("distance 1"));
    }

    void aGraphIsAtNoDistanceFromItself() {
        for (const char* format : {"tetrad", "pcalg", "causal-learn", "dot", "graphml", "json"}) {
            QCOMPARE(run({"causal", "--dag", "dag.json", "--out", "g", "--format", format}).code, 0);
            QCOMPARE(run({"--json", "whole.json", "causal", "--dag", "dag.json"}).code, 0);
            const auto d = run({"--json", "-", "causal", "compare", "whole.json", "g"}).json();
            QCOMPARE(d["shd"], Json(0));
            QCOMPARE(d["same"], Json(3));
        }
    }

    void aMatrixIsTakenForWhatItMustBe() {
        QCOMPARE(run({"--json", "-", "causal", "compare", "small.json", "pcalg.csv"}).json()["shd"], Json(0));
        QCOMPARE(run({"--json", "-", "causal", "compare", "small.json", "learn.csv"}).json()["shd"], Json(0));
        const auto either = run({"causal", "compare", "small.json", "either.csv"});
        QCOMPARE(either.code, 3);
        QVERIFY(either.isOneSentence());
        QCOMPARE(run({"causal", "compare", "small.json", "either.csv", "--second-format", "pcalg"}).code, 0);
    }

    void whatIsWrongIsSaidInASentence() {
        write("text.txt", "hello\n");
        write("foreign.json", R"({"nodes": ["Q"], "edges": []})");
        for (const auto& [code, arguments] :
             {std::pair(3, QStringList{"causal", "compare", "small.json", "none.json"}),
              {3, {"causal", "compare", "small.json", "text.txt"}},
              {3, {"causal", "compare", "small.json", "foreign.json"}},
              {2, {"causal", "compare", "small.json"}},
              {2, {"causal", "compare", "small.json", "other.txt", "third.txt"}},
              {2, {"causal", "compare", "small.json", "other.txt", "--alpha", "0.5"}},
              {2, {"causal", "--dag", "dag.json", "--transpose"}},
              {2, {"causal", "--dag", "dag.json", "--lags", "1"}},
              {2, {"causal", "units.csv", "--lags", "51"}},
              {2, {"causal", "few.csv", "--missing", "test-wise", "--test", "g-square"}},
              {2, {"causal", "--dag", "dag.json", "--matrix", "weighted"}},
              {3, {"causal", "--dag", "dag.json", "--matrix", "directed", "--prior", "none.csv"}}}) {
            const auto result = run(arguments);
            QCOMPARE(result.code, code);
            QVERIFY(result.isOneSentence());
        }
    }

private:
    CliResult run(const QStringList& arguments) { return cli(arguments, m_dir.path()); }
    void write(const char* name, const QByteArray& content) { writeFile(m_dir.filePath(name), content); }

    QTemporaryDir m_dir;
};

MIEN_TEST(TestCliCausalGraphs)

} // namespace tst_cli_causal_graphs

#include "tst_cli_causal_graphs.moc"
