// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph_samples.h"
#include "support/verify.h"
#include "ui/graph/pag_view.h"
#include "ui/settings/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <set>

namespace tst_pag_view {

using namespace mien;
using namespace mien::ui;
using namespace mien::ui::graph;
using causal::Mark;

namespace {

QPoint centreOf(const PagView& view, int node) {
    return view.toScreen().map(view.scene().nodes[static_cast<std::size_t>(node)].box.center()).toPoint();
}

const EdgeShape& shapeOf(const PagView& view, int a, int b) {
    for (const EdgeShape& shape : view.scene().edges) {
        const Edge& edge = view.content().edges[static_cast<std::size_t>(shape.edge)];
        if (edge.a == a && edge.b == b)
            return shape;
    }
    qFatal("no such edge");
}

QPoint middleOf(const PagView& view, int a, int b) {
    return view.toScreen().map(shapeOf(view, a, b).pointAt(0.5)).toPoint();
}

std::vector<QPointF> centres(const PagView& view) {
    std::vector<QPointF> out;
    for (const auto& node : view.scene().nodes)
        out.push_back(node.box.center());
    return out;
}

/// Shown, on the face, with the 12 regions.
struct Shown {
    Shown() {
        view.resize(860, 660);
        view.setPlacement(Placement::Face);
        view.setGraph(contentOf(test::regionGraph()));
        view.show();
        view.activateWindow();
        view.setFocus();
    }
    PagView view;
};

} // namespace

class TestPagView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setPalette(paletteOf(ThemeChoice::Light)); }

    void aClickChoosesNodeEdgeOrNothing() {
        Shown s;
        QSignalSpy nodes(&s.view, &PagView::nodeClicked), edges(&s.view, &PagView::edgeClicked),
            changed(&s.view, &PagView::selectionChanged);
        for (int node = 0; node < 12; ++node) {
            QTest::mouseClick(&s.view, Qt::LeftButton, {}, centreOf(s.view, node));
            QCOMPARE(s.view.selection(), Selection::ofNode(node));
        }
        QCOMPARE(nodes.size(), 12);
        for (const Edge& edge : s.view.content().edges) {
            QTest::mouseClick(&s.view, Qt::LeftButton, {}, middleOf(s.view, edge.a, edge.b));
            QCOMPARE(s.view.selection(), Selection::ofPair(edge.a, edge.b));
        }
        QCOMPARE(edges.size(), 6);
        QCOMPARE(edges[0], (QVariantList{0, 8}));
        QTest::mouseClick(&s.view, Qt::LeftButton, {}, {5, 100});
        QVERIFY(s.view.selection().isEmpty());
        QCOMPARE(changed.size(), 19);
    }

    void aDraggedNodeMovesAndWithAToolDrawsAnArrow() {
        Shown s;
        QSignalSpy moved(&s.view, &PagView::nodesMoved), known(&s.view, &PagView::knowledgeEdited);
        const auto drag = [&](QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
            QTest::mousePress(&s.view, Qt::LeftButton, keys, from);
            QTest::mouseMove(&s.view, (from + to) / 2);
            QTest::mouseMove(&s.view, to);
            QTest::mouseRelease(&s.view, Qt::LeftButton, keys, to);
        };
        const auto before = centres(s.view);
        const QPoint from = centreOf(s.view, 4);
        drag(from, from + QPoint(40, -30));
        QCOMPARE(moved.size(), 1);
        QVERIFY((centreOf(s.view, 4) - from - QPoint(40, -30)).manhattanLength() <= 2);
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY(i == 4 || centres(s.view)[i] == before[i]); // the others stay
        drag(centreOf(s.view, 4), {-500, 5000});
        const QRectF box = s.view.toScreen().mapRect(s.view.scene().nodes[4].box);
        QVERIFY(QRectF(s.view.rect()).contains(box)); // never out of sight
        QVERIFY(known.isEmpty());

        s.view.setTool(Tool::Require);
        drag(centreOf(s.view, 1), centreOf(s.view, 7));
        s.view.setTool(Tool::Look);
        drag(centreOf(s.view, 7), centreOf(s.view, 1), Qt::ShiftModifier);
        QCOMPARE(known.size(), 2);
        QCOMPARE(moved.size(), 2);

        s.view.setPlacement(Placement::Ring); // each placement has its own
        QVERIFY(s.view.moved().empty());
        s.view.setPlacement(Placement::Face);
        QCOMPARE(s.view.moved().size(), std::size_t(1));
        s.view.setSelection(Selection::ofNode(4));
        const QPoint kept = centreOf(s.view, 4);
        QTest::keyClick(&s.view, Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(centreOf(s.view, 4).x() > kept.x());
        QCOMPARE(moved.size(), 3);
        s.view.arrange();
        QVERIFY(s.view.moved().empty());
        QTRY_VERIFY(QLineF(centres(s.view)[4], before[4]).length() < 1e-6);
    }

    void nodesStayWhileEdgesComeAndGo() {
        Shown s;
        const auto before = centres(s.view);
        auto graph = test::regionGraph();
        graph.disconnect(0, 8);
        graph.connect(3, 7, Mark::Tail, Mark::Arrow);
        graph.connect(5, 10);
        s.view.setSelection(Selection::ofPair(0, 8));
        s.view.setGraph(contentOf(graph));
        QVERIFY(centres(s.view) == before);
        QCOMPARE(s.view.selection(), Selection::ofPair(0, 8)); // it may come back with the next step
        // The same nodes in another order.
        std::vector<int> order{11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
        s.view.setGraph(contentOf(graph.reordered(order)));
        auto now = centres(s.view);
        std::reverse(now.begin(), now.end());
        for (std::size_t i = 0; i < now.size(); ++i)
            QVERIFY(QLineF(now[i], before[i]).length() < 1e-6);
        QCOMPARE(s.view.selection(), Selection::ofPair(3, 11));
        // Other kinds of edges, and with them other lines of the legend.
        s.view.setGraph(contentOf(causal::Pag(test::regionGraph().names())));
        now = centres(s.view);
        for (std::size_t i = 0; i < now.size(); ++i)
            QVERIFY(QLineF(now[i], before[i]).length() < 1e-6);
    }

    void aLayoutIsFoundOnAnotherThreadAndComesInSmoothly() {
        Shown s;
        const auto before = centres(s.view);
        QSignalSpy arranged(&s.view, &PagView::arranged);
        s.view.setPlacement(Placement::Layered);
        QVERIFY(s.view.arranging());
        QVERIFY(centres(s.view) == before);
        double first = -1.0; // where the node is when it sets off, however late the next line runs
        connect(&s.view, &PagView::arranged, this, [&] {
            if (first < 0.0)
                first = QLineF(centres(s.view)[0], before[0]).length();
        });
        QVERIFY(arranged.wait(30000));
        QVERIFY(!s.view.arranging());
        QVERIFY(first >= 0.0);
        QTRY_VERIFY(s.view.scene().nodes[0].box.center().y() <
                    s.view.scene().nodes[8].box.center().y() - 30.0);
        QTRY_VERIFY(QLineF(centres(s.view)[0], before[0]).length() > first);
        // The last of several wishes counts.
        s.view.setPlacement(Placement::Force);
        s.view.setGraph(contentOf(test::randomGraph(20, 25, 1)));
        s.view.setPlacement(Placement::Layered);
        QTRY_VERIFY(!s.view.arranging());
        QCOMPARE(s.view.scene().nodes.size(), 20u);
    }

    void arrowKeysWalkNodesAndPageKeysEdges() {
        Shown s;
        QTest::keyClick(&s.view, Qt::Key_Right);
        QCOMPARE(s.view.selection(), Selection::ofNode(0));
        QTest::keyClick(&s.view, Qt::Key_Right);
        QVERIFY(centreOf(s.view, s.view.selection().node).x() > centreOf(s.view, 0).x());
        // Every node can be reached.
        std::set<int> reached;
        for (int start = 0; start < 12; ++start)
            for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
                s.view.setSelection(Selection::ofNode(start));
                QTest::keyClick(&s.view, key);
                if (s.view.selection().node != start)
                    reached.insert(s.view.selection().node);
            }
        QCOMPARE(reached.size(), 12u);
        s.view.setSelection(Selection::ofNode(0));
        QTest::keyClick(&s.view, Qt::Key_PageDown);
        QCOMPARE(s.view.selection(), Selection::ofPair(0, 8));
        QSignalSpy edges(&s.view, &PagView::edgeClicked);
        QTest::keyClick(&s.view, Qt::Key_Return);
        QCOMPARE(edges.size(), 1);
        QTest::keyClick(&s.view, Qt::Key_Down); // to the end that lies there
        QCOMPARE(s.view.selection(), Selection::ofNode(8));
        QTest::keyClick(&s.view, Qt::Key_Escape);
        QVERIFY(s.view.selection().isEmpty());
        std::set<std::pair<int, int>> pairs;
        PagView whole;
        whole.setPlacement(Placement::Ring);
        whole.setGraph(contentOf(test::regionGraph()));
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(&whole, Qt::Key_PageDown);
            pairs.insert({whole.selection().a, whole.selection().b});
        }
        QCOMPARE(pairs.size(), 6u);
    }

    void anArrowOfKnowledgeIsDraggedFromNodeToNode() {
        Shown s;
        causal::Knowledge wanted;
        QString said;
        QObject::connect(&s.view, &PagView::knowledgeEdited, &s.view,
                         [&](const causal::Knowledge& k, const QString& what) {
                             wanted = k;
                             said = what;
                         });
        const auto drag = [&](int from, int to, Qt::KeyboardModifiers keys) {
            QTest::mousePress(&s.view, Qt::LeftButton, keys, centreOf(s.view, from));
            QTest::mouseMove(&s.view, (centreOf(s.view, from) + centreOf(s.view, to)) / 2);
            QTest::mouseMove(&s.view, centreOf(s.view, to));
            QTest::mouseRelease(&s.view, Qt::LeftButton, keys, centreOf(s.view, to));
        };
        using Pairs = std::vector<std::pair<std::string, std::string>>;
        drag(6, 9, Qt::ControlModifier);
        QCOMPARE(wanted.required, (Pairs{{"nose bridge", "upper lip"}}));
        QCOMPARE(said, QString("Required: nose bridge → upper lip"));
        QVERIFY(s.view.knowledge().empty()); // the owner decides
        s.view.setKnowledge(wanted);
        QCOMPARE(s.view.scene().knowledge.size(), 1u);
        drag(9, 6, Qt::ShiftModifier);
        QCOMPARE(wanted.forbidden, (Pairs{{"upper lip", "nose bridge"}}));
        QCOMPARE(wanted.required.size(), 1u);
        s.view.setKnowledge(wanted);
        drag(6, 9, Qt::ShiftModifier); // one direction is not both required and forbidden
        QVERIFY(wanted.required.empty());
        QCOMPARE(wanted.forbidden.size(), 2u);
        s.view.setKnowledge(wanted);
        // Removed: clicked, then Delete.
        const auto& shape = s.view.scene().knowledge[0];
        const QPointF middle = (shape.from + 2.0 * shape.control + shape.to) / 4.0;
        QTest::mouseClick(&s.view, Qt::LeftButton, {}, s.view.toScreen().map(middle).toPoint());
        QCOMPARE(s.view.selection().knowledge, Tool::Forbid);
        QTest::keyClick(&s.view, Qt::Key_Delete);
        QCOMPARE(wanted.forbidden.size(), 1u);
        s.view.setKnowledge(wanted);
        QCOMPARE(s.view.selection().knowledge, Tool::Look);
        // A drag that ends nowhere says nothing.
        said.clear();
        QTest::mousePress(&s.view, Qt::LeftButton, Qt::ControlModifier, centreOf(s.view, 6));
        QTest::mouseMove(&s.view, QPoint(5, 100));
        QTest::mouseRelease(&s.view, Qt::LeftButton, Qt::ControlModifier, QPoint(5, 100));
        QVERIFY(said.isEmpty());
    }

    void anArrowOfKnowledgeIsDrawnByKeyboard() {
        Shown s;
        QSignalSpy edited(&s.view, &PagView::knowledgeEdited);
        s.view.setTool(Tool::Forbid);
        s.view.setSelection(Selection::ofNode(7));
        QTest::keyClick(&s.view, Qt::Key_Return);
        QTest::keyClick(&s.view, Qt::Key_Down);
        const int effect = s.view.selection().node;
        QVERIFY(effect != 7);
        QTest::keyClick(&s.view, Qt::Key_Return);
        QCOMPARE(edited.size(), 1);
        const auto wanted = edited[0][0].value<causal::Knowledge>();
        QCOMPARE(wanted.forbidden.size(), 1u);
        QCOMPARE(wanted.forbidden[0].first, std::string("nose tip"));
        QCOMPARE(wanted.forbidden[0].second, s.view.content().nodes[static_cast<std::size_t>(effect)].name);
    }

    void whatIsSeenIsSavedAndOpensAgain_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("svg") << "graph.svg";
        QTest::newRow("pdf") << "graph.PDF";
        QTest::newRow("png") << "graph.png";
    }
    void whatIsSeenIsSavedAndOpensAgain() {
        QFETCH(QString, file);
        Shown s;
        s.view.setCaption("Preset: interactive");
        const QTemporaryDir folder;
        const QString path = folder.filePath(file);
        MIEN_VERIFY(s.view.savePicture(path));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(),
                 1); // nothing left beside it
        if (file.endsWith("png")) {
            const QImage image(path);
            QCOMPARE(image.size(), s.view.size() * 2);
            QVERIFY(image.pixelColor(centreOf(s.view, 0) * 2 + QPoint(0, -28)).isValid());
            QImage plain(image.size(), image.format());
            plain.fill(image.pixel(0, 0));
            QVERIFY(plain.convertToFormat(QImage::Format_RGB32) !=
                    image.convertToFormat(QImage::Format_RGB32));
        } else if (file.endsWith("svg")) {
            QSvgRenderer svg(path);
            QVERIFY(svg.isValid());
            QCOMPARE(svg.viewBox().size(), s.view.size());
            QFile text(path);
            QVERIFY(text.open(QIODevice::ReadOnly));
            const QByteArray all = text.readAll();
            QVERIFY(all.contains("nose tip") && all.contains("Preset: interactive") &&
                    all.contains("is a cause of"));
        } else {
            QFile text(path);
            QVERIFY(text.open(QIODevice::ReadOnly));
            const QByteArray all = text.readAll();
            QVERIFY(all.startsWith("%PDF-") && all.trimmed().endsWith("%%EOF"));
        }
    }

    void aPictureThatCannotBeWrittenIsOneSentenceAndLeavesNothing() {
        Shown s;
        const QTemporaryDir folder;
        const auto other = s.view.savePicture(folder.filePath("graph.gif"));
        QVERIFY(!other && other.error().code == ErrorCode::InvalidArgument);
        const auto gone = s.view.savePicture(folder.filePath("none/graph.svg"));
        QVERIFY(!gone && gone.error().code == ErrorCode::WriteFailed);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void screenReadersGetNodesAndEdgesInWords() {
        Shown s;
        auto* list = QAccessible::queryAccessibleInterface(&s.view);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 18);
        QCOMPARE(list->child(7)->text(QAccessible::Name), QString("nose tip"));
        QCOMPARE(list->child(12)->text(QAccessible::Name),
                 QString("left outer brow is a cause of left mouth corner"));
        for (int i = 0; i < list->childCount(); ++i) {
            QCOMPARE(list->indexOfChild(list->child(i)), i);
            QVERIFY(!list->child(i)->rect().isEmpty());
        }
        s.view.setSelection(Selection::ofPair(0, 8));
        QVERIFY(list->child(12)->state().selected);
        QVERIFY(s.view.accessibleDescription().contains("is a cause of"));
    }

    void zoomKeepsWhatIsUnderTheMouse() {
        Shown s;
        const QPoint at = centreOf(s.view, 11);
        QWheelEvent wheel(at, s.view.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&s.view, &wheel);
        QVERIFY(QLineF(centreOf(s.view, 11), at).length() < 30.0);
        QVERIFY(s.view.scene().room.width() > s.view.width());
        s.view.zoomToFit();
        QVERIFY(s.view.scene().room.width() < s.view.width());
        QVERIFY(QLineF(centreOf(s.view, 11), at).length() < 1.0);
    }

    void emptyAndSmallAreNoTrouble() {
        PagView view;
        view.resize(320, 260);
        view.grab();
        view.setGraph({});
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_PageDown);
        view.setPlacement(Placement::Ring);
        view.setGraph(contentOf(causal::Pag({"alone"})));
        view.grab();
        view.resize(10, 10);
        view.grab();
        view.setPlacement(Placement::Face); // no region: as on a ring
        view.setGraph(contentOf(test::randomGraph(50, 80, 1)));
        view.grab();
        QCOMPARE(view.scene().nodes.size(), 50u);
    }

    /// Printed, not asserted: a machine under load says nothing about the program.
    void repaintAfterASliderStep_data() {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("edges");
        QTest::newRow("12 nodes") << 12 << 20;
        QTest::newRow("50 nodes") << 50 << 90;
    }
    void repaintAfterASliderStep() {
        QFETCH(int, nodes);
        QFETCH(int, edges);
        PagView view;
        view.resize(1000, 760);
        view.setPlacement(Placement::Ring);
        std::vector<Content> steps;
        for (unsigned seed = 0; seed < 10; ++seed)
            steps.push_back(contentOf(test::randomGraph(nodes, edges, seed)));
        view.setGraph(steps[0]);
        QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
        view.render(&image);
        const std::clock_t begin = std::clock();
        for (const Content& step : steps) {
            view.setGraph(step);
            view.render(&image);
        }
        qInfo("%d nodes, %d edges: %.2f ms of processor time a step", nodes, edges,
              1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC /
                  static_cast<double>(steps.size()));
    }
};

MIEN_UI_TEST(TestPagView)

} // namespace tst_pag_view

#include "tst_pag_view.moc"
