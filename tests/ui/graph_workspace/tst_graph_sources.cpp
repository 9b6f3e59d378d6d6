// SPDX-License-Identifier: GPL-3.0-or-later
// Which frames of a film a graph is about, and what a table of them holds.
#include "core/pipeline/film_graph.h"
#include "graph_bench.h"
#include "support/test_program.h"
#include "ui/commands/event_edits.h"
#include "ui/graph_workspace/lag_correlation.h"

namespace tst_graph_sources {

using namespace mien;
using namespace mien::ui;

class TestGraphSources : public QObject {
    Q_OBJECT

private slots:
    /// What the window searches is what `mien-cli causal --film` searches.
    void aFilmsGraphIsThatOfTheCommandLine_data() {
        QTest::addColumn<bool>("testwise");
        QTest::addColumn<int>("lags");
        QTest::addRow("defaults") << false << 0;
        QTest::addRow("gaps test by test, one lag") << true << 1;
    }
    void aFilmsGraphIsThatOfTheCommandLine() {
        MIEN_NEEDS_SHARED("video/d18.mp4");
        QFETCH(bool, testwise);
        QFETCH(int, lags);
        static const QTemporaryDir cache; // the film is measured once for both rows
        pipeline::FilmGraphOptions options;
        options.analysis.cacheDir = cache.path().toStdString();
        options.analysis.flow = "dis";
        const auto film = mien::test::sharedData("video/d18.mp4");
        const auto features = pipeline::filmFeatures(film, options.analysis, {});
        MIEN_VERIFY(features);

        test::GraphBench bench;
        GraphParameters parameters;
        parameters.alpha = 0.03;
        parameters.preset = GraphPreset::Complete;
        parameters.lags = lags;
        parameters.missing = testwise ? causal::Missing::Testwise : causal::Missing::Listwise;
        auto analysis = std::make_shared<pipeline::Analysis>();
        analysis->series = features->series;
        auto& gap = analysis->series.frames[100];
        gap.state = testwise ? face::Scorability::NoFace : gap.state;
        test::fillDocument(bench.document, bench.folder,
                           static_cast<std::int64_t>(features->series.frames.size()));
        bench.document.analysis().setAnalysis(analysis);
        bench.workspace().controls().setParameters(parameters);
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto& answer = bench.workspace().answer();
                return answer && answer->found && answer->request.parameters == parameters &&
                       !bench.workspace().engine().busy();
            },
            30000));
        options.search = optionsOf(parameters, 12 * (lags + 1));
        const auto& shown = *bench.workspace().answer()->found;
        if (!testwise) {
            const auto expected = pipeline::filmGraph(film, options, {});
            MIEN_VERIFY(expected);
            QVERIFY(expected->graph.result.graph.edgeCount() > 0);
            QVERIFY(shown.result.graph == expected->graph.result.graph);
            QVERIFY(shown.samples == expected->graph.samples);
            QCOMPARE(shown.rows, expected->graph.rows);
        }
        const auto table = pipeline::regionTable(analysis->series, options.table, testwise);
        const auto direct = causal::discover(table, {}, options.search, {});
        MIEN_VERIFY(direct);
        QVERIFY(shown.result.graph == direct->result.graph);
        QCOMPARE(shown.rowsWithGaps > 0, testwise);
    }

    void aRowIsTheStepFromOneScorableFrameToTheNext() {
        auto series = test::facialMotion(10, 1);
        series.frames[4].state = face::Scorability::NoFace;
        const auto table = filmTable(series);
        MIEN_VERIFY(table);
        QCOMPARE(table->columns(), 12);
        QCOMPARE(table->rows(), Eigen::Index(2 * 7)); // steps into frames 1 2 3 and 6 7 8 9, x then y
        QCOMPARE(table->values(0, 8),
                 double(series.frames[1].displacement[8][0]) - double(series.frames[0].displacement[8][0]));
        QCOMPARE(table->values(7 + 3, 2),
                 double(series.frames[6].displacement[2][1]) - double(series.frames[5].displacement[2][1]));
        QCOMPARE(table->runs[2], table->runs[0]);
        QVERIFY(table->runs[3] != table->runs[2]); // no step crosses the frame without a face
        QVERIFY(table->runs[7] > table->runs[6]);  // nor from sideways to upwards
    }

    void spansAreApartAndStepsIntoThemDoNotCount() {
        const auto series = test::facialMotion(30, 1);
        const auto table = filmTable(series, std::vector<FrameInterval>{{{5}, {8}}, {{20}, {40}}});
        MIEN_VERIFY(table);
        QCOMPARE(table->rows(), Eigen::Index(2 * (3 + 9)));
        QVERIFY(table->runs[2] != table->runs[3]);
    }

    void nothingLeftIsOneSentence() {
        const auto table = filmTable(test::facialMotion(30, 1), std::vector<FrameInterval>{{{5}, {5}}});
        QVERIFY(!table);
        QVERIFY(table.error().code == ErrorCode::Corrupt);
    }

    void outsideIsWhatNoIntervalCovers() {
        const std::vector<FrameInterval> expected{{{0}, {9}}, {{31}, {39}}, {{51}, {99}}};
        QVERIFY(outside({{{20}, {30}}, {{10}, {25}}, {{40}, {50}}}, 100) == expected);
        QVERIFY(outside({{{0}, {99}}}, 100).empty());
    }

    void tablesOneBelowTheOtherKeepTheirRunsApart() {
        const auto one = filmTable(test::facialMotion(10, 1));
        const auto two = filmTable(test::facialMotion(20, 2));
        const auto both = pipeline::stacked(std::vector{*one, *two});
        MIEN_VERIFY(both);
        QCOMPARE(both->rows(), one->rows() + two->rows());
        const auto at = static_cast<std::size_t>(one->rows());
        for (std::size_t i = 0; i < at; ++i)
            for (std::size_t j = at; j < both->runs.size(); ++j)
                QVERIFY(both->runs[i] != both->runs[j]);
    }

    void eventsDivideAFilmAndWithoutThemProposalsDo() {
        QTemporaryDir folder;
        ProjectDocument document;
        SelectionModel selection;
        test::fillDocument(document, folder, 200);
        auto spans = intervalsOf(FilmSpan::Micro, document, selection);
        QVERIFY(spans.intervals->empty());
        test::storeProposals(document, {test::proposal(10, 12, 18, 0.9), test::proposal(50, 60, 90, 0.8)});
        spans = intervalsOf(FilmSpan::Micro, document, selection);
        QVERIFY(*spans.intervals == (std::vector<FrameInterval>{{{10}, {18}}}));
        spans = intervalsOf(FilmSpan::Macro, document, selection);
        QVERIFY(*spans.intervals == (std::vector<FrameInterval>{{{50}, {90}}}));
        spans = intervalsOf(FilmSpan::Outside, document, selection);
        QVERIFY(*spans.intervals == (std::vector<FrameInterval>{{{0}, {9}}, {{19}, {49}}, {{91}, {199}}}));
        spans = intervalsOf(FilmSpan::Stretch, document, selection);
        QVERIFY(spans.intervals->empty());
        selection.select(document.proposals()[1].id);
        spans = intervalsOf(FilmSpan::Stretch, document, selection);
        QVERIFY(*spans.intervals == (std::vector<FrameInterval>{{{50}, {90}}}));
        QVERIFY(!intervalsOf(FilmSpan::Whole, document, selection).intervals);
    }

    void aPlantedDelayIsTheStrongestLag() {
        Rng rng(9);
        causal::Table table;
        table.names = {"first", "second"};
        table.values.resize(500, 2);
        for (Eigen::Index t = 0; t < 500; ++t) {
            table.values(t, 0) = rng.normal();
            table.values(t, 1) = 0.3 * rng.normal() + (t >= 4 ? table.values(t - 4, 0) : 0.0);
        }
        const auto ahead = lagCorrelation(table, 0, 1, 10, 500.0);
        QCOMPARE(ahead.strongest, 4); // the first is four rows ahead
        QVERIFY(ahead.at(4) > 0.9 && ahead.at(4) <= 1.0);
        QVERIFY(std::abs(ahead.at(-4)) < 3 * ahead.bound);
        QCOMPARE(lagCorrelation(table, 1, 0, 10, 500.0).strongest, -4);
        table.runs.assign(500, 0);
        for (std::size_t t = 0; t < 500; ++t)
            table.runs[t] = static_cast<int>(t) / 3; // no two rows four apart are of one run
        QVERIFY(std::isnan(lagCorrelation(table, 0, 1, 10, 500.0).at(4)));
    }

    void aLaggedVariableBelongsToItsColumn() {
        causal::Table table;
        table.names = {"nose tip", "upper lip", "a[b]"};
        QCOMPARE(columnOf(table, "upper lip"), 1);
        QCOMPARE(columnOf(table, "upper lip[t-2]"), 1);
        QCOMPARE(columnOf(table, "a[b]"), 2);
        QCOMPARE(columnOf(table, "chin"), -1);
    }
};

MIEN_UI_TEST(TestGraphSources)

} // namespace tst_graph_sources

#include "tst_graph_sources.moc"
