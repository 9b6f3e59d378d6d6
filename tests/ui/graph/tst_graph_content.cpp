// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/compare_graphs.h"
#include "core/causal/meaning.h"
#include "graph_samples.h"
#include "support/test_program.h"
#include "ui/graph/edge_words.h"

#include <QTest>

namespace tst_graph_content {

using namespace mien;
using namespace mien::ui::graph;
using causal::Mark;

class TestGraphContent : public QObject {
    Q_OBJECT

private slots:
    void aGraphBecomesItsNodesAndEdges() {
        const auto graph = test::regionGraph();
        const Content content = contentOf(graph);
        QCOMPARE(content.nodes.size(), 12u);
        QCOMPARE(content.edges.size(), 6u);
        const Edge* edge = content.between(8, 0);
        QVERIFY(edge);
        QCOMPARE(edge->a, 0);
        QVERIFY(edge->atA == Mark::Tail && edge->atB == Mark::Arrow);
        QVERIFY(!content.between(0, 1));
        QCOMPARE(content.indexOf("nose tip"), 7);
        QCOMPARE(content.indexOf("elbow"), -1);
    }

    void wordsAreThoseOfTheCore() {
        causal::Pag graph({"A", "B"});
        for (const Mark a : {Mark::Circle, Mark::Arrow, Mark::Tail})
            for (const Mark b : {Mark::Circle, Mark::Arrow, Mark::Tail}) {
                graph.connect(0, 1, a, b);
                QCOMPARE(meaningOf("A", "B", a, b),
                         QString::fromStdString(causal::meaningOf(graph, graph.edges().front())));
            }
    }

    void factsStandInTheTip() {
        Content content = contentOf(test::regionGraph());
        content.edges[0].facts = {.pValue = 0.0123, .stability = 0.62, .sameEnds = 0.4, .notes = {"a note"}};
        const QString tip = edgeTip(content, content.edges[0]);
        for (const char* part :
             {"left outer brow is a cause of left mouth corner", "0.012", "62%", "40%", "a note"})
            QVERIFY2(tip.contains(QLatin1String(part)), qPrintable(tip));
        QVERIFY(nodeTip(content, 0).contains("effects: 1"));
    }

    void weightsBelowTheLeastAreLeftOut() {
        Eigen::MatrixXd weights(3, 3);
        weights << 1.0, 0.5, 0.1, 0.5, 1.0, 0.0, 0.1, 0.0, 1.0;
        const Content content = coOccurrence({"A", "B", "C"}, weights, 0.2);
        QCOMPARE(content.edges.size(), 1u);
        QCOMPARE(content.edges[0].facts.weight, 0.5);
        QCOMPARE(content.kind, Kind::CoOccurrence);
    }

    void aDifferenceSaysWhatTheComparisonSays() {
        const auto first = test::randomGraph(9, 14, 1);
        auto second = test::randomGraph(9, 14, 2);
        std::vector<int> order{8, 7, 6, 5, 4, 3, 2, 1, 0}; // the order of nodes means nothing
        second = second.reordered(order);
        const auto comparison = causal::compareGraphs(first, second);
        const Content content = differenceOf(first, second, "one", "two");
        const auto count = [&](Presence presence) {
            return std::count_if(content.edges.begin(), content.edges.end(),
                                 [&](const Edge& edge) { return edge.presence == presence; });
        };
        QCOMPARE(count(Presence::Both), comparison.same);
        QCOMPARE(count(Presence::OnlyFirst), comparison.removed);
        QCOMPARE(count(Presence::OnlySecond), comparison.added);
        QCOMPARE(count(Presence::MarksDiffer), comparison.ends);
        for (const Edge& edge : content.edges) {
            const int a = edge.a, b = edge.b; // nodes of `first` keep their numbers
            QVERIFY(a < b);
            if (edge.presence != Presence::OnlySecond)
                QVERIFY(first.end(b, a) == edge.atA && first.end(a, b) == edge.atB);
            if (edge.presence == Presence::MarksDiffer)
                QVERIFY(second.end(8 - b, 8 - a) == edge.secondAtA &&
                        second.end(8 - a, 8 - b) == edge.secondAtB);
        }
    }

    void nodesOfOneGraphAloneAreMarked() {
        causal::Pag first({"A", "B"}), second({"B", "C"});
        first.connect(0, 1);
        const Content content = differenceOf(first, second, "one", "two");
        QCOMPARE(content.names(), (std::vector<std::string>{"A", "B", "C"}));
        QVERIFY(content.nodes[0].faint && !content.nodes[1].faint && content.nodes[2].faint);
        QVERIFY(content.edges.empty());
    }

    void regionsAreFoundBehindTheirLags() {
        QCOMPARE(regionIn("nose tip"), std::string("nose tip"));
        QCOMPARE(regionIn("nose tip (t-1)"), std::string("nose tip"));
        QCOMPARE(regionIn("nose tip[t-2]"), std::string("nose tip"));
        QCOMPARE(contentOf(causal::Pag({"nose tip[t-2]"})).labelOf(0), QString("nose tip t−2"));
        QCOMPARE(regionIn("nose tips"), std::string());
        QCOMPARE(regionIn("X1"), std::string());
    }
};

MIEN_TEST(TestGraphContent)

} // namespace tst_graph_content

#include "tst_graph_content.moc"
