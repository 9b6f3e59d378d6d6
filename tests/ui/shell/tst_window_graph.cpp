// SPDX-License-Identifier: GPL-3.0-or-later
// The Graph workspace in the whole window: how one gets there, and what of the film answers to it.
#include "core/base/rng.h"
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/graph/pag_view.h"
#include "ui/graph_workspace/graph_workspace.h"
#include "ui/graph_workspace/knowledge_store.h"
#include "ui/shell/score_panel.h"

namespace tst_window_graph {

using namespace mien;
using namespace mien::ui;

namespace {

/// An analysis in which regions 8 and 10 move together.
std::shared_ptr<const pipeline::Analysis> plantedAnalysis(int frames) {
    Rng rng(2);
    auto analysis = std::make_shared<pipeline::Analysis>();
    analysis->series.fps = 25.0;
    std::array<cv::Vec2f, motion::kRegionCount> place{};
    for (int t = 0; t < frames; ++t) {
        motion::FrameMotion frame;
        frame.frame = {t};
        frame.state = face::Scorability::Scorable;
        for (auto& v : place)
            v += cv::Vec2f(static_cast<float>(0.01 * rng.normal()), static_cast<float>(0.01 * rng.normal()));
        place[10] = place[8] + cv::Vec2f(static_cast<float>(0.001 * rng.normal()), 0.0f);
        frame.displacement = place;
        analysis->series.frames.push_back(frame);
    }
    return analysis;
}

bool shown(GraphWorkspace& graph) {
    return QTest::qWaitFor([&] { return graph.facts().found != nullptr; }, 30000);
}

} // namespace

class TestWindowGraph : public QObject {
    Q_OBJECT

private slots:
    void aKeyOpensTheWorkspaceAndATableFillsIt() {
        test::WindowBench w;
        QVERIFY(QTest::qWaitForWindowActive(&w.window));
        w.press(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(w.window.workspace() == Workspace::Graph);
        QVERIFY(w.window.graph().isVisible());
        QVERIFY(!w.window.graph().message().isEmpty());
        QFile file(w.folder.filePath("numbers.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Rng rng(1);
        file.write("x,y\n");
        for (int i = 0; i < 50; ++i) {
            const double x = rng.normal();
            file.write(QByteArray::number(x) + ',' + QByteArray::number(x + rng.normal()) + '\n');
        }
        file.close();
        w.window.openPaths({file.fileName()});
        QVERIFY(shown(w.window.graph()));
        QCOMPARE(w.window.graph().facts().graph.size(), 2);
        w.press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!w.window.graph().isVisible());
    }

    void aSelectedEdgeAddsItsLanesToTheScore() {
        test::WindowBench w;
        test::writeFilm(w.folder.filePath("a.mp4"), 80);
        QVERIFY(w.openFilm(w.folder.filePath("a.mp4")));
        w.bench.document.analysis().setAnalysis(plantedAnalysis(80));
        w.window.setWorkspace(Workspace::Graph);
        auto& graph = w.window.graph();
        QVERIFY(shown(graph));
        const auto& names = graph.facts().graph.names();
        const auto place = [&](const char* name) {
            return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
        };
        QVERIFY(w.window.score().regionLanes().empty());
        graph.picture().setSelection(
            graph::Selection::ofPair(place("left mouth corner"), place("right mouth corner")));
        const auto& lanes = w.window.score().regionLanes();
        QCOMPARE(lanes.size(), std::size_t(2));
        QCOMPARE(lanes[0].name, QString("left mouth corner"));
        QCOMPARE(lanes[0].signal->size(), std::int64_t(80));
        graph.picture().setSelection({});
        QVERIFY(w.window.score().regionLanes().empty());
    }

    void undoIsThatOfTheKnowledgeHereAndOfTheProjectElsewhere() {
        test::WindowBench w;
        test::writeFilm(w.folder.filePath("a.mp4"), 40);
        QVERIFY(w.openFilm(w.folder.filePath("a.mp4")));
        const auto filmsBefore = w.bench.document.media().size();
        w.window.setWorkspace(Workspace::Graph);
        causal::Knowledge known;
        known.required = {{"left mouth corner", "right mouth corner"}};
        MIEN_VERIFY(w.window.graph().knowledge().change(known, "require"));
        QVERIFY(w.bench.actions.action("edit.undo")->isEnabled());
        w.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(w.window.graph().knowledge().knowledge().empty());
        QCOMPARE(w.bench.document.media().size(), filmsBefore);
        w.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!w.window.graph().knowledge().knowledge().empty());
    }

    void aFilmThatGoesTakesItsGraphAlong() {
        test::WindowBench w;
        test::writeFilm(w.folder.filePath("a.mp4"), 40);
        QVERIFY(w.openFilm(w.folder.filePath("a.mp4")));
        w.bench.document.analysis().setAnalysis(plantedAnalysis(40));
        w.window.setWorkspace(Workspace::Graph);
        QVERIFY(shown(w.window.graph()));
        w.bench.document.setCurrentMedia({}); // the film goes while its graph is looked at
        QVERIFY(QTest::qWaitFor([&] { return !w.window.graph().message().isEmpty(); }, 30000));
    }
};

MIEN_UI_TEST(TestWindowGraph)

} // namespace tst_window_graph

#include "tst_window_graph.moc"
