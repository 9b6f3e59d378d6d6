// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph_samples.h"
#include "support/verify.h"
#include "ui/graph/placement.h"

#include <QTest>

#include <thread>

namespace tst_graph_places {

using namespace mien;
using namespace mien::ui::graph;
using causal::Mark;

class TestGraphPlaces : public QObject {
    Q_OBJECT

private slots:
    void theSameGraphTakesTheSamePlaces_data() {
        QTest::addColumn<int>("placement");
        QTest::newRow("layered") << static_cast<int>(Placement::Layered);
        QTest::newRow("force") << static_cast<int>(Placement::Force);
    }
    void theSameGraphTakesTheSamePlaces() {
        QFETCH(int, placement);
        const Content content = contentOf(test::randomGraph(50, 70, 3));
        const auto once = graphvizPlaces(content, static_cast<Placement>(placement));
        MIEN_VERIFY(once);
        QCOMPARE(once->size(), 50u);
        for (const QPointF place : *once)
            QVERIFY(place.x() >= 0.0 && place.x() <= 1.0 && place.y() >= 0.0 && place.y() <= 1.0);
        for (std::size_t i = 0; i < once->size(); ++i)
            for (std::size_t j = i + 1; j < once->size(); ++j)
                QVERIFY2((*once)[i] != (*once)[j], "two nodes lie on one another");
        // Also after another graph was laid out, and at once from two threads: the library has globals.
        MIEN_VERIFY(graphvizPlaces(contentOf(test::regionGraph()), Placement::Force));
        std::optional<Result<Places>> beside;
        std::thread other([&] { beside = graphvizPlaces(content, static_cast<Placement>(placement)); });
        const auto again = graphvizPlaces(content, static_cast<Placement>(placement));
        other.join();
        MIEN_VERIFY(again);
        QVERIFY(*again == *once);
        QVERIFY(**beside == *once);
    }

    void layersPutCausesAboveEffects() {
        causal::Pag graph({"A", "B", "C", "D"});
        graph.connect(3, 0, Mark::Tail, Mark::Arrow); // against the order of the nodes
        graph.connect(0, 1, Mark::Circle, Mark::Arrow);
        graph.connect(2, 1, Mark::Tail, Mark::Arrow);
        const auto places = graphvizPlaces(contentOf(graph), Placement::Layered);
        MIEN_VERIFY(places);
        QVERIFY((*places)[3].y() < (*places)[0].y());
        QVERIFY((*places)[0].y() < (*places)[1].y());
        QVERIFY((*places)[2].y() < (*places)[1].y());
    }

    void nodesWithoutEdgesStandBelow() {
        causal::Pag graph({"A", "B", "C", "D"});
        graph.connect(1, 2);
        for (const Placement placement : {Placement::Layered, Placement::Force}) {
            const auto places = graphvizPlaces(contentOf(graph), placement);
            MIEN_VERIFY(places);
            const double lowest = std::max((*places)[1].y(), (*places)[2].y());
            QVERIFY((*places)[0].y() > lowest && (*places)[3].y() > lowest);
        }
        const auto none = graphvizPlaces(contentOf(causal::Pag({"A", "B", "C"})), Placement::Layered);
        MIEN_VERIFY(none);
        QVERIFY((*none)[0] != (*none)[1]);
    }

    void regionsLieOnTheFaceAsInThePicture() {
        const Content content = contentOf(test::regionGraph());
        const Places places = facePlaces(content, {});
        QVERIFY(places[0].x() < places[5].x());        // left outer brow, right outer brow
        QVERIFY(places[6].y() > places[2].y());        // the nose below the brows
        QVERIFY(places[11].y() > places[9].y());       // the lower lip below the upper
        QVERIFY(std::abs(places[9].x() - 0.5) < 1e-9); // the lip in the middle
        Places film(12);
        for (int i = 0; i < 12; ++i)
            film[static_cast<std::size_t>(i)] = {0.05 * i, 0.5};
        QVERIFY(facePlaces(content, film) == film);
    }

    void otherVariablesStandBelowTheFaceAndEarlierCopiesBesideTheirRegion() {
        const Content content = contentOf(causal::Pag({"nose tip", "nose tip (t-1)", "heart rate", "age"}));
        const Places places = facePlaces(content, {});
        QVERIFY(places[0] != places[1]);
        QVERIFY(QLineF(places[0], places[1]).length() < 0.15);
        QVERIFY(places[2].y() > 1.0 && places[3].y() > 1.0 && places[2].x() != places[3].x());
        QVERIFY(hasRegions(content));
        QVERIFY(!hasRegions(contentOf(causal::Pag({"heart rate"}))));
    }
};

MIEN_TEST(TestGraphPlaces)

} // namespace tst_graph_places

#include "tst_graph_places.moc"
