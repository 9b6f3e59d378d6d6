// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"

#include "core/base/json.h"
#include "core/base/rng.h"
#include "support/test_program.h"

#include <set>

namespace tst_cli_causal {

using namespace mien::test;

/// `causal`: tables, oracles, knowledge, exports, and what is wrong with them.
class TestCliCausal : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        mien::Rng rng(1);
        QByteArray table = "A,B,C,D\n";
        QByteArray shuffled = "D,B,A,C\n";
        for (int row = 0; row < 800; ++row) {
            const double a = rng.normal();
            const double b = rng.normal();
            const double c = 0.8 * a + 0.8 * b + rng.normal();
            const double d = c + rng.normal();
            const auto cell = [](double v) { return QByteArray::number(v, 'g', 12); };
            table += cell(a) + "," + cell(b) + "," + cell(c) + "," + cell(d) + "\n";
            shuffled += cell(d) + "," + cell(b) + "," + cell(a) + "," + cell(c) + "\n";
        }
        write("table.csv", table);
        write("shuffled.csv", shuffled);
        write("dag.json", R"({"nodes": ["A", "B", "C", "L", "D"], "latents": ["L"], "selection": [],
            "dag_edges": [["A", "B"], ["L", "B"], ["L", "C"], ["D", "C"]]})");
        write("tiers.json", R"({"tiers": [["A", "B"], ["C", "D"]]})");
    }

    void aTableGivesItsGraph() {
        const auto result = run({"--json", "-", "causal", "table.csv"});
        QCOMPARE(result.code, 0);
        const auto d = result.json();
        QCOMPARE(d["mien"]["verb"], Json("causal"));
        QCOMPARE(d["nodes"], Json({"A", "B", "C", "D"}));
        QCOMPARE(edges(d), (std::set<std::string>{"A circle arrow C", "B circle arrow C", "C tail arrow D"}));
        QCOMPARE(d["definite"]["causes"], Json::array({Json::array({"C", "D"})}));
        QCOMPARE(d["skeleton"].size(), std::size_t{3});
        QVERIFY(d["tests"].get<int>() > 6 && d["seconds"].is_number());
        QVERIFY(d["edges"][0]["weakest_p"].get<double>() < 0.01);
        QVERIFY(d["edges"][0].find("stability") == d["edges"][0].end());
        const auto text = run({"causal", "table.csv"});
        QVERIFY(text.out.contains("C --> D") && text.out.contains("C is a cause of D"));
    }

    void columnsAndThreadsChangeNothing() {
        const auto body = [&](const QStringList& arguments) {
            auto d = run(QStringList{"--json", "-", "--seed", "4"} + arguments).json();
            for (const char* key : {"mien", "timing", "seconds"})
                d.erase(key);
            return jsonText(d);
        };
        const auto plain = body({"causal", "table.csv", "--bootstrap", "20"});
        QCOMPARE(body({"--threads", "1", "causal", "table.csv", "--bootstrap", "20"}), plain);
        QCOMPARE(body({"causal", "shuffled.csv", "--bootstrap", "20"}), plain);
        QVERIFY(plain.find("\"replicates\":20") != std::string::npos);
    }

    void anOracleAnswersForAKnownGraph() {
        const auto d = run({"--json", "-", "causal", "--dag", "dag.json"}).json();
        QCOMPARE(edges(d),
                 (std::set<std::string>{"A circle arrow B", "B arrow arrow C", "C arrow circle D"}));
        QCOMPARE(d["definite"]["confounded"], Json::array({Json::array({"B", "C"})}));
        const auto rfci = run({"--json", "-", "causal", "--dag", "dag.json", "--algorithm", "rfci"}).json();
        QCOMPARE(edges(rfci), edges(d));
        const auto early = run({"--json", "-", "causal", "--dag", "dag.json", "--max-depth", "0"}).json();
        QCOMPARE(early["limits"]["skeleton_depth"], Json(true));
    }

    void knowledgeIsRead() {
        const auto d = run({"--json", "-", "causal", "table.csv", "--knowledge", "tiers.json"}).json();
        QCOMPARE(d["selection_bias"], Json(false));
        QVERIFY(edges(d).contains("A circle arrow C"));
    }

    void graphsAreWrittenForOtherPrograms() {
        for (const char* format : {"tetrad", "graphml"}) { // the others: tst_causal_formats
            const auto result = run({"causal", "table.csv", "--out", "g.txt", "--format", format});
            QCOMPARE(result.code, 0);
            QFile file(m_dir.filePath("g.txt"));
            QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("C"));
        }
    }

    void badInputEndsWithThreeAndASentence_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("arguments");
        QTest::addRow("none") << QByteArray() << QStringList{"none.csv"};
        QTest::addRow("one row") << QByteArray("A,B\n1,2\n") << QStringList{"bad"};
        QTest::addRow("one column") << QByteArray("A\n1\n2\n3\n4\n5\n6\n") << QStringList{"bad"};
        QTest::addRow("text") << QByteArray("A,B\n1,x\n") << QStringList{"bad"};
        QTest::addRow("infinite") << QByteArray("A,B\n1,inf\n") << QStringList{"bad"};
        QTest::addRow("nothing but NaN")
            << QByteArray("A,B\nnan,1\nnan,2\nnan,3\nnan,4\nnan,5\n") << QStringList{"bad"};
        QTest::addRow("dag") << QByteArray("{}") << QStringList{"--dag", "bad"};
        QTest::addRow("cycle") << QByteArray(
                                      R"({"nodes": ["A", "B"], "dag_edges": [["A", "B"], ["B", "A"]]})")
                               << QStringList{"--dag", "bad"};
        QTest::addRow("one node") << QByteArray(R"({"nodes": ["A"], "dag_edges": []})")
                                  << QStringList{"--dag", "bad"};
        QTest::addRow("knowledge") << QByteArray("[]") << QStringList{"table.csv", "--knowledge", "bad"};
        QTest::addRow("contradiction")
            << QByteArray(R"({"required": [["A", "B"]], "forbidden": [["A", "B"]]})")
            << QStringList{"table.csv", "--knowledge", "bad"};
        QTest::addRow("unknown name")
            << QByteArray(R"({"tiers": [["Z"]]})") << QStringList{"table.csv", "--knowledge", "bad"};
    }
    void badInputEndsWithThreeAndASentence() {
        QFETCH(QByteArray, content);
        QFETCH(QStringList, arguments);
        write("bad", content);
        const auto result = run(QStringList{"causal"} + arguments + QStringList{"--out", "never.json"});
        QCOMPARE(result.code, 3);
        QVERIFY(result.isOneSentence());
        QVERIFY(!QFile::exists(m_dir.filePath("never.json")));
    }

    void wrongUseEndsWithTwo() {
        for (const auto& arguments : {QStringList{"causal"},
                                      {"causal", "table.csv", "--dag", "dag.json"},
                                      {"causal", "table.csv", "--alpha", "2"},
                                      {"causal", "table.csv", "--effective-n", "few"},
                                      {"causal", "table.csv", "--effective-n", "nan"},
                                      {"causal", "table.csv", "--preset", "slow"}}) {
            const auto result = run(arguments);
            QCOMPARE(result.code, 2);
            QVERIFY(result.isOneSentence());
        }
    }

private:
    CliResult run(const QStringList& arguments) { return cli(arguments, m_dir.path()); }
    void write(const char* name, const QByteArray& content) { writeFile(m_dir.filePath(name), content); }
    static std::set<std::string> edges(const Json& document) {
        std::set<std::string> all;
        for (const auto& e : document["edges"])
            all.insert(e["a"].get<std::string>() + " " + e["at_a"].get<std::string>() + " " +
                       e["at_b"].get<std::string>() + " " + e["b"].get<std::string>());
        return all;
    }

    QTemporaryDir m_dir;
};

MIEN_TEST(TestCliCausal)

} // namespace tst_cli_causal

#include "tst_cli_causal.moc"
