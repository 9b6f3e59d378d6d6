// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/film_features.h"
#include "core/pipeline/spot_film.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <cmath>

namespace tst_analyse {

using namespace mien;
using annotation::ExpressionType;
using annotation::Proposal;
using pipeline::analyse;
using pipeline::AnalyseOptions;

namespace {

const std::filesystem::path kDemo = std::filesystem::path(MIEN_SOURCE_DIR) / "resources/demo/demo.mp4";

std::vector<Proposal> expressions(const pipeline::Analysis& analysis) {
    auto found = analysis.proposals;
    std::erase_if(found, [](const Proposal& p) { return !p.looksLike.empty(); });
    return found;
}

/// How many of the true intervals are found with IoU >= 0.5, each by a proposal of its own.
int found(const std::vector<Proposal>& proposals, const std::vector<FrameInterval>& truth) {
    return static_cast<int>(std::count_if(truth.begin(), truth.end(), [&](const FrameInterval& t) {
        return std::any_of(proposals.begin(), proposals.end(),
                           [&](const Proposal& p) { return p.interval().iou(t) >= 0.5; });
    }));
}

} // namespace

/// The whole way, on the bundled demo film (whose truth is in resources/demo/events.csv) and on real films.
class TestAnalyse : public QObject {
    Q_OBJECT

private slots:
    void theDemoFilmIsSpottedAsPlanted() {
        std::int64_t frames = 0;
        pipeline::AnalyseListeners listeners;
        listeners.frame = [&](const face::FaceObservation& seen, const motion::FrameMotion& m) {
            QCOMPARE(seen.frame.value, frames);
            QCOMPARE(m.frame.value, frames);
            ++frames;
        };
        double last = 0.0;
        JobContext job;
        job.onProgress = [&](double fraction, std::string_view) {
            QVERIFY(fraction >= last);
            last = fraction;
        };
        AnalyseOptions options;
        options.keepLandmarks = true;
        QTemporaryDir cache;
        options.cacheDir = cache.path().toStdString();
        const auto spotted = pipeline::spotFilm(kDemo, options, nullptr, {}, job, listeners);
        MIEN_VERIFY(spotted);
        const auto* analysis = &spotted->analysis;
        QCOMPARE(frames, 600);
        QCOMPARE(last, 1.0);
        QCOMPARE(analysis->landmarks.size(), std::size_t{600});
        QCOMPARE(analysis->scorableFraction, 1.0);

        const auto proposals = expressions(*analysis);
        QCOMPARE(proposals.size(), std::size_t{4});
        const std::vector<FrameInterval> truth{{{90}, {103}}, {{165}, {228}}, {{312}, {326}}, {{392}, {474}}};
        QCOMPARE(found(proposals, truth), 4);
        const std::array types{ExpressionType::Micro, ExpressionType::Macro, ExpressionType::Micro,
                               ExpressionType::Macro};
        for (std::size_t i = 0; i < types.size(); ++i)
            QCOMPARE(proposals[i].type, types[i]);
        QVERIFY(proposals[0].regions[0].region.find("brow") != std::string::npos);
        QVERIFY(proposals[3].regions[0].region.find("mouth") != std::string::npos);

        // Who trains on a film that was spotted need not measure it again.
        options.keepLandmarks = false;
        const auto kept = pipeline::filmFeatures(kDemo, options, {});
        MIEN_VERIFY(kept);
        QVERIFY(kept->fromCache);
        QCOMPARE(kept->series.frames.size(), std::size_t{600});
        QVERIFY(kept->series.frames[400].displacement == analysis->series.frames[400].displacement);
    }

    void threadsDoNotChangeTheResult() {
        AnalyseOptions options;
        options.flow = "dis";
        const auto one = analyse(kDemo, options, JobContext{{}, {}, 1});
        const auto four = analyse(kDemo, options, JobContext{{}, {}, 4});
        MIEN_VERIFY(one);
        MIEN_VERIFY(four);
        QVERIFY(one->proposals == four->proposals);
        for (std::size_t i = 0; i < one->series.frames.size(); ++i)
            QVERIFY(one->series.frames[i].displacement == four->series.frames[i].displacement);
    }

    void cancellingEndsItCleanly() {
        std::stop_source stop;
        JobContext job{stop.get_token(), {}, 2};
        job.onProgress = [&](double fraction, std::string_view) {
            if (fraction > 0.2)
                stop.request_stop();
        };
        AnalyseOptions options;
        options.flow = "dis";
        const auto stopped = analyse(kDemo, options, job);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    void badInputIsOneSentence() {
        const auto missing = analyse("nowhere.mp4", {}, {});
        QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
        AnalyseOptions options;
        options.spotter = "none-such";
        QCOMPARE(analyse(kDemo, options, {}).error().code, ErrorCode::InvalidArgument);
        options = {};
        options.flow = "none-such";
        QCOMPARE(analyse(kDemo, options, {}).error().code, ErrorCode::InvalidArgument);
        options = {};
        options.landmarkModel = "nowhere.dat";
        QCOMPARE(analyse(kDemo, options, {}).error().code, ErrorCode::MissingDependency);
    }

    /// Intervals read by eye on every 6th frame (good to ±6 frames).
    void fourExpressionsOfARealFilmAreFound() {
        MIEN_NEEDS_SHARED("video/d18.mp4");
        const auto analysis = analyse(test::sharedData("video/d18.mp4"), {}, {});
        MIEN_VERIFY(analysis);
        QCOMPARE(analysis->scorableFraction, 1.0);
        const std::vector<FrameInterval> truth{{{14}, {44}}, {{62}, {100}}, {{111}, {159}}, {{169}, {204}}};
        const auto proposals = expressions(*analysis);
        QVERIFY(found(proposals, truth) >= 3);
        QVERIFY(static_cast<int>(proposals.size()) - found(proposals, truth) <= 2);
    }

    void aSmileIsFound() {
        MIEN_NEEDS_SHARED("video/single_face.mp4");
        const auto analysis = analyse(test::sharedData("video/single_face.mp4"), {}, {});
        MIEN_VERIFY(analysis);
        const auto proposals = expressions(*analysis);
        QVERIFY(found(proposals, {{{18}, {71}}}) == 1);
        QVERIFY(proposals.size() <= 2);
    }

    void aFilmWithoutAFaceHasNoEventsAndNothingScorable() {
        MIEN_NEEDS_SHARED("video/no_face.mp4");
        const auto analysis = analyse(test::sharedData("video/no_face.mp4"), {}, {});
        MIEN_VERIFY(analysis);
        QVERIFY(analysis->proposals.empty());
        QCOMPARE(analysis->scorableFraction, 0.0);
        QCOMPARE(static_cast<std::int64_t>(analysis->series.frames.size()), analysis->info.frames);
    }

    void coveredFacesHoldNoEvents() {
        MIEN_NEEDS_SHARED("video/WolfgangLanger_Pexels.mp4");
        const auto analysis = analyse(test::sharedData("video/WolfgangLanger_Pexels.mp4"), {}, {});
        MIEN_VERIFY(analysis);
        QVERIFY(analysis->scorableFraction > 0.3 && analysis->scorableFraction < 0.9);
        for (const Proposal& p : analysis->proposals)
            for (auto i = p.onset.value; i <= p.offset.value; ++i)
                QCOMPARE(analysis->series.frames[static_cast<std::size_t>(i)].state,
                         face::Scorability::Scorable);
        for (const auto& frame : analysis->series.frames)
            for (const auto& d : frame.displacement)
                QVERIFY(std::isfinite(d[0]) && std::isfinite(d[1]));
    }
};

MIEN_TEST(TestAnalyse)

} // namespace tst_analyse

#include "tst_analyse.moc"
