// SPDX-License-Identifier: GPL-3.0-or-later
// Signals on the timeline, also while they are being measured.
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/shell/score_panel.h"
#include "ui/shell/timeline_binding.h"
#include "ui/timeline/timeline_state.h"

#include <QSignalSpy>

namespace tst_lanes {

using namespace mien;
using namespace mien::ui;

class TestLanes : public QObject {
    Q_OBJECT

    static std::vector<motion::FrameMotion> someFrames(std::int64_t count) {
        std::vector<motion::FrameMotion> frames;
        for (std::int64_t i = 0; i < count; ++i) {
            motion::FrameMotion frame;
            frame.frame = {i};
            frame.state = i % 50 < 40 ? face::Scorability::Scorable : face::Scorability::TurnedAway;
            for (auto& d : frame.displacement)
                d = {0.001f * static_cast<float>(i % 70), 0.0f};
            frame.eyeOpening = 0.3f;
            frames.push_back(frame);
        }
        return frames;
    }

private slots:
    void growingInPiecesEqualsAllAtOnce() {
        const auto frames = someFrames(400);
        pipeline::Analysis analysis;
        analysis.series.frames = frames;
        const GrowingLanes whole = lanesOf(analysis);
        GrowingLanes pieces;
        const std::span all(frames);
        std::int64_t done = 0;
        for (const std::size_t size : {1u, 63u, 136u, 200u}) {
            QCOMPARE(pieces.append(all.subspan(static_cast<std::size_t>(done), size)).value, done);
            done += static_cast<std::int64_t>(size);
            pieces.rescale();
        }
        pieces.finish();
        QCOMPARE(pieces.notScorable().size(), std::size_t{8});
        QCOMPARE(pieces.notScorable().front().frames, (FrameInterval{{40}, {49}}));
        for (std::size_t i = 0; i < GrowingLanes::kLanes; ++i) {
            const auto a = whole.lanes()[i];
            const auto b = pieces.lanes()[i];
            QCOMPARE(a.maximum, b.maximum);
            QCOMPARE(b.signal->size(), 400);
            QVERIFY(a.signal->range() == b.signal->range());
            QCOMPARE(a.signal->at(239), b.signal->at(239));
            QVERIFY(std::isnan(b.signal->at(240)));
        }
    }

    void framesWhoseBeginningWasMissedAreLeftOut() {
        AnalysisStore store;
        QSignalSpy measured(&store, &AnalysisStore::measured);
        auto frames = someFrames(30);
        store.addMeasured(frames); // nothing runs
        QCOMPARE(measured.count(), 0);
        store.setMeasuring(true);
        store.addMeasured({frames.begin() + 10, frames.end()});
        QCOMPARE(measured.count(), 0);
        store.addMeasured({frames.begin(), frames.begin() + 10});
        store.addMeasured({frames.begin() + 10, frames.end()});
        QCOMPARE(measured.count(), 2);
    }

    void signalsAppearWhileTheAnalysisRuns() {
        test::WindowBench w;
        QVERIFY(w.openFilm(MIEN_SOURCE_DIR "/resources/demo/demo.mp4"));
        auto& view = w.window.score().view();
        QVERIFY(view.state().lanes.empty());
        QSignalSpy finished(&w.bench.analysis, &AnalysisController::finished);
        QSignalSpy measured(&w.bench.document.analysis(), &AnalysisStore::measured);
        QElapsedTimer clock;
        clock.start();
        w.bench.analysis.start();
        std::int64_t before = 0;
        int grown = 0;
        bool fell = false;
        connect(&w.bench.document.analysis(), &AnalysisStore::measured, this, [&] {
            const auto& lanes = view.state().lanes;
            const std::int64_t size = lanes.empty() ? 0 : lanes.front().signal->size();
            fell = fell || size < before;
            grown += size > before ? 1 : 0;
            before = size;
        });
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 120000);
        QVERIFY(!fell); // grows, never falls back
        QCOMPARE(finished.count(), 1);
        QVERIFY2(grown >= 2, qPrintable(QString::number(grown)));
        QVERIFY(static_cast<double>(measured.count()) <= 2.0 + static_cast<double>(clock.elapsed()) / 200.0);
        QCOMPARE(view.state().lanes.front().signal->size(), w.bench.document.timing().frames());
        QVERIFY(!w.bench.document.analysis().measuring());
    }

    void aStoppedAnalysisLeavesNoSignals() {
        test::WindowBench w;
        QVERIFY(w.openFilm(MIEN_SOURCE_DIR "/resources/demo/demo.mp4"));
        auto& view = w.window.score().view();
        QSignalSpy finished(&w.bench.analysis, &AnalysisController::finished);
        bool appeared = false;
        connect(&w.bench.document.analysis(), &AnalysisStore::measured, this, [&] {
            appeared = appeared || !view.state().lanes.empty();
            w.bench.analysis.cancel();
        });
        w.bench.analysis.start();
        QTRY_VERIFY_WITH_TIMEOUT(!w.bench.analysis.running(), 120000);
        QVERIFY(appeared);
        // The analysis may have been through before the stop reached it; then its signals stay.
        QTRY_COMPARE(view.state().lanes.empty(), finished.isEmpty());
    }
};

MIEN_UI_TEST(TestLanes)

} // namespace tst_lanes

#include "tst_lanes.moc"
