// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph_samples.h"
#include "support/verify.h"
#include "ui/graph/scene.h"
#include "ui/settings/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

namespace tst_graph_marks {

using namespace mien;
using namespace mien::ui;
using namespace mien::ui::graph;
using causal::Mark;

namespace {

constexpr double kPixels = 3.0; ///< of the image for each of the scene

struct Drawn {
    Content content;
    Scene scene;
    QImage image;
    QColor ground;

    bool inked(QPointF at) const {
        const QPoint pixel = (at * kPixels).toPoint();
        if (!image.valid(pixel))
            return false;
        const QColor c = image.pixelColor(pixel);
        return std::abs(c.red() - ground.red()) + std::abs(c.green() - ground.green()) +
                   std::abs(c.blue() - ground.blue()) >
               90;
    }

    /// What a reader would say stands at this end: an empty disc, a wide triangle or a bare line.
    Mark seen(const EdgeShape& shape, bool atTo) const {
        const QPointF tip = atTo ? shape.to : shape.from;
        const auto back = [&](double length) { // along the curve, measured from the tip
            double t = atTo ? 1.0 : 0.0;
            while (t >= 0.0 && t <= 1.0 && QLineF(shape.pointAt(t), tip).length() < length)
                t += atTo ? -0.001 : 0.001;
            return shape.pointAt(t);
        };
        const double s = scene.scale;
        const QPointF way = tip - back(9.0 * s), ahead = way / std::hypot(way.x(), way.y());
        const QPointF aside(-ahead.y(), ahead.x());
        const auto wide = [&](double length, double off) {
            return inked(tip - ahead * length * s + aside * off * s) &&
                   inked(tip - ahead * length * s - aside * off * s);
        };
        const bool hollow = !inked(tip - ahead * 5.0 * s);
        if (hollow && wide(5.0, 4.2))
            return Mark::Circle;
        if (!hollow && wide(9.0, 3.2))
            return Mark::Arrow;
        if (!hollow && !wide(9.0, 3.2) && !wide(5.0, 4.2))
            return Mark::Tail;
        return Mark::None;
    }
};

Drawn draw(const causal::Pag& graph, const Places& places, QSizeF size, ThemeChoice theme) {
    Drawn drawn;
    drawn.content = contentOf(graph);
    SceneOptions options;
    options.font = QApplication::font();
    options.size = size;
    for (const Edge& edge : drawn.content.edges)
        options.joined.emplace_back(edge.a, edge.b);
    drawn.scene = placed(drawn.content, places, options);
    join(drawn.scene, drawn.content, {});
    PaintOptions paint;
    paint.palette = paletteOf(theme);
    paint.font = options.font;
    drawn.ground = paint.palette.color(QPalette::Window);
    drawn.image = QImage((size * kPixels).toSize(), QImage::Format_RGB32);
    drawn.image.fill(drawn.ground);
    QPainter painter(&drawn.image);
    painter.scale(kPixels, kPixels);
    paintScene(painter, drawn.content, drawn.scene, paint);
    return drawn;
}

} // namespace

class TestGraphMarks : public QObject {
    Q_OBJECT

private slots:
    void everyPairOfMarksIsDrawnAtItsEnds_data() {
        QTest::addColumn<int>("atA");
        QTest::addColumn<int>("atB");
        QTest::addColumn<bool>("dark");
        for (const Mark a : {Mark::Circle, Mark::Arrow, Mark::Tail})
            for (const Mark b : {Mark::Circle, Mark::Arrow, Mark::Tail})
                for (const bool dark : {false, true})
                    QTest::addRow("%s %s %s", nameOf(a).data(), nameOf(b).data(), dark ? "dark" : "light")
                        << static_cast<int>(a) << static_cast<int>(b) << dark;
    }
    void everyPairOfMarksIsDrawnAtItsEnds() {
        QFETCH(int, atA);
        QFETCH(int, atB);
        QFETCH(bool, dark);
        causal::Pag graph({"A", "B"});
        graph.connect(0, 1, static_cast<Mark>(atA), static_cast<Mark>(atB));
        const Drawn drawn =
            draw(graph, {{0.1, 0.2}, {0.9, 0.8}}, {400, 300}, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QCOMPARE(drawn.scene.edges.size(), 1u);
        QCOMPARE(drawn.seen(drawn.scene.edges[0], false), static_cast<Mark>(atA));
        QCOMPARE(drawn.seen(drawn.scene.edges[0], true), static_cast<Mark>(atB));
    }

    /// Where many edges meet and cross, a mark may be touched by another line; few may.
    void marksAreReadableAmongFiftyNodes_data() {
        QTest::addColumn<int>("placement");
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("edges");
        QTest::newRow("12 layered") << static_cast<int>(Placement::Layered) << 12 << 16;
        QTest::newRow("12 force") << static_cast<int>(Placement::Force) << 12 << 16;
        QTest::newRow("50 layered") << static_cast<int>(Placement::Layered) << 50 << 50;
        QTest::newRow("50 force") << static_cast<int>(Placement::Force) << 50 << 50;
    }
    void marksAreReadableAmongFiftyNodes() {
        QFETCH(int, placement);
        QFETCH(int, nodes);
        QFETCH(int, edges);
        int right = 0, all = 0;
        for (unsigned seed = 1; seed <= 3; ++seed) {
            const auto graph = test::randomGraph(nodes, edges, seed);
            const auto places = graphvizPlaces(contentOf(graph), static_cast<Placement>(placement));
            MIEN_VERIFY(places);
            const Drawn drawn = draw(graph, *places, {1000, 760}, ThemeChoice::Light);
            QCOMPARE(static_cast<int>(drawn.scene.edges.size()), edges);
            for (const EdgeShape& shape : drawn.scene.edges) {
                right += drawn.seen(shape, false) == shape.atFrom;
                right += drawn.seen(shape, true) == shape.atTo;
                all += 2;
            }
        }
        qInfo("%d of %d marks read", right, all);
        QVERIFY2(right >= 0.97 * all, qPrintable(QStringLiteral("%1 of %2").arg(right).arg(all)));
    }

    void edgesPassNodesThatAreNotTheirs() {
        causal::Pag graph({"A", "B", "C"});
        graph.connect(0, 2, Mark::Tail, Mark::Arrow);
        const Drawn drawn = draw(graph, {{0, 0.5}, {0.5, 0.5}, {1, 0.5}}, {500, 300}, ThemeChoice::Light);
        QVERIFY(drawn.scene.edges[0].distanceTo(drawn.scene.nodes[1].box.center()) >
                drawn.scene.nodes[1].box.height() / 2.0);
    }

    void differingMarksAreDrawnTwice() {
        causal::Pag first({"A", "B"}), second({"A", "B"});
        first.connect(0, 1, Mark::Tail, Mark::Arrow);
        second.connect(0, 1, Mark::Circle, Mark::Arrow);
        const Content content = differenceOf(first, second, "one", "two");
        SceneOptions options;
        options.font = QApplication::font();
        options.size = {400, 300};
        Scene scene = placed(content, {{0, 0}, {1, 1}}, options);
        join(scene, content, {});
        QCOMPARE(scene.edges.size(), 2u);
        QVERIFY(!scene.edges[0].second && scene.edges[0].atFrom == Mark::Tail);
        QVERIFY(scene.edges[1].second && scene.edges[1].atFrom == Mark::Circle);
        QVERIFY(scene.edges[0].distanceTo(scene.edges[1].pointAt(0.5)) > 6.0);
    }

    void whatIsKnownRunsBesideTheEdge() {
        const auto graph = test::regionGraph();
        const Content content = contentOf(graph);
        SceneOptions options;
        options.font = QApplication::font();
        options.size = {800, 600};
        options.face = true;
        Scene scene = placed(content, facePlaces(content, {}), options);
        causal::Knowledge knowledge;
        knowledge.required = {{"left outer brow", "left mouth corner"}};
        knowledge.forbidden = {{"left mouth corner", "left outer brow"}, {"elbow", "nose tip"}};
        join(scene, content, knowledge);
        QCOMPARE(scene.knowledge.size(), 2u); // the elbow is not there
        const auto& edge = scene.edges[0];
        for (const KnowledgeShape& shape : scene.knowledge) {
            const QPointF middle = (shape.from + 2.0 * shape.control + shape.to) / 4.0;
            QVERIFY(edge.distanceTo(middle) > 8.0);
            QCOMPARE(scene.at(content, middle, 5.0),
                     Selection::ofKnowledge(shape.cause, shape.effect, shape.kind));
        }
    }
};

MIEN_UI_TEST(TestGraphMarks)

} // namespace tst_graph_marks

#include "tst_graph_marks.moc"
