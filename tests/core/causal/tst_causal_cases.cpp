// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/causal/fci.h"
#include "core/causal/oracle_case.h"
#include "core/causal/rules.h"
#include "graph_text.h"
#include "known_graphs.h"
#include "shuffled.h"
#include "support/test_program.h"

namespace tst_causal_cases {

using namespace mien;
using namespace mien::causal;
using namespace mien::causal::test;

/// Graphs whose partial ancestral graph is known: those of other implementations' suites and the
/// counterexamples that break them.
class TestCausalCases : public QObject {
    Q_OBJECT

private slots:
    void everyKnownCaseIsExactInAnyOrder_data() {
        QTest::addColumn<QString>("file");
        QTest::addRow("cases") << "fci/cases.json";
        QTest::addRow("random") << "fci/random_oracle.json";
    }
    void everyKnownCaseIsExactInAnyOrder() {
        MIEN_NEEDS_SHARED("fci");
        QFETCH(QString, file);
        const auto document = readShared(qPrintable(file));
        int exact = 0;
        for (const auto& entry : document["cases"]) {
            const auto name = entry["name"].get<std::string>();
            const auto parsed = parseOracleCase(jsonText(entry), name);
            MIEN_VERIFY(parsed);
            const auto expected = edgeTexts(graphOf(entry["expected_pag"]));
            Rng rng(7);
            for (int shuffle = 0; shuffle <= 20; ++shuffle) {
                const Dag dag = shuffle == 0 ? parsed->dag : shuffled(parsed->dag, rng);
                const auto found = edgeTexts(answerOf(dag, {}, parsed->knowledge).graph);
                if (found != expected)
                    qWarning("%s, order %d:\n  found    %s\n  expected %s", name.c_str(), shuffle,
                             qPrintable(found.join(", ")), qPrintable(expected.join(", ")));
                QCOMPARE(found, expected);
            }
            ++exact;
        }
        QCOMPARE(exact, static_cast<int>(document["cases"].size()));
        qInfo("%d of %d cases exact, 21 orders each", exact, exact);
    }

    /// By design it may keep edges of graphs that need possible-d-sep.
    void rfciKeepsEveryEdgeAndFewMore() {
        MIEN_NEEDS_SHARED("fci");
        FciOptions options;
        options.algorithm = Algorithm::Rfci;
        int extra = 0;
        const auto document = readShared("fci/cases.json"); // lives longer than the loop's range
        for (const auto& entry : document["cases"]) {
            const auto parsed = parseOracleCase(jsonText(entry), "case");
            MIEN_VERIFY(parsed);
            const auto full = answerOf(parsed->dag, {}, parsed->knowledge);
            const auto fast = answerOf(parsed->dag, options, parsed->knowledge);
            for (const Edge& e : full.graph.edges())
                QVERIFY(fast.graph.adjacent(e.a, e.b));
            extra += fast.graph.edgeCount() > full.graph.edgeCount();
            for (const Edge& e : fast.graph.edges()) {
                if (!full.graph.adjacent(e.a, e.b))
                    continue;
                // an end that both decide is decided alike
                for (const auto& [mine, theirs] :
                     {std::pair(e.atA, full.graph.end(e.b, e.a)), std::pair(e.atB, full.graph.end(e.a, e.b))})
                    QVERIFY2(mine == Mark::Circle || theirs == Mark::Circle || mine == theirs,
                             entry["name"].get<std::string>().c_str());
            }
        }
        qInfo("RFCI keeps an edge more in %d of the cases", extra);
        QVERIFY(extra > 0 && extra < 15);
    }

    void everyRuleCaseIsExact() {
        MIEN_NEEDS_SHARED("fci");
        const auto document = readShared("fci/cases.json");
        QCOMPARE(document["rule_cases"].size(), std::size_t{9});
        for (const auto& entry : document["rule_cases"]) {
            Pag graph = graphOf(entry["start"]);
            SeparatingSets sets(graph.size());
            for (int i = 0; i < graph.size(); ++i)
                for (int j = 0; j < i; ++j)
                    if (!graph.adjacent(i, j))
                        sets.setFound(i, j, {});
            QVERIFY(!entry.contains("sepset")); // all of the known ones work with empty sets
            const auto text = entry["rule"].get<std::string>();
            const auto rule = static_cast<Reason>(static_cast<int>(Reason::R0) + std::stoi(text.substr(1)));
            const TripleSet none;
            Rules rules(graph, sets, none);
            while (rules.apply(rule)) {
            }
            QCOMPARE(edgeTexts(graph), edgeTexts(graphOf(entry["expected"])));
        }
    }

    void smallGraphsByHand_data() {
        QTest::addColumn<QString>("dag");
        QTest::addColumn<QString>("pag");
        QTest::addRow("chain") << "A > B > C"
                               << "A o-o B, B o-o C";
        QTest::addRow("collider") << "A > C, B > C"
                                  << "A o-> C, B o-> C";
        // Y shape: the classical visible edge
        QTest::addRow("Y") << "A > C, B > C, C > D"
                           << "A o-> C, B o-> C, C --> D";
        QTest::addRow("confounded pair") << "A > B, L > B, L > C, D > C; latent L"
                                         << "A o-> B, B <-> C, D o-> C";
        // A chordless cycle of four can only come from selection: R5
        QTest::addRow("selection square") << "A > B, A > D, B > S, C > S, D > C; selected S"
                                          << "A --- B, A --- D, B --- C, C --- D";
        QTest::addRow("no edge") << "A > L, B > M; latent L M"
                                 << "A, B";
        // Spirtes, Meek & Richardson 1999: A and E need possible-d-sep to be told apart
        QTest::addRow("complete triangle") << "A > B, A > C, B > C"
                                           << "A o-o B, A o-o C, B o-o C";
    }
    void smallGraphsByHand() {
        QFETCH(QString, dag);
        QFETCH(QString, pag);
        QCOMPARE(pagTexts(dag), edgeTexts(pagOf(pag)));
    }
};

MIEN_TEST(TestCausalCases)

} // namespace tst_causal_cases

#include "tst_causal_cases.moc"
