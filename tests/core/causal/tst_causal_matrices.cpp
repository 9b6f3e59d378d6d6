// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/compare_graphs.h"
#include "core/causal/region_matrices.h"
#include "graph_text.h"

#include "core/base/rng.h"
#include "support/test_program.h"

#include <algorithm>

namespace tst_causal_matrices {

using namespace mien;
using namespace mien::causal;
using namespace mien::causal::test;

namespace {

using Matrix = Eigen::MatrixXd;

/// One row a graph's matrix row: "0 1 0 / 1 0 0".
QString textOf(const Matrix& m) {
    QStringList rows;
    for (Eigen::Index i = 0; i < m.rows(); ++i) {
        QStringList cells;
        for (Eigen::Index j = 0; j < m.cols(); ++j)
            cells << QString::number(m(i, j));
        rows << cells.join(' ');
    }
    return rows.join(QStringLiteral(" / "));
}

Stability stabilityOf(const std::vector<QString>& graphs) {
    std::vector<Pag> pags;
    for (const auto& text : graphs)
        pags.push_back(pagOf(text));
    const auto counted =
        countEnds(pags.front().size(), static_cast<int>(pags.size()),
                  [&](int i) -> Result<Pag> { return pags[static_cast<std::size_t>(i)]; }, {});
    return counted ? *counted : Stability();
}

Pag randomPag(int size, Rng& rng) {
    std::vector<std::string> names;
    for (int i = 0; i < size; ++i)
        names.push_back("V" + std::to_string(i));
    Pag graph(names);
    const auto mark = [&] { return static_cast<Mark>(1 + rng.below(3)); };
    for (int i = 0; i < size; ++i)
        for (int j = i + 1; j < size; ++j)
            if (rng.below(2) == 0) {
                const Mark atI = mark();
                graph.connect(i, j, atI, mark(), Reason::Given);
            }
    return graph;
}

} // namespace

/// The matrices of Causal-Ex, and two graphs beside each other.
class TestCausalMatrices : public QObject {
    Q_OBJECT

private slots:
    void onlyDirectedEdgesAreEntriesUnlessAskedFor() {
        const Pag graph = pagOf("A --> B, C o-> B, C <-> D, A o-o D");
        const std::vector<std::string> nodes{"A", "B", "C", "D"};
        const auto matrix = [&](MatrixEdges edges, bool transpose) {
            const auto m = edgeMatrix(graph, nodes, {edges, transpose});
            return m ? textOf(*m) : QString();
        };
        QCOMPARE(matrix(MatrixEdges::Directed, false), "0 1 0 0 / 0 0 0 0 / 0 0 0 0 / 0 0 0 0");
        QCOMPARE(matrix(MatrixEdges::Directed, true), "0 0 0 0 / 1 0 0 0 / 0 0 0 0 / 0 0 0 0");
        QCOMPARE(matrix(MatrixEdges::Any, false), "0 1 0 1 / 1 0 1 0 / 0 1 0 1 / 1 0 1 0");
        QCOMPARE(matrix(MatrixEdges::Any, true), matrix(MatrixEdges::Any, false));
        QCOMPARE(matrix(MatrixEdges::Confounded, false), "0 0 0 0 / 0 0 0 0 / 0 0 0 1 / 0 0 1 0");
    }

    void weightsAreTheShareOfTails() {
        const auto stability =
            stabilityOf({"A --> B, B o-o C", "A --> B, B o-o C", "A --> B, B o-o C", "A o-> B, B o-o C"});
        const auto m = edgeMatrix(pagOf("A o-> B, B o-o C"), {"A", "B", "C"}, {MatrixEdges::Weighted, false},
                                  &stability);
        MIEN_VERIFY(m);
        QCOMPARE(textOf(*m), "0 0.75 0 / 0 0 1 / 0 1 0");
        QCOMPARE(edgeMatrix(pagOf("A o-> B"), {"A", "B"}, {MatrixEdges::Weighted, false}).error().code,
                 ErrorCode::InvalidArgument);
    }

    void aRegionThatWasSetAsideHasAnEmptyRow() {
        const auto m = edgeMatrix(pagOf("C --> A"), {"A", "B", "C"}, {});
        MIEN_VERIFY(m);
        QCOMPARE(textOf(*m), "0 0 0 / 0 0 0 / 1 0 0");
        QCOMPARE(edgeMatrix(pagOf("C --> A"), {"A", "B"}, {}).error().code, ErrorCode::InvalidArgument);
    }

    void theRegionsOfLargestOutDegreeTie() {
        const auto essential = essentialNodes(pagOf("A --> B, C --> D, C --> B, E --> B, E --> D, F o-> B"));
        QCOMPARE(essential.nodes, (std::vector<int>{2, 4})); // C, E
        QCOMPARE(essential.outDegree, 2);
        QVERIFY(!essential.noDirectedEdge);
    }

    void withoutADirectedEdgeEveryRegionTies() {
        const auto essential = essentialNodes(pagOf("A o-> B, B <-> C, C --- D"));
        QVERIFY(essential.noDirectedEdge);
        QCOMPARE(essential.nodes, (std::vector<int>{0, 1, 2, 3}));
    }

    void outDegreesCountWhatIsPossibleAndWhatResamplingSays() {
        std::vector<QString> graphs(39, QStringLiteral("A --> B, A --> C, D"));
        graphs.push_back(QStringLiteral("A o-> B, A <-> C, D"));
        const auto stability = stabilityOf(graphs);
        const auto degrees = outDegrees(pagOf("A --> B, A o-> C, D"), &stability);
        QCOMPARE(degrees[0].certain, 1);
        QCOMPARE(degrees[0].possible, 2);
        QCOMPARE(degrees[0].interval, (std::pair<int, int>(2, 2))); // one of 40 is within 2.5 %
        QVERIFY(std::abs(degrees[0].leads - 39.0 / 40.0) < 1e-12);
        QCOMPARE(degrees[1].certain, 0);
        QCOMPARE(degrees[1].leads, 0.0);
        QVERIFY(!outDegrees(pagOf("A --> B")).front().interval);
    }

    void theSumWithThePriorHasRowsThatSumToOne() {
        Matrix a(3, 3);
        a << 0, 1, 0, 0, 0, 0, 0, 0, 0;
        Matrix b(3, 3);
        b << 0.5, 0.25, 0.25, 0, 1, 0, 0.25, 0.75, 0;
        const auto c = combined(a, b);
        MIEN_VERIFY(c);
        QVERIFY(std::abs((*c)(0, 1) - 1.25 / 1.500001) < 1e-12);
        QVERIFY(std::abs((*c)(0, 2) - 0.25 / 1.500001) < 1e-12);
        QCOMPARE((*c)(0, 0), 0.0);
        QCOMPARE(c->row(1).sum(), 0.0); // only its diagonal had an entry
        const auto kept = combined(a, b, true);
        MIEN_VERIFY(kept);
        QVERIFY(std::abs((*kept)(1, 1) - 1.0 / 1.000001) < 1e-12);
        QVERIFY(std::abs(kept->row(0).sum() - 1.0) < 1e-6);
        QCOMPARE(combined(a, Matrix::Zero(2, 2)).error().code, ErrorCode::InvalidArgument);
    }

    void aDifferenceIsToldPairByPair() {
        const auto all = compareGraphs(pagOf("A --> B, B o-> C, C <-> D, A o-o D, E"),
                                       pagOf("D <-> C, A <-- B, C --> B, F o-o A, E o-o B"));
        QCOMPARE(all.names, (std::vector<std::string>{"A", "B", "C", "D", "E"}));
        QCOMPARE(all.onlyFirst, std::vector<std::string>{});
        QCOMPARE(all.onlySecond, std::vector<std::string>{"F"});
        QCOMPARE(all.same, 1);    // C <-> D
        QCOMPARE(all.added, 1);   // E o-o B
        QCOMPARE(all.removed, 1); // A o-o D
        QCOMPARE(all.ends, 2);    // A–B, B–C
        QCOMPARE(all.distance(), 4);
        QCOMPARE(all.endsDiffering, 4);
        QCOMPARE(all.contradictions, 3); // both ends of A–B; at C: arrowhead against tail
        QVERIFY(all.pairs[0].contradicts);
        QCOMPARE(all.pairs[0].firstAtB, Mark::Arrow);
        QCOMPARE(all.pairs[0].secondAtA, Mark::Arrow);
    }

    /// Distance 0 to itself however its nodes are ordered, as far there as back, and the triangle inequality.
    void theDistanceIsAMetric() {
        Rng rng(7);
        for (int round = 0; round < 300; ++round) {
            const Pag x = randomPag(7, rng);
            const Pag y = randomPag(7, rng);
            const Pag z = randomPag(7, rng);
            std::vector<int> order{0, 1, 2, 3, 4, 5, 6};
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[rng.below(i)]);
            const auto d = [](const Pag& a, const Pag& b) { return compareGraphs(a, b).distance(); };
            QCOMPARE(d(x, x.reordered(order)), 0);
            QCOMPARE(d(x, y), d(y.reordered(order), x));
            QVERIFY(d(x, z) <= d(x, y) + d(y, z));
            const auto there = compareGraphs(x, y);
            QCOMPARE(there.same + there.removed + there.ends, x.edgeCount());
            QCOMPARE(there.same + there.added + there.ends, y.edgeCount());
        }
    }
};

MIEN_TEST(TestCausalMatrices)

} // namespace tst_causal_matrices

#include "tst_causal_matrices.moc"
