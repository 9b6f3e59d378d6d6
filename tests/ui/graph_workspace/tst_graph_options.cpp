// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine offers beyond the sliders: each choice searches what core searches, what does not apply is
// greyed and says why, and all of it is found again.
#include "graph_bench.h"
#include "support/test_program.h"
#include "ui/graph_workspace/graph_words.h"
#include "ui/graph_workspace/more_controls.h"
#include "ui/graph_workspace/together_page.h"
#include "ui/graph_workspace/trust_notes.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSlider>
#include <QStandardItemModel>
#include <QToolButton>

namespace tst_graph_options {

using namespace mien;
using namespace mien::ui;

namespace {

/// Codes 0 … 2 of four units: the first decides the second, that the third; the fourth is on its own.
causal::Table codes(int rows) {
    Rng rng(6);
    causal::Table table;
    table.names = {"AU1", "AU2", "AU4", "AU12"};
    table.values.resize(rows, 4);
    for (Eigen::Index r = 0; r < rows; ++r) {
        table.values(r, 0) = std::floor(3.0 * rng.uniform());
        for (int c = 1; c < 3; ++c)
            table.values(r, c) =
                rng.uniform() < 0.7 ? table.values(r, c - 1) : std::floor(3.0 * rng.uniform());
        table.values(r, 3) = std::floor(3.0 * rng.uniform());
    }
    return table;
}

causal::Table withGaps(causal::Table table) {
    for (Eigen::Index r = 0; r < table.rows(); r += 7)
        table.values(r, r % table.values.cols()) = std::numeric_limits<double>::quiet_NaN();
    return table;
}

void open(test::GraphBench& bench, const causal::Table& table) {
    const QString path = bench.folder.filePath("t.csv");
    test::writeTable(path, table);
    bench.workspace().openTable(path);
}

void pick(QComboBox& box, int value) {
    box.setCurrentIndex(box.findData(value));
    emit box.activated(box.currentIndex());
}

bool offered(QComboBox& box, int value) {
    return qobject_cast<QStandardItemModel*>(box.model())->item(box.findData(value))->isEnabled();
}

/// The graph of what the controls say now is shown.
bool settled(test::GraphBench& bench) {
    auto& workspace = bench.workspace();
    return QTest::qWaitFor(
        [&] {
            const auto& answer = workspace.answer();
            return answer && answer->found && !answer->refining && !workspace.engine().busy() &&
                   answer->request.parameters == workspace.controls().parameters();
        },
        30000);
}

} // namespace

class TestGraphOptions : public QObject {
    Q_OBJECT

private slots:
    void everyChoiceIsSearchedAsCoreDoes_data() {
        QTest::addColumn<QVariantMap>("choice");
        using Map = QVariantMap;
        QTest::addRow("RFCI") << Map{{"algorithm", 1}};
        QTest::addRow("G²") << Map{{"test", 1}};
        QTest::addRow("χ²") << Map{{"test", 2}};
        QTest::addRow("given samples") << Map{{"samples", 3}, {"given", 60}};
        QTest::addRow("residuals") << Map{{"samples", 1}};
        QTest::addRow("no selection") << Map{{"selection", 0}};
        QTest::addRow("residuals and lags") << Map{{"samples", 1}, {"lags", 1}};
    }
    void everyChoiceIsSearchedAsCoreDoes() {
        QFETCH(QVariantMap, choice);
        test::GraphBench bench;
        const auto table = codes(400);
        open(bench, table);
        QVERIFY(settled(bench));
        auto wanted = toMap({});
        wanted.insert(choice);
        wanted.insert("alpha", 0.1);
        const auto parameters = parametersFrom(wanted);
        bench.workspace().controls().setParameters(parameters);
        QVERIFY(bench.workspace().controls().parameters() == parameters);
        QVERIFY(settled(bench));
        const auto options = optionsOf(parameters, 4 * (parameters.lags + 1));
        const auto expected = causal::discover(table, {}, options, {});
        MIEN_VERIFY(expected);
        const auto& shown = *bench.workspace().answer()->found;
        QVERIFY(shown.result.graph == expected->result.graph);
        QCOMPARE(shown.preset, expected->preset);
        QVERIFY(shown.samples == expected->samples);
        QCOMPARE(shown.result.tests(), expected->result.tests());
    }

    void gapsAreUsedTestByTest() {
        test::GraphBench bench;
        const auto table = withGaps(test::chainTable(5, 120, 0.9, 4));
        open(bench, table);
        QVERIFY(settled(bench));
        QVERIFY(bench.workspace().answer()->found->rowsDropped > 0);
        auto& more = bench.workspace().controls().more();
        QVERIFY(more.gaps().isEnabled());
        pick(more.gaps(), static_cast<int>(causal::Missing::Testwise));
        QVERIFY(settled(bench));
        const auto& found = *bench.workspace().answer()->found;
        QCOMPARE(found.rowsDropped, Eigen::Index(0));
        QVERIFY(found.rowsWithGaps > 0);
        causal::DiscoverOptions options = optionsOf(bench.workspace().controls().parameters(), 5);
        QVERIFY(options.missing == causal::Missing::Testwise);
        const auto expected = causal::discover(table, {}, options, {});
        MIEN_VERIFY(expected);
        QVERIFY(found.result.graph == expected->result.graph);
        bench.workspace().showView(GraphWorkspace::View::Together); // has no correlation matrix to look at
        QVERIFY(QTest::qWaitFor(
            [&] { return !bench.workspace().together().picture().content().edges.empty(); }, 30000));
    }

    void whatDoesNotApplyIsGreyedAndSaysWhy() {
        test::GraphBench bench;
        bench.openFilm();
        QVERIFY(settled(bench));
        auto& controls = bench.workspace().controls();
        auto& more = controls.more();
        QVERIFY(!more.test().isEnabled());
        QVERIFY(more.test().toolTip().contains("numbers"));
        QVERIFY(!more.gaps().isEnabled());
        QVERIFY(more.gaps().toolTip().contains("Nothing is missing"));

        pick(more.method(), static_cast<int>(causal::Algorithm::Rfci));
        QVERIFY(!controls.lags().isEnabled());
        QVERIFY(controls.lags().toolTip().contains("RFCI"));
        QVERIFY(!more.colliders().isEnabled());
        pick(more.method(), static_cast<int>(causal::Algorithm::Fci));
        controls.lags().setValue(2);
        QVERIFY(!offered(more.method(), static_cast<int>(causal::Algorithm::Rfci)));
        controls.lags().setValue(0);
        QVERIFY(offered(more.method(), static_cast<int>(causal::Algorithm::Rfci)));

        open(bench, withGaps(codes(200)));
        QVERIFY(QTest::qWaitFor([&] { return more.test().isEnabled(); }, 30000));
        QVERIFY(more.gaps().isEnabled());
        pick(more.test(), static_cast<int>(causal::TestKind::GSquare));
        QVERIFY(!more.gaps().isEnabled());
        QVERIFY(!offered(controls.samples(), static_cast<int>(causal::SampleSize::Residual)));
        QVERIFY(settled(bench));
    }

    void whatIsWantedWaitsForDataThatAllowIt() {
        test::GraphBench bench;
        open(bench, codes(200));
        QVERIFY(
            QTest::qWaitFor([&] { return bench.workspace().controls().more().test().isEnabled(); }, 30000));
        pick(bench.workspace().controls().more().test(), static_cast<int>(causal::TestKind::GSquare));
        QVERIFY(settled(bench));
        bench.openFilm();
        bench.workspace().source().useFilm();
        QVERIFY(settled(bench));
        QVERIFY(bench.workspace().controls().parameters().test == causal::TestKind::FisherZ);
        QCOMPARE(bench.workspace().facts().graph.size(), 12);
        open(bench, codes(201));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return bench.workspace().controls().parameters().test == causal::TestKind::GSquare &&
                       bench.workspace().facts().graph.size() == 4;
            },
            30000));
        QVERIFY(settled(bench));
    }

    void aFilmsGapsAreRowsOnceTheyAreWanted() {
        test::GraphBench bench;
        test::fillDocument(bench.document, bench.folder, 200);
        auto analysis = std::make_shared<pipeline::Analysis>();
        analysis->series = test::facialMotion(200, 3);
        analysis->series.frames[50].state = face::Scorability::NoFace;
        bench.document.analysis().setAnalysis(analysis);
        QVERIFY(settled(bench));
        QCOMPARE(bench.workspace().facts().found->rows, Eigen::Index(2 * 197));
        QVERIFY(bench.workspace().controls().more().gaps().isEnabled());
        pick(bench.workspace().controls().more().gaps(), static_cast<int>(causal::Missing::Testwise));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return bench.workspace().facts().found && bench.workspace().facts().found->rowsWithGaps == 4;
            },
            30000));
        QCOMPARE(bench.workspace().facts().found->rows, Eigen::Index(2 * 199));
    }

    void settingsAreFoundAgain() {
        test::GraphBench bench;
        auto& first = bench.workspace().controls();
        GraphParameters wanted;
        wanted.alpha = 0.02;
        wanted.maxDepth = 3;
        wanted.lags = 2;
        wanted.preset = GraphPreset::Complete;
        wanted.colliders = causal::ColliderRule::Majority;
        wanted.test = causal::TestKind::ChiSquare;
        wanted.missing = causal::Missing::Testwise;
        wanted.sampleSize = causal::SampleSize::Given;
        wanted.givenSamples = 250.0;
        wanted.selectionBias = false;
        first.setParameters(wanted);
        first.setLeastStability(0.7);
        first.more().setOpen(true);
        bench.workspace().stability().setAutomatic(false);
        bench.made = std::make_unique<GraphWorkspace>(bench.actions, bench.settings, bench.document,
                                                      bench.selection, bench.jobs);
        auto& second = bench.workspace().controls();
        QVERIFY(second.wanted() == wanted);
        QCOMPARE(second.leastStability(), 0.7);
        QVERIFY(second.more().open());
        QVERIFY(!bench.workspace().stability().automatic());
        QCOMPARE(second.given().value(), 250.0);
        second.more().defaults().click();
        QVERIFY(second.wanted() == GraphParameters{});
    }

    void settingsThatMakeNoSenseAreAsDelivered() {
        const GraphParameters delivered;
        for (const char* key : {"alpha", "depth", "lags", "preset", "colliders", "algorithm", "selection",
                                "test", "missing", "samples", "given"}) {
            QVERIFY(toMap(delivered).contains(key));
            QVERIFY(parametersFrom({{key, "rubbish"}}) == delivered);
        }
        QVERIFY(parametersFrom({{"alpha", 7.0}, {"test", 99}, {"samples", -1}}) == delivered);
        QCOMPARE(parametersFrom({{"lags", 1000}}).lags, kMostLags);
        QCOMPARE(parametersFrom({{"given", -5}}).givenSamples, kLeastGiven);
    }

    void aFilmsRowsAreCountedAsMovements() {
        QCOMPARE(rowsText(430, true), QString("2 × 215 movements, sideways and upwards"));
        QVERIFY(!rowsText(430, false).contains("movements"));
    }

    void theCompletionCanBeStoppedAndWhatIsShownStays() {
        // Dense and unmeasured: the interactive preset meets its limits and the rest takes long.
        Rng rng(3);
        causal::Table table;
        constexpr int p = 18, hidden = 12, n = 500;
        table.values = Eigen::MatrixXd::Zero(n, p);
        for (int c = 0; c < p; ++c)
            table.names.push_back("V" + std::to_string(c));
        for (int r = 0; r < n; ++r) {
            std::array<double, hidden> causes;
            for (double& cause : causes)
                cause = rng.normal();
            for (int c = 0; c < p; ++c)
                table.values(r, c) = causes[static_cast<std::size_t>(c % hidden)] +
                                     causes[static_cast<std::size_t>((c * 5 + 1) % hidden)] + rng.normal();
        }
        test::GraphBench bench;
        bench.workspace().stability().setAutomatic(false);
        auto& workspace = bench.workspace();
        GraphParameters parameters;
        parameters.alpha = 0.2;
        workspace.controls().setParameters(parameters);
        open(bench, table);
        QVERIFY(!workspace.controls().stop().isEnabled());
        QVERIFY(QTest::qWaitFor([&] { return workspace.answer() && workspace.answer()->found; }, 30000));
        if (!workspace.answer()->refining)
            QSKIP("the completion was through before the first answer was seen");
        QVERIFY(workspace.controls().stop().isEnabled());
        const auto before = workspace.facts().graph;
        workspace.controls().stop().click();
        QVERIFY(QTest::qWaitFor([&] { return !workspace.answer()->refining; }, 30000));
        QVERIFY(!workspace.controls().stop().isEnabled());
        if (workspace.answer()->preset == GraphPreset::Complete)
            QSKIP("the completion was through before it could be stopped");
        QVERIFY(workspace.facts().graph == before);
        const auto& notes = workspace.trust().notes();
        QVERIFY(std::any_of(notes.begin(), notes.end(),
                            [](const TrustNote& note) { return note.text.contains("met its limits"); }));
    }
};

MIEN_UI_TEST(TestGraphOptions)

} // namespace tst_graph_options

#include "tst_graph_options.moc"
