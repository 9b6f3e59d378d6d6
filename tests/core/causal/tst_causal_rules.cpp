// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/possible_d_sep.h"
#include "core/causal/rules.h"
#include "graph_text.h"
#include "support/test_program.h"

namespace tst_causal_rules {

using namespace mien::causal;
using namespace mien::causal::test;

namespace {

int placeOf(const Pag& graph, const char* name) {
    const auto& names = graph.names();
    return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// Every non-adjacent pair separated by the empty set, but for "x y: a b" clauses.
SeparatingSets setsFor(const Pag& graph, const QString& clauses) {
    SeparatingSets sets(graph.size());
    for (int i = 0; i < graph.size(); ++i)
        for (int j = 0; j < i; ++j)
            if (!graph.adjacent(i, j))
                sets.setFound(i, j, {});
    for (const QString& clause : clauses.split(',', Qt::SkipEmptyParts)) {
        const auto sides = clause.split(':');
        const auto pair = sides[0].simplified().split(' ');
        std::vector<int> set;
        for (const QString& name : sides[1].simplified().split(' '))
            set.push_back(placeOf(graph, qPrintable(name)));
        sets.setFound(placeOf(graph, qPrintable(pair[0])), placeOf(graph, qPrintable(pair[1])), set);
    }
    return sets;
}

} // namespace

/// Each orientation rule alone, on the smallest graphs that tell a right one from the known wrong ones.
class TestCausalRules : public QObject {
    Q_OBJECT

private slots:
    void oneRuleAlone_data() {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("sets");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, int rule, const char* start, const char* expected,
                            const char* sets = "") {
            QTest::addRow("R%d %s", rule, name) << rule << start << sets << expected;
        };
        row("orients away", 1, "A o-> B, B o-o C", "A o-> B, B --> C");
        row("not when shielded", 1, "A o-> B, B o-o C, A o-o C", "A o-> B, B o-o C, A o-o C");
        row("keeps an arrowhead that is there", 1, "A o-> B, B <-> C", "A o-> B, B <-> C");
        row("a tail then an arrow", 2, "A --> B, B o-> C, A o-o C", "A --> B, B o-> C, A o-> C");
        row("an arrow then a tail", 2, "A <-> B, B --> C, A o-o C", "A <-> B, B --> C, A o-> C");
        row("two bidirected say nothing", 2, "A <-> B, B <-> C, A o-o C", "A <-> B, B <-> C, A o-o C");
        row("double triangle", 3, "A o-> B, C o-> B, A o-o T, C o-o T, T o-o B",
            "A o-> B, C o-> B, A o-o T, C o-o T, T o-> B");
        row("not when A and C are adjacent", 3, "A o-> B, C o-> B, A o-o T, C o-o T, T o-o B, A o-o C",
            "A o-> B, C o-> B, A o-o T, C o-o T, T o-o B, A o-o C");
        // theta *-> a <-* b, a --> c, b o-o c
        row("in the separating set", 4, "T o-> A, A <-> B, A --> C, B o-o C",
            "T o-> A, A <-> B, A --> C, B --> C", "T C: A B");
        row("not in the separating set", 4, "T o-> A, A <-o B, A --> C, B o-o C",
            "T o-> A, A <-> B, A --> C, B <-> C", "T C: A");
        row("a longer path, walked backwards", 4, "T o-> D, D <-> A, A <-> B, D --> C, A --> C, B o-> C",
            "T o-> D, D <-> A, A <-> B, D --> C, A --> C, B --> C", "T C: D A B");
        row("an inner node that is no parent ends nothing", 4,
            "T o-> D, D <-> A, A <-> B, D o-> C, A --> C, B o-o C",
            "T o-> D, D <-> A, A <-> B, D o-> C, A --> C, B o-o C", "T C: D A B");
        row("chordless cycle of four", 5, "A o-o B, B o-o C, C o-o D, D o-o A",
            "A --- B, B --- C, C --- D, D --- A");
        // Guide, defect 1: the junction triples must be uncovered too
        row("not on a triangle", 5, "A o-o B, B o-o C, C o-o A", "A o-o B, B o-o C, C o-o A");
        row("not on a cycle with a chord at the junction", 5, "A o-o B, B o-o C, C o-o D, D o-o A, A o-o C",
            "A o-o B, B o-o C, C o-o D, D o-o A, A o-o C");
        row("five nodes, one chord", 5, "A o-o B, B o-o C, C o-o D, D o-o E, E o-o A, B o-o D",
            "A --- B, B o-o C, C o-o D, D --- E, E --- A, B --- D");
        row("beside an undirected edge", 6, "A --- B, B o-> C", "A --- B, B --> C");
        row("tail before a circle", 7, "A --o B, B o-> C", "A --o B, B --> C");
        row("not when A and C are adjacent", 7, "A --o B, B o-> C, A o-o C", "A --o B, B o-> C, A o-o C");
        row("two arrows", 8, "A --> B, B --> C, A o-> C", "A --> B, B --> C, A --> C");
        row("tail, circle, arrow", 8, "A --o B, B --> C, A o-> C", "A --o B, B --> C, A --> C");
        row("not without an arrowhead at C", 8, "A --> B, B --> C, A o-o C", "A --> B, B --> C, A o-o C");
        row("an uncovered path", 9, "A o-> C, A o-o B, B o-o D, D o-> C",
            "A --> C, A o-o B, B o-o D, D --> C");
        row("not along a covered path", 9, "A o-> C, A o-o B, B o-o D, D o-> C, A o-o D",
            "A o-> C, A o-o B, B o-o D, D o-> C, A o-o D");
        // Guide, defect 8: the shield B–E is no part of any possibly directed path, yet it shields
        row("a shield that cannot be walked shields", 9,
            "A o-> C, A o-> B, B --> D, D --> E, E --> C, B <-> E",
            "A o-> C, A o-> B, B --> D, D --> E, E --> C, B <-> E");
        // Guide, defect 2: D is first reached by a covered way (through F), only the other one goes on
        row("a node visited by a covered way can still be walked through", 9,
            "A o-> C, A o-o B, A o-o F, B o-o D, F o-o D, F o-o E, D o-o E, E o-> C",
            "A --> C, A o-o B, A o-o F, B o-o D, F o-o D, F o-o E, D o-o E, E --> C");
        row("two parents", 10, "A o-> C, B --> C, D --> C, A o-o B, A o-o D",
            "A --> C, B --> C, D --> C, A o-o B, A o-o D");
        row("one parent by two ways", 10, "A o-> C, P --> C, A o-o M, A o-o W, M o-> P, W o-> P",
            "A --> C, P --> C, A o-o M, A o-o W, M o-> P, W o-> P");
        row("not with adjacent first nodes", 10, "A o-> C, B --> C, D --> C, A o-o B, A o-o D, B o-o D",
            "A o-> C, B --> C, D --> C, A o-o B, A o-o D, B o-o D");
        // Guide, defect 3: reachable, but only along a covered way
        row("reachable is not enough", 10,
            "A o-> C, B --> C, D --> C, A o-o B, A o-o M, M o-o N, N o-o D, A o-o N, M o-o D, N o-o B, M o-o "
            "B",
            "A o-> C, B --> C, D --> C, A o-o B, A o-o M, M o-o N, N o-o D, A o-o N, M o-o D, N o-o B, M o-o "
            "B");
    }
    void oneRuleAlone() {
        QFETCH(int, rule);
        QFETCH(QString, start);
        QFETCH(QString, sets);
        QFETCH(QString, expected);
        Pag graph = pagOf(start);
        const auto separating = setsFor(graph, sets);
        const TripleSet none;
        Rules rules(graph, separating, none);
        while (rules.apply(static_cast<Reason>(static_cast<int>(Reason::R0) + rule))) {
        }
        QCOMPARE(edgeTexts(graph), edgeTexts(pagOf(expected)));
    }

    void withoutASeparatingSetADiscriminatingPathSaysNothing() {
        Pag graph = pagOf("T o-> A, A <-> B, A --> C, B o-o C");
        SeparatingSets sets(graph.size());
        sets.setForbidden(placeOf(graph, "T"),
                          placeOf(graph, "C")); // knowledge: "no set", not "the empty set"
        const TripleSet none;
        Rules rules(graph, sets, none);
        QVERIFY(!rules.apply(Reason::R4));
    }

    void anAmbiguousTripleIsNoNonCollider() {
        for (const auto& [rule, start, triple] :
             {std::tuple(Reason::R1, "A o-> B, B o-o C", "A B C"),
              std::tuple(Reason::R3, "A o-> B, C o-> B, A o-o T, C o-o T, T o-o B", "A T C"),
              std::tuple(Reason::R5, "A o-o B, B o-o C, C o-o D, D o-o A", "B C D"),
              std::tuple(Reason::R7, "A --o B, B o-> C", "A B C"),
              std::tuple(Reason::R9, "A o-> C, A o-o B, B o-o D, D o-> C", "A B D"),
              std::tuple(Reason::R10, "A o-> C, B --> C, D --> C, A o-o B, A o-o D", "B A D")}) {
            Pag graph = pagOf(start);
            const auto sets = setsFor(graph, {});
            const auto names = QString::fromLatin1(triple).split(' ');
            TripleSet ambiguous;
            ambiguous.insert({placeOf(graph, qPrintable(names[0])), placeOf(graph, qPrintable(names[1])),
                              placeOf(graph, qPrintable(names[2]))});
            const auto before = edgeTexts(graph);
            Rules(graph, sets, ambiguous).apply(rule);
            QCOMPARE(edgeTexts(graph), before);
        }
    }

    /// Guide, defect 4: R4 must run although R1–R3 changed nothing since, R8–R10 more than once.
    void noRuleWaitsForAnother() {
        Pag graph = pagOf("T o-> A, A <-> B, A --> C, B o-> C, E --> C, D --> E, D o-> C");
        const auto sets = setsFor(graph, "T C: A B");
        const TripleSet none;
        Rules(graph, sets, none).applyAll(true);
        QVERIFY(graph.isParent(placeOf(graph, "B"), placeOf(graph, "C")));
        QVERIFY(graph.isParent(placeOf(graph, "D"), placeOf(graph, "C")));
        QCOMPARE(graph.reason(placeOf(graph, "C"), placeOf(graph, "B")), Reason::R4);
        QCOMPARE(graph.reason(placeOf(graph, "C"), placeOf(graph, "D")), Reason::R8);
    }

    void onlyCirclesAreOverwritten() {
        Pag graph = pagOf("A o-> B, B <-- C"); // R1 would make B --> C
        const auto sets = setsFor(graph, {});
        const TripleSet none;
        Rules(graph, sets, none).applyAll(true);
        QCOMPARE(edgeTexts(graph), (QStringList{"A o-> B", "B <-- C"}));
    }

    /// Guide, defect 5: a walk goes on from (b, c), not from (a, c).
    void possibleDSepFollowsColliders() {
        const Pag graph = pagOf("A o-> B, B <-> C, C <-> D, D <-o E, D o-> F");
        const auto reached = [&](int length) {
            QStringList names;
            for (const int v : possibleDSep(graph, placeOf(graph, "A"), length))
                names << QString::fromStdString(graph.names()[static_cast<std::size_t>(v)]);
            return names.join(' ');
        };
        QCOMPARE(reached(-1), "B C D E"); // F is behind a non-collider
        QCOMPARE(reached(1), "B");
        QCOMPARE(reached(2), "B C");
        QCOMPARE(reached(3), "B C D");
    }

    void possibleDSepGoesThroughTriangles() {
        const Pag graph = pagOf("A o-o B, B o-o C, A o-o C, C o-o D");
        QCOMPARE(possibleDSep(graph, placeOf(graph, "A")),
                 (std::vector<int>{placeOf(graph, "B"), placeOf(graph, "C")}));
    }

    void biconnectedComponentsMeetAtCutNodes() {
        const Pag graph = pagOf("A o-o B, B o-o C, C o-o A, C o-o D, D o-o E, E o-o F, F o-o D, G");
        const auto component = biconnectedComponents(graph);
        const auto of = [&](const char* a, const char* b) {
            return component[static_cast<std::size_t>(placeOf(graph, a) * graph.size() + placeOf(graph, b))];
        };
        QCOMPARE(of("A", "B"), of("C", "A"));
        QCOMPARE(of("A", "B"), of("B", "C"));
        QCOMPARE(of("D", "E"), of("F", "D"));
        QVERIFY(of("A", "B") != of("C", "D") && of("C", "D") != of("D", "E") && of("A", "B") != of("D", "E"));
        QCOMPARE(of("A", "G"), -1);
        QCOMPARE(of("D", "C"), of("C", "D"));
    }
};

MIEN_TEST(TestCausalRules)

} // namespace tst_causal_rules

#include "tst_causal_rules.moc"
