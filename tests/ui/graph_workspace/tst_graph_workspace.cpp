// SPDX-License-Identifier: GPL-3.0-or-later
// The Graph workspace: what is asked with which slider, what is said where there is nothing to show, and that
// picture, table and film speak of the same thing.
#include "graph_bench.h"
#include "support/test_program.h"
#include "ui/graph_workspace/detail_card.h"
#include "ui/graph_workspace/edges_view.h"
#include "ui/graph_workspace/knowledge_store.h"
#include "ui/graph_workspace/trust_notes.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>

#include <set>

namespace tst_graph_workspace {

using namespace mien;
using namespace mien::ui;

namespace {

int regionIn(const causal::Pag& graph, const char* name) {
    const auto& names = graph.names();
    return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
}

} // namespace

class TestGraphWorkspace : public QObject {
    Q_OBJECT

private slots:
    void withoutAnythingItSaysWhatToOpen() {
        test::GraphBench bench;
        QVERIFY(bench.complained());
        QVERIFY(bench.workspace().message().contains("Open a film"));
        QCOMPARE(bench.workspace().edges().model().rowCount(), 0);
    }

    void aFilmThatIsNotAnalysedOffersToBe() {
        test::GraphBench bench;
        test::fillDocument(bench.document, bench.folder, 100);
        QVERIFY(QTest::qWaitFor([&] { return bench.workspace().message().contains("not analysed"); }, 30000));
        auto buttons = bench.workspace().findChildren<QPushButton*>();
        const auto analyse = std::find_if(buttons.begin(), buttons.end(), [](auto* button) {
            return button->isVisible() && button->property("primary").toBool();
        });
        QVERIFY(analyse != buttons.end());
        (*analyse)->click();
        QCOMPARE(bench.analyseAsked, 1);
        bench.analysed(100, 1);
        QVERIFY(bench.shown()); // as soon as it is
    }

    void theGraphOfAFilmIsThatOfItsMeasuredMovement() {
        test::GraphBench bench;
        bench.openFilm();
        QVERIFY(bench.shown());
        const auto& graph = bench.workspace().facts().graph;
        QCOMPARE(graph.size(), 12);
        QVERIFY(graph.adjacent(regionIn(graph, "left mouth corner"), regionIn(graph, "right mouth corner")));
        QVERIFY(bench.workspace().picture().content().edges.size() == std::size_t(graph.edgeCount()));
        QVERIFY(bench.workspace().picture().placement() == graph::Placement::Face);
    }

    void aSliderThatMovesGivesTheGraphThatCoreGivesForIt() {
        test::GraphBench bench;
        const auto table = test::chainTable(9, 250, 0.5, 11);
        test::writeTable(bench.folder.filePath("t.csv"), table);
        bench.workspace().openTable(bench.folder.filePath("t.csv"));
        QVERIFY(bench.shown());
        const auto before = bench.workspace().facts().graph;
        auto& slider = bench.workspace().controls().alpha();
        for (int step = slider.minimum(); step <= slider.maximum(); ++step)
            slider.setValue(step); // as a drag does
        QVERIFY(QTest::qWaitFor([&] { return !bench.workspace().engine().busy(); }, 30000));
        const double alpha = bench.workspace().controls().parameters().alpha;
        QCOMPARE(alpha, alphaSteps().back());
        causal::DiscoverOptions options;
        options.fci = causal::FciOptions::interactive(9);
        options.alpha = alpha;
        const auto expected = causal::discover(table, {}, options, {});
        MIEN_VERIFY(expected);
        QVERIFY(bench.workspace().facts().graph == expected->result.graph);
        QVERIFY(!(before == expected->result.graph));
    }

    void aTableThatCannotBeReadIsOneSentence() {
        test::GraphBench bench;
        QFile file(bench.folder.filePath("bad.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a,b\n1,2\n3,four\n");
        file.close();
        bench.workspace().openTable(file.fileName());
        QVERIFY(bench.complained());
        QVERIFY2(bench.workspace().message().contains("bad.csv"), qPrintable(bench.workspace().message()));
        QVERIFY(!bench.workspace().message().contains('\n'));
    }

    void aRowOfTheTableSelectsItsEdgeInThePictureAndTheOtherWayRound() {
        test::GraphBench bench;
        bench.openFilm();
        QVERIFY(bench.shown());
        auto& workspace = bench.workspace();
        QVERIFY(workspace.edges().model().rowCount() > 0);
        workspace.edges().table().setCurrentIndex(workspace.edges().shown().index(0, 0));
        const auto& edge = workspace.edges().model().row(0).edge;
        const auto& selected = workspace.picture().selection();
        QVERIFY(selected == graph::Selection::ofPair(edge.a, edge.b));
        workspace.picture().setSelection({});
        QVERIFY(!workspace.edges().table().currentIndex().isValid());
        workspace.picture().setSelection(graph::Selection::ofPair(edge.a, edge.b));
        QCOMPARE(workspace.edges().table().currentIndex().row(), 0);
    }

    void aNodeLightsItsRegionUp() {
        test::GraphBench bench;
        bench.openFilm();
        QVERIFY(bench.shown());
        auto& picture = bench.workspace().picture();
        const auto& graph = bench.workspace().facts().graph;
        picture.setSelection(graph::Selection::ofNode(regionIn(graph, "upper lip")));
        QCOMPARE(bench.selection.regions(), std::vector<int>{9});
        picture.setSelection(graph::Selection::ofPair(regionIn(graph, "left mouth corner"),
                                                      regionIn(graph, "right mouth corner")));
        QCOMPARE(std::set<int>(bench.selection.regions().begin(), bench.selection.regions().end()),
                 (std::set<int>{8, 10}));
        QSignalSpy computed(&bench.workspace().details(), &DetailCard::computed);
        QVERIFY(computed.wait(30000));
        QCOMPARE(bench.workspace().details().correlation()->strongest, 0);
        picture.setSelection({});
        QVERIFY(bench.selection.regions().empty());
    }

    void rowsAreFilteredSortedAndCopied() {
        test::GraphBench bench;
        bench.openFilm();
        QVERIFY(bench.shown());
        auto& edges = bench.workspace().edges();
        QAbstractItemModelTester tester(&edges.shown(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        edges.showAllPairs(true);
        QCOMPARE(edges.shown().rowCount(), 66);
        for (int column = 0; column < EdgeModel::kColumns; ++column)
            edges.table().sortByColumn(column, Qt::DescendingOrder);
        edges.filter().setText("NOSE TIP");
        QCOMPARE(edges.shown().rowCount() >= 11, true);
        QCOMPARE(edges.csv().split('\n', Qt::SkipEmptyParts).size(), edges.shown().rowCount() + 1);
        QVERIFY(edges.csv().startsWith("a,at_a,at_b,b,"));
    }

    void stabilityFillsInAndCanBeStopped() {
        test::GraphBench bench;
        bench.workspace().stability().setAutomatic(false);
        bench.openFilm();
        QVERIFY(bench.shown());
        QVERIFY(!bench.workspace().facts().stability);
        QSignalSpy shown(&bench.workspace(), &GraphWorkspace::stabilityShown);
        bench.workspace().stability().start();
        QVERIFY(bench.workspace().stability().running());
        bench.workspace().stability().cancel();
        QVERIFY(QTest::qWaitFor([&] { return !bench.workspace().stability().running(); }, 30000));
        if (shown.isEmpty()) { // it may have been through already
            bench.workspace().stability().start();
            QVERIFY(shown.wait(30000));
        }
        const auto& facts = bench.workspace().facts();
        const auto expected = search(*bench.workspace().answer()->data, *bench.workspace().answer()->table,
                                     bench.workspace().answer()->request, GraphPreset::Interactive,
                                     facts.stability->replicates, {});
        MIEN_VERIFY(expected);
        for (const auto& edge : facts.graph.edges())
            QCOMPARE(facts.stability->at(edge.a, edge.b).adjacent(),
                     expected->stability->at(edge.a, edge.b).adjacent());
    }

    void whatIsKnownIsUsedKeptAndUndone() {
        test::GraphBench bench;
        bench.openFilm();
        QVERIFY(bench.shown());
        auto& workspace = bench.workspace();
        const auto ends = [&] {
            const auto& graph = workspace.facts().graph;
            const int left = regionIn(graph, "left mouth corner");
            const int right = regionIn(graph, "right mouth corner");
            return std::pair(graph.end(right, left), graph.end(left, right));
        };
        const auto before = ends();
        causal::Knowledge known;
        known.required = {{"left mouth corner", "right mouth corner"}};
        emit workspace.picture().knowledgeEdited(known, "require");
        QVERIFY(QTest::qWaitFor([&] { return ends() == std::pair(causal::Mark::Tail, causal::Mark::Arrow); },
                                30000));
        QCOMPARE(workspace.picture().knowledge().required, known.required);
        QVERIFY(bench.document.value("graph.knowledge")->contains("left mouth corner"));
        KnowledgeStore again(bench.document);
        QVERIFY(sameKnowledge(again.knowledge(), known));
        workspace.knowledge().undo().undo();
        QVERIFY(QTest::qWaitFor([&] { return ends() == before; }, 30000));
        workspace.knowledge().undo().redo();
        QVERIFY(sameKnowledge(workspace.knowledge().knowledge(), known));

        QSignalSpy refused(&workspace, &GraphWorkspace::failed);
        known.forbidden = known.required;
        emit workspace.picture().knowledgeEdited(known, "contradiction");
        QCOMPARE(refused.size(), 1);
        QVERIFY(workspace.knowledge().knowledge().forbidden.empty());
    }

    void knowledgeOfOtherVariablesHindersNoTable() {
        test::GraphBench bench;
        causal::Knowledge known;
        known.required = {{"left mouth corner", "right mouth corner"}};
        MIEN_VERIFY(bench.workspace().knowledge().change(known, "require"));
        test::writeTable(bench.folder.filePath("t.csv"), test::chainTable(4, 100, 0.8, 2));
        bench.workspace().openTable(bench.folder.filePath("t.csv"));
        QVERIFY(bench.shown());
    }

    void fewSamplesRowsAsSamplesAndConstantsAreWarnedOf() {
        test::GraphBench bench;
        bench.openFilm(12);
        QVERIFY(bench.shown());
        const auto warns = [&](const char* words) {
            const auto& notes = bench.workspace().trust().notes();
            return std::any_of(notes.begin(), notes.end(), [&](const TrustNote& note) {
                return note.weight == TrustNote::Weight::Warning && note.text.contains(words);
            });
        };
        QVERIFY(warns("independent samples"));
        auto parameters = bench.workspace().controls().parameters();
        parameters.sampleSize = causal::SampleSize::Rows;
        bench.workspace().controls().setParameters(parameters);
        QVERIFY(QTest::qWaitFor([&] { return warns("Every row is counted"); }, 30000));

        auto table = test::chainTable(4, 100, 0.8, 2);
        table.values.col(2).setConstant(7.0);
        test::writeTable(bench.folder.filePath("t.csv"), table);
        bench.workspace().openTable(bench.folder.filePath("t.csv"));
        QVERIFY(QTest::qWaitFor([&] { return warns("X3 was set aside"); }, 30000));
    }

    void allAnalysedFilmsMakeOneGraph() {
        test::GraphBench bench;
        bench.workspace().source().setOtherFilms([] {
            return std::vector<OtherFilm>{
                {"b.mp4", [](const JobContext&) -> Result<motion::FaceMotionSeries> {
                     return test::facialMotion(100, 5);
                 }}};
        });
        bench.openFilm(200);
        QVERIFY(bench.shown());
        bench.workspace().source().useAllFilms();
        QVERIFY(
            QTest::qWaitFor([&] { return bench.workspace().facts().found->rows == 2 * (199 + 99); }, 30000));
        bench.workspace().source().setSpan(FilmSpan::Outside); // of the open film again
        QVERIFY(QTest::qWaitFor([&] { return bench.workspace().facts().found->rows == 2 * 199; }, 30000));
    }

    void anEmptySpanIsSaidAndTheNextOneSearched() {
        test::GraphBench bench;
        bench.openFilm(300);
        QVERIFY(bench.shown());
        bench.workspace().source().setSpan(FilmSpan::Micro);
        QVERIFY(bench.complained());
        test::storeProposals(bench.document, {test::proposal(20, 24, 31, 0.9)});
        QVERIFY(QTest::qWaitFor(
            [&] {
                return bench.workspace().message().isEmpty() && bench.workspace().facts().found &&
                       bench.workspace().facts().found->rows == 2 * 11;
            },
            30000));
    }
};

MIEN_UI_TEST(TestGraphWorkspace)

} // namespace tst_graph_workspace

#include "tst_graph_workspace.moc"
