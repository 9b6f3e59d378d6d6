// SPDX-License-Identifier: GPL-3.0-or-later
// The pages beside the graph: matrices, what moves together, comparison, knowledge as lists; and what leaves
// the workspace.
#include "core/causal/region_matrices.h"
#include "core/pipeline/region_table.h"
#include "graph_bench.h"
#include "support/test_program.h"
#include "ui/graph/matrix_view.h"
#include "ui/graph_workspace/compare_page.h"
#include "ui/graph_workspace/edges_view.h"
#include "ui/graph_workspace/knowledge_store.h"
#include "ui/graph_workspace/knowledge_view.h"
#include "ui/graph_workspace/matrices_page.h"
#include "ui/graph_workspace/together_page.h"

#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableWidget>

namespace tst_graph_pages {

using namespace mien;
using namespace mien::ui;
using View = GraphWorkspace::View;

class TestGraphPages : public QObject {
    Q_OBJECT

private slots:
    void aSecondGraphIsComparedPairByPair() {
        test::GraphBench bench;
        bench.openFilm();
        QVERIFY(bench.shown());
        auto& workspace = bench.workspace();
        workspace.showView(View::Compare);
        auto& compare = workspace.compare();
        compare.keep();
        QVERIFY(compare.comparison());
        QCOMPARE(compare.comparison()->distance(), 0); // with itself
        const auto kept = workspace.facts().graph;
        auto parameters = workspace.controls().parameters();
        parameters.alpha = 0.2;
        workspace.controls().setParameters(parameters);
        QVERIFY(QTest::qWaitFor([&] { return !(workspace.facts().graph == kept); }, 30000));
        const auto expected = causal::compareGraphs(workspace.facts().graph, kept);
        QVERIFY(expected.distance() > 0);
        QCOMPARE(compare.comparison()->distance(), expected.distance());
        QVERIFY(compare.summary().contains(QString::number(expected.distance())));
        QCOMPARE(compare.picture().content().edges.size(), expected.pairs.size());
    }

    void theCorrectionAndOtherSpansAreSearchedWithTheSameSettings() {
        test::GraphBench bench;
        bench.openFilm(300);
        test::storeProposals(bench.document,
                             {test::proposal(20, 24, 31, 0.9), test::proposal(50, 80, 200, 0.9)});
        QVERIFY(bench.shown());
        auto& workspace = bench.workspace();
        auto parameters = workspace.controls().parameters();
        parameters.alpha = 0.05;
        workspace.controls().setParameters(parameters);
        QVERIFY(QTest::qWaitFor(
            [&] {
                return workspace.answer()->request.parameters == parameters && !workspace.engine().busy();
            },
            30000));
        workspace.showView(View::Compare);
        auto& compare = workspace.compare();
        const auto waited = [&] { return QTest::qWaitFor([&] { return !compare.busy(); }, 30000); };
        compare.compareWithCorrection();
        QVERIFY(waited());
        GraphRequest other = workspace.answer()->request;
        other.parameters.sampleSize = causal::SampleSize::Rows;
        causal::DiscoverOptions options = optionsOf(other.parameters, 12);
        const auto table = other.data.make({});
        MIEN_VERIFY(table);
        const auto expected = causal::discover(*table, {}, options, {});
        MIEN_VERIFY(expected);
        QVERIFY(compare.comparison());
        QCOMPARE(compare.comparison()->distance(),
                 causal::compareGraphs(workspace.facts().graph, expected->result.graph).distance());

        compare.compareWithSpan(FilmSpan::Macro);
        QVERIFY(waited());
        QVERIFY(compare.comparison());
        compare.compareWithFilms({{"other.mp4", [](const JobContext&) -> Result<motion::FaceMotionSeries> {
                                       return test::facialMotion(200, 9);
                                   }}});
        QVERIFY(waited());
        QVERIFY(compare.summary().contains("other.mp4"));
        compare.compareWithFilms({{"gone.mp4", [](const JobContext&) -> Result<motion::FaceMotionSeries> {
                                       return fail(ErrorCode::NotFound, "There is no kept analysis.", "gone");
                                   }}});
        QVERIFY(waited());
        QVERIFY(compare.summary().contains("no kept analysis"));
        QVERIFY(!compare.comparison());
    }

    void aSubjectsFilmsAreComparedAndSearchedTogether() {
        test::GraphBench bench;
        const auto film = [](const char* name, const char* subject, int frames, std::uint64_t seed) {
            return OtherFilm{name,
                             [=](const JobContext&) -> Result<motion::FaceMotionSeries> {
                                 return test::facialMotion(frames, seed);
                             },
                             subject};
        };
        bench.workspace().source().setOtherFilms([film] {
            return std::vector<OtherFilm>{film("b.mp4", "s1", 100, 2), film("c.mp4", "s2", 150, 3),
                                          film("d.mp4", "s2", 120, 4), film("e.mp4", "", 90, 5)};
        });
        bench.workspace().source().setSubject([] { return QString("s1"); });
        bench.openFilm(200);
        QVERIFY(bench.shown());
        bench.workspace().showView(View::Compare);
        auto& compare = bench.workspace().compare();
        auto& with = compare.with();
        QStringList offered;
        for (int i = 0; i < with.count(); ++i)
            offered << with.itemText(i);
        const auto place = [&](const char* words) {
            const auto found = std::find_if(offered.begin(), offered.end(), [&](const QString& text) {
                return text.contains(QLatin1String(words));
            });
            return found == offered.end() ? -1 : static_cast<int>(found - offered.begin());
        };
        QVERIFY(place("same subject s1, 1 ") >= 0);
        QVERIFY(place("subject s2, 2 film") >= 0);
        with.setCurrentIndex(place("subject s2, 2 film"));
        emit with.activated(with.currentIndex());
        QVERIFY(QTest::qWaitFor([&] { return compare.comparison() && !compare.busy(); }, 30000));
        std::vector<causal::Table> tables{pipeline::regionTable(test::facialMotion(150, 3), {}),
                                          pipeline::regionTable(test::facialMotion(120, 4), {})};
        const auto table = pipeline::stacked(tables);
        MIEN_VERIFY(table);
        const auto expected =
            causal::discover(*table, {}, optionsOf(bench.workspace().controls().parameters(), 12), {});
        MIEN_VERIFY(expected);
        QCOMPARE(compare.comparison()->distance(),
                 causal::compareGraphs(bench.workspace().facts().graph, expected->result.graph).distance());
        QVERIFY(compare.summary().contains("s2"));

        bench.workspace().source().useSubject();
        QVERIFY(
            QTest::qWaitFor([&] { return bench.workspace().facts().found->rows == 2 * (199 + 99); }, 30000));
        QVERIFY(bench.workspace().source().name().contains("s1"));
    }

    void inACompareARowChoosesItsEdgeAndTheOtherWayRound() {
        test::GraphBench bench;
        GraphParameters generous;
        generous.alpha = 0.2;
        bench.workspace().controls().setParameters(generous);
        bench.openFilm();
        QVERIFY(bench.shown());
        bench.workspace().showView(View::Compare);
        auto& compare = bench.workspace().compare();
        compare.compareWithCorrection();
        QVERIFY(QTest::qWaitFor([&] { return compare.comparison() && !compare.busy(); }, 30000));
        QVERIFY(compare.table().rowCount() > 1);
        for (int row = 0; row < compare.table().rowCount(); ++row) {
            compare.table().setCurrentCell(row, 0);
            const auto picked = compare.picture().selection();
            QVERIFY(picked.isPair());
            QCOMPARE(compare.table().currentRow(), row);
            compare.picture().setSelection({});
            QCOMPARE(compare.table().currentRow(), -1);
            compare.picture().setSelection(picked);
            QCOMPARE(compare.table().currentRow(), row);
            const auto& names = bench.workspace().facts().graph.names();
            const auto& nodes = compare.picture().content().nodes;
            const auto& main = bench.workspace().picture().selection(); // the whole workspace follows
            QCOMPARE(names[static_cast<std::size_t>(main.a)], nodes[static_cast<std::size_t>(picked.a)].name);
            QCOMPARE(bench.selection.regions().size(), std::size_t(2));
        }
        bench.workspace().picture().setSelection(graph::Selection::ofNode(3));
        QCOMPARE(compare.picture().selection(), graph::Selection::ofNode(3));
        QCOMPARE(compare.table().currentRow(), -1);
    }

    void aNodeThatIsMovedLiesThereInEveryPictureUntilUndone() {
        test::GraphBench bench;
        bench.openFilm();
        QVERIFY(bench.shown());
        auto& workspace = bench.workspace();
        auto& picture = workspace.picture();
        const auto centre = [&](int node) {
            return picture.toScreen().map(picture.scene().nodes[static_cast<std::size_t>(node)].box.center());
        };
        const QPointF from = centre(2);
        const QPoint to = (from + QPointF(-60, 45)).toPoint();
        QTest::mousePress(&picture, Qt::LeftButton, {}, from.toPoint());
        QTest::mouseMove(&picture, (from + QPointF(-30, 20)).toPoint());
        QTest::mouseMove(&picture, to);
        QTest::mouseRelease(&picture, Qt::LeftButton, {}, to);
        QVERIFY(QLineF(centre(2), to).length() < 2.0);
        QVERIFY(workspace.knowledge().knowledge().empty()); // no arrow was drawn
        QVERIFY(!bench.document.value("graph.knowledge"));  // and nothing of the project changed
        QCOMPARE(workspace.together().picture().moved().size(), std::size_t(1));
        QCOMPARE(workspace.compare().picture().moved().size(), std::size_t(1));
        auto parameters = workspace.controls().parameters();
        parameters.alpha = 0.2; // other edges
        workspace.controls().setParameters(parameters);
        QVERIFY(QTest::qWaitFor(
            [&] {
                return workspace.answer()->request.parameters == parameters && !workspace.engine().busy();
            },
            30000));
        QVERIFY(QLineF(centre(2), to).length() < 2.0);
        workspace.knowledge().undo().undo();
        QVERIFY(QLineF(centre(2), from).length() < 2.0);
        QVERIFY(workspace.compare().picture().moved().empty());
        workspace.knowledge().undo().redo();
        QVERIFY(QLineF(centre(2), to).length() < 2.0);
        picture.arrange();
        QVERIFY(picture.moved().empty() && workspace.together().picture().moved().empty());
        workspace.knowledge().undo().undo();
        QCOMPARE(picture.moved().size(), std::size_t(1));
    }

    void aGraphOfAnotherProgramIsLaidBesideOurs() {
        test::GraphBench bench;
        test::writeTable(bench.folder.filePath("t.csv"), test::chainTable(5, 300, 0.9, 3));
        bench.workspace().openTable(bench.folder.filePath("t.csv"));
        QVERIFY(bench.shown());
        for (const auto& format : causal::graphFormats()) {
            const QString path =
                bench.folder.filePath(QString::fromStdString(std::string(format.name)) + ".graph");
            MIEN_VERIFY(bench.workspace().exportGraph(path, format));
            const auto read = causal::readGraph(path.toStdString(), format);
            MIEN_VERIFY(read);
            QVERIFY(*read == bench.workspace().facts().graph);
        }
        bench.workspace().openGraph(bench.folder.filePath("dot.graph"));
        QVERIFY(bench.workspace().compare().comparison());
        QCOMPARE(bench.workspace().compare().comparison()->distance(), 0);

        QFile bad(bench.folder.filePath("bad.txt"));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("no graph at all\n");
        bad.close();
        QSignalSpy failed(&bench.workspace(), &GraphWorkspace::failed);
        bench.workspace().openGraph(bad.fileName());
        QCOMPARE(failed.size(), 1);
        QVERIFY(bench.workspace().compare().comparison()); // what was there stays
    }

    void matricesAreThoseOfCore() {
        test::GraphBench bench;
        Eigen::MatrixXd prior = Eigen::MatrixXd::Constant(12, 12, 1.0 / 12.0);
        bench.workspace().matrices().setPriors([prior] {
            return std::vector<PriorSource>{
                {"planted", [prior]() -> Result<Eigen::MatrixXd> { return prior; }}};
        });
        bench.openFilm();
        QVERIFY(bench.shown());
        auto& page = bench.workspace().matrices();
        bench.workspace().showView(View::Matrices);
        page.edgesOfA().setCurrentIndex(page.edgesOfA().findData(static_cast<int>(causal::MatrixEdges::Any)));
        emit page.edgesOfA().activated(page.edgesOfA().currentIndex());
        const auto& maps = page.view().matrices();
        QCOMPARE(maps.size(), std::size_t(3));
        std::vector<std::string> regions;
        for (const auto& region : motion::regions())
            regions.emplace_back(region.name);
        const auto a =
            causal::edgeMatrix(bench.workspace().facts().graph, regions, {causal::MatrixEdges::Any});
        MIEN_VERIFY(a);
        QVERIFY(maps[0].values == *a);
        QVERIFY(a->sum() > 0.0);
        QVERIFY(maps[1].values == prior);
        QVERIFY(maps[2].values == *causal::combined(*a, prior));
    }

    void whatMovesTogetherIsMoreThanTheGraph() {
        test::GraphBench bench;
        causal::Table table; // a common cause of three: all pairs go together, none is adjacent
        Rng rng(4);
        table.names = {"cause", "one", "two", "three"};
        table.values.resize(800, 4);
        for (Eigen::Index r = 0; r < 800; ++r) {
            const double cause = rng.normal();
            table.values(r, 0) = cause;
            for (int c = 1; c < 4; ++c)
                table.values(r, c) = cause + 0.5 * rng.normal();
        }
        test::writeTable(bench.folder.filePath("t.csv"), table);
        bench.workspace().openTable(bench.folder.filePath("t.csv"));
        QVERIFY(bench.shown());
        QCOMPARE(bench.workspace().facts().graph.edgeCount(), 3);
        QSignalSpy computed(&bench.workspace().together(), &TogetherPage::computed);
        bench.workspace().showView(View::Together);
        QVERIFY(computed.wait(30000));
        QCOMPARE(bench.workspace().together().picture().content().edges.size(), std::size_t(6));
        QVERIFY(bench.workspace().together().note().contains('3'));
    }

    void knowledgeIsEditedInListsToo() {
        QTemporaryDir folder;
        ProjectDocument document;
        test::fillDocument(document, folder);
        KnowledgeStore store(document);
        KnowledgeView view(store);
        view.setNames({"a", "b", "c"});
        view.add("a", true, "b");
        view.add("c", false, "a");
        QCOMPARE(view.list().count(), 2);
        view.list().setCurrentRow(0);
        QTest::keyClick(&view.list(), Qt::Key_Delete);
        QCOMPARE(view.list().count(), 1);
        QVERIFY(store.knowledge().required.empty());
        view.setTier("b", 2);
        QCOMPARE(store.knowledge().tiers.size(), std::size_t(3));
        QCOMPARE(store.knowledge().tiers[2], std::vector<std::string>{"b"});
        view.setTier("b", -1);
        QVERIFY(store.knowledge().tiers.empty());
        QSignalSpy failed(&view, &KnowledgeView::failed);
        view.add("a", true, "a");
        QCOMPARE(failed.size(), 1);
        while (store.undo().canUndo())
            store.undo().undo();
        QVERIFY(store.knowledge().empty());
        while (store.undo().canRedo())
            store.undo().redo();
        QCOMPARE(store.knowledge().forbidden.size(), std::size_t(1));
    }

    void whatIsSeenIsWritten() {
        test::GraphBench bench;
        bench.openFilm();
        QVERIFY(bench.shown());
        for (const char* name : {"p.svg", "p.pdf", "p.png", "t.csv"}) {
            for (const View view : {View::Graph, View::Matrices, View::Together, View::Compare}) {
                bench.workspace().showView(view);
                const QString path = bench.folder.filePath(name);
                MIEN_VERIFY(bench.workspace().exportTo(path));
                QVERIFY(QFileInfo(path).size() > 100);
            }
        }
        QVERIFY(!bench.workspace().exportTo(bench.folder.filePath("missing/p.svg")));
    }
};

MIEN_UI_TEST(TestGraphPages)

} // namespace tst_graph_pages

#include "tst_graph_pages.moc"
