// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"

#include <cmath>

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

QTEST_GUILESS_MAIN(TestCliCausalGraphs)
#include "tst_cli_causal_graphs.moc"
