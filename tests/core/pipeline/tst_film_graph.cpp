// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/film_graph.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <cmath>
#include <fstream>
#include <set>

namespace tst_film_graph {

using namespace mien;
using namespace mien::pipeline;

namespace {

namespace fs = std::filesystem;

/// Ten frames of which the sixth cannot be scored; region r is at (t + r, -t) in frame t.
motion::FaceMotionSeries series() {
    motion::FaceMotionSeries s;
    s.fps = 25.0;
    for (int t = 0; t < 10; ++t) {
        motion::FrameMotion frame;
        frame.state = t == 5 ? face::Scorability::NoFace : face::Scorability::Scorable;
        for (int r = 0; r < motion::kRegionCount; ++r)
            frame.displacement[static_cast<std::size_t>(r)] = {static_cast<float>(t * t + r),
                                                               static_cast<float>(-t)};
        s.frames.push_back(frame);
    }
    return s;
}

} // namespace

/// A film's features, kept, and its causal graph.
class TestFilmGraph : public QObject {
    Q_OBJECT

private slots:
    void aFrameThatCannotBeScoredEndsARun() {
        const auto table = regionTable(series(), {});
        QCOMPARE(table.columns(), 12);
        QCOMPARE(table.rows(), Eigen::Index{2 * 7}); // steps 1–4 and 7–9, x and y
        QCOMPARE(table.runs, (std::vector<int>{0, 0, 0, 0, 2, 2, 2, 3, 3, 3, 3, 5, 5, 5}));
        QCOMPARE(table.values(3, 0), 7.0);  // 16 - 9
        QCOMPARE(table.values(4, 0), 13.0); // 49 - 36
        QCOMPARE(table.values(7, 0), -1.0);
    }

    void orIsKeptAsARowWithoutValues() {
        const auto table = regionTable(series(), {"x", "movement"}, true);
        QCOMPARE(table.rows(), Eigen::Index{9});
        QVERIFY(std::isnan(table.values(4, 3)) && std::isnan(table.values(5, 3)) &&
                !std::isnan(table.values(6, 3)));
        QCOMPARE(std::set<int>(table.runs.begin(), table.runs.end()).size(), std::size_t{1});
    }

    void axesAndSignalAreChosen() {
        const auto speed = regionTable(series(), {"speed", "movement"});
        QCOMPARE(speed.rows(), Eigen::Index{7});
        QCOMPARE(speed.values(0, 0), std::hypot(1.0, 1.0));
        const auto position = regionTable(series(), {"y", "position"});
        QCOMPARE(position.rows(), Eigen::Index{9});
        QCOMPARE(position.values(8, 11), -9.0);
    }

    /// Whatever changes the graph changes its key.
    void everyParameterIsPartOfTheKey() {
        std::set<std::string> keys;
        int changes = 0;
        const auto add = [&](auto change) {
            FilmGraphOptions options;
            change(options);
            keys.insert(graphKey("features", options));
            ++changes;
        };
        add([](FilmGraphOptions&) {});
        add([](FilmGraphOptions& o) { o.table.axes = "x"; });
        add([](FilmGraphOptions& o) { o.table.signal = "position"; });
        add([](FilmGraphOptions& o) { o.search.test = causal::TestKind::GSquare; });
        add([](FilmGraphOptions& o) { o.search.alpha = 0.05; });
        add([](FilmGraphOptions& o) { o.search.sampleSize = causal::SampleSize::Rows; });
        add([](FilmGraphOptions& o) { o.search.givenSamples = 100; });
        add([](FilmGraphOptions& o) { o.search.missing = causal::Missing::Testwise; });
        add([](FilmGraphOptions& o) { o.search.lags = 1; });
        add([](FilmGraphOptions& o) { o.search.replicates = 10; });
        add([](FilmGraphOptions& o) { o.search.resampling = causal::Resampling::Subsample; });
        add([](FilmGraphOptions& o) { o.search.seed = 1; });
        add([](FilmGraphOptions& o) { o.search.fci.algorithm = causal::Algorithm::Rfci; });
        add([](FilmGraphOptions& o) { o.search.fci.selectionBias = false; });
        add([](FilmGraphOptions& o) { o.search.fci.maxDepth = 2; });
        add([](FilmGraphOptions& o) { o.search.fci.colliders = causal::ColliderRule::Majority; });
        add([](FilmGraphOptions& o) { o.search.fci.strongestSet = true; });
        add([](FilmGraphOptions& o) { o.search.fci.possibleDSep = false; });
        add([](FilmGraphOptions& o) { o.search.fci.maxPathLength = 3; });
        add([](FilmGraphOptions& o) { o.search.fci.biconnected = true; });
        add([](FilmGraphOptions& o) { o.search.fci.beyondSkeleton = 2; });
        add([](FilmGraphOptions& o) { o.search.fci.possibleDSepBudget = 9; });
        add([](FilmGraphOptions& o) { o.knowledge.tiers = {{"nose tip"}}; });
        add([](FilmGraphOptions& o) {
            o.knowledge.tiers = {{"nose tip"}}, o.knowledge.forbiddenWithin = {0};
        });
        add([](FilmGraphOptions& o) { o.knowledge.required = {{"nose tip", "upper lip"}}; });
        add([](FilmGraphOptions& o) { o.knowledge.forbidden = {{"nose tip", "upper lip"}}; });
        QCOMPARE(static_cast<int>(keys.size()), changes);
        QVERIFY(graphKey("other features", {}) != graphKey("features", {}));
        QCOMPARE(graphKey("", {}), std::string());
        std::set<std::string> features;
        AnalyseOptions options;
        features.insert(featureParameters(options));
        options.flow = "dis";
        features.insert(featureParameters(options));
        options.followFace = 1;
        features.insert(featureParameters(options));
        options.fixedRadius = true;
        features.insert(featureParameters(options));
        options.fps = Rational{30, 1};
        features.insert(featureParameters(options));
        QCOMPARE(features.size(), std::size_t{5});
    }

    /// A real film: measured once, then read, with the same graph; other options are measured anew; a damaged
    /// file counts as absent.
    void aFilmIsMeasuredOnce() {
        MIEN_NEEDS_SHARED("video/d18.mp4");
        const fs::path film = mien::test::sharedData("video/d18.mp4");
        QTemporaryDir folder;
        FilmGraphOptions options;
        options.analysis.cacheDir = folder.path().toStdString();
        options.analysis.flow = "dis";
        const auto first = filmGraph(film, options, {});
        MIEN_VERIFY(first);
        QVERIFY(!first->featuresFromCache);
        const auto second = filmGraph(film, options, {});
        MIEN_VERIFY(second);
        QVERIFY(second->featuresFromCache);
        QCOMPARE(second->key, first->key);
        QVERIFY(second->graph.result.graph == first->graph.result.graph);
        QVERIFY(second->graph.samples == first->graph.samples);
        QCOMPARE(second->scorableFraction, first->scorableFraction);
        options.search.alpha = 0.05;
        const auto other = filmGraph(film, options, {});
        MIEN_VERIFY(other);
        QVERIFY(other->featuresFromCache && other->key != first->key);
        for (const auto& entry : fs::directory_iterator(options.analysis.cacheDir / "features")) {
            std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(300);
            file.put('!');
        }
        options.search.alpha = 0.01;
        const auto again = filmGraph(film, options, {});
        MIEN_VERIFY(again);
        QVERIFY(!again->featuresFromCache);
        QVERIFY(again->graph.result.graph == first->graph.result.graph);
    }
};

MIEN_TEST(TestFilmGraph)

} // namespace tst_film_graph

#include "tst_film_graph.moc"
