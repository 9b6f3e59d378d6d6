// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/event_table.h"
#include "core/base/npy.h"
#include "core/media/video_source.h"
#include "core/synthesis/clip_json.h"
#include "core/synthesis/frame_renderer.h"
#include "core/synthesis/render_clip.h"
#include "neutral_face.h"
#include "support/verify.h"

#include <opencv2/video/tracking.hpp>

namespace tst_render_clip {

using namespace mien;
using namespace mien::synthesis;
namespace fs = std::filesystem;

namespace {

ClipSpec smallClip(const std::string& units, double peakPx) {
    ClipSpec spec;
    spec.frames = 12;
    spec.fps = {30, 1};
    spec.size = 384;
    spec.faceFraction = 256.0 / 384.0; // film pixels are reference pixels
    if (!units.empty()) {
        auto& e = spec.expressions.emplace_back();
        e.actionUnits = units;
        e.peakPx = peakPx;
        e.onset = {1};
        e.apex = {5};
        e.offset = {10};
    }
    return spec;
}

cv::Mat greyOf(const cv::Mat& image) {
    cv::Mat grey;
    cv::cvtColor(image, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

FrameRenderer rendererOf(const ClipSpec& spec, const Portrait& portrait, const Framing& framing) {
    return {spec, portrait, framing, *MovingFace::create(spec, framing.landmarks)};
}

} // namespace

class TestRenderClip : public QObject {
    Q_OBJECT

private slots:
    void plantedMovementIsMeasuredBack_data() {
        QTest::addColumn<QString>("units");
        QTest::addColumn<double>("peakPx");
        QTest::addColumn<double>("noise");
        QTest::newRow("brows 1 px") << "1+2" << 1.0 << 0.0;
        QTest::newRow("brows 3 px with noise") << "4" << 3.0 << 2.0;
        QTest::newRow("lip corners 0.3 px") << "12" << 0.3 << 0.0;
        QTest::newRow("lip corners 5 px") << "12" << 5.0 << 0.0;
        QTest::newRow("one lip corner 2 px") << "L15" << 2.0 << 0.0;
    }
    void plantedMovementIsMeasuredBack() {
        QFETCH(QString, units);
        QFETCH(double, peakPx);
        QFETCH(double, noise);
        auto spec = smallClip(units.toStdString(), peakPx);
        spec.noiseSigma = noise;
        const auto portrait = test::texturedPortrait();
        const auto framing = framingOf(portrait, spec.size, spec.faceFraction);
        const auto renderer = rendererOf(spec, portrait, framing);
        cv::Mat flow;
        auto dis = cv::DISOpticalFlow::create(cv::DISOpticalFlow::PRESET_MEDIUM);
        dis->setFinestScale(0);
        dis->calc(greyOf(renderer.frame({0})), greyOf(renderer.frame({5})), flow);
        const auto from = renderer.face().landmarksAt({0}), to = renderer.face().landmarksAt({5});
        double farthest = 0.0;
        for (const auto k : kRegionLandmarks) {
            const cv::Point2f planted = to[k] - from[k];
            const auto measured = flow.at<cv::Point2f>(cvRound(from[k].y), cvRound(from[k].x));
            const double error = cv::norm(measured - planted);
            QVERIFY2(error < 0.1 + 0.08 * cv::norm(planted),
                     qPrintable(QString("landmark %1: %2 px off").arg(k).arg(error)));
            farthest = std::max(farthest, cv::norm(measured));
        }
        QVERIFY(std::abs(farthest - peakPx) < 0.12 + 0.08 * peakPx);
    }

    void stillFilmRepeatsThePortrait() {
        const auto portrait = test::texturedPortrait();
        const auto spec = smallClip("", 0.0);
        const auto framing = framingOf(portrait, spec.size, spec.faceFraction);
        const auto renderer = rendererOf(spec, portrait, framing);
        // Same size, same scale: the film's pixels are the portrait's.
        QVERIFY(cv::norm(renderer.frame({3}), portrait.image, cv::NORM_INF) <= 1.0);
    }

    void blinkChangesTheEyesAlone() {
        auto spec = smallClip("", 0.0);
        spec.blinks.push_back({{1}, {5}, {10}});
        const auto portrait = test::texturedPortrait();
        const auto framing = framingOf(portrait, spec.size, spec.faceFraction);
        const auto renderer = rendererOf(spec, portrait, framing);
        cv::Mat change;
        cv::absdiff(greyOf(renderer.frame({5})), greyOf(renderer.frame({0})), change);
        cv::Mat eyes(change.size(), CV_8U, cv::Scalar(0));
        const auto& l = framing.landmarks;
        for (const auto& [outer, inner] : {std::pair{36, 39}, std::pair{42, 45}}) {
            const auto a = static_cast<std::size_t>(outer), b = static_cast<std::size_t>(inner);
            cv::rectangle(eyes, cv::Point2f(l[a].x, l[a].y - 38), cv::Point2f(l[b].x, l[b].y + 14), 255,
                          cv::FILLED);
        }
        QVERIFY(cv::countNonZero(change & eyes) > 500);
        QCOMPARE(cv::countNonZero(change & ~eyes), 0);
    }

    void openMouthIsDarkBetweenTheLips() {
        const auto spec = smallClip("26", 12.0);
        auto portrait = test::texturedPortrait();
        portrait.image.setTo(cv::Scalar(150, 170, 210));
        const auto framing = framingOf(portrait, spec.size, spec.faceFraction);
        const auto renderer = rendererOf(spec, portrait, framing);
        const auto to = renderer.face().landmarksAt({5});
        const auto middle = (to[62] + to[66]) * 0.5f;
        const auto open = greyOf(renderer.frame({5}));
        QVERIFY(open.at<uchar>(cvRound(middle.y), cvRound(middle.x)) < 60);
        QVERIFY(open.at<uchar>(cvRound(to[57].y), cvRound(to[57].x)) > 150);
    }

    void noiseHasItsStandardDeviationAndDiffersBetweenFrames() {
        auto spec = smallClip("", 0.0);
        spec.noiseSigma = 3.0;
        auto portrait = test::texturedPortrait();
        portrait.image.setTo(cv::Scalar::all(128));
        const auto framing = framingOf(portrait, spec.size, spec.faceFraction);
        const auto renderer = rendererOf(spec, portrait, framing);
        cv::Scalar mean, deviation;
        cv::meanStdDev(renderer.frame({2}), mean, deviation);
        QVERIFY(std::abs(mean[0] - 128.0) < 0.1 && std::abs(deviation[0] - 3.0) < 0.1);
        QVERIFY(cv::norm(renderer.frame({2}), renderer.frame({3})) > 0.0);
        QCOMPARE(cv::norm(renderer.frame({2}), renderer.frame({2})), 0.0);
    }

    void clipAndTruthAreTheSameOnAnyNumberOfThreads() {
        auto spec = smallClip("4", 2.0);
        spec.size = 320;
        spec.frames = 40; // more than the encoder looks ahead
        spec.noiseSigma = 1.5;
        spec.driftPxPerS = 3.0;
        spec.rotationDeg = 1.0;
        spec.flickerAmplitude = 0.02;
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        std::vector<std::string> films;
        for (const int threads : {1, 2, 1, 3}) {
            JobContext job;
            job.threads = threads;
            const auto truth =
                renderClip(spec, test::texturedPortrait(), root / std::to_string(threads), job);
            MIEN_VERIFY(truth);
            films.push_back(truth->filmSha256);
        }
        for (const auto& film : films)
            QCOMPARE(film, films[0]);
        spec.seed = 2;
        const auto other = renderClip(spec, test::texturedPortrait(), root / "other", {});
        MIEN_VERIFY(other);
        QVERIFY(other->filmSha256 != films[0]);

        const auto film = media::openMedia(other->film, {}, {});
        MIEN_VERIFY(film);
        QCOMPARE((*film)->info().frames, std::int64_t{40});
        QVERIFY((*film)->info().fps == spec.fps);
        const auto landmarks = readNpy(root / "other" / kLandmarksFile);
        MIEN_VERIFY(landmarks);
        QVERIFY((landmarks->shape == std::vector<std::size_t>{40, 68, 2}));
        const auto events = annotation::readEventTable(root / "other" / kEventsFile);
        MIEN_VERIFY(events);
        QCOMPARE(events->events.size(), std::size_t{1});
        QVERIFY(events->events[0].onset == spec.expressions[0].onset);
        QVERIFY(events->events[0].offset == spec.expressions[0].offset);
    }

    void cancellingLeavesNothingBehind() {
        const QTemporaryDir folder;
        const fs::path target = fs::path(folder.path().toStdString()) / "clip";
        auto spec = smallClip("4", 2.0);
        spec.frames = 60;
        spec.size = 128;
        std::stop_source stop;
        JobContext job;
        job.threads = 1;
        job.stop = stop.get_token();
        job.onProgress = [&](double fraction, std::string_view) {
            if (fraction > 0.2)
                stop.request_stop();
        };
        const auto truth = renderClip(spec, test::texturedPortrait(), target, job);
        QVERIFY(!truth.has_value());
        QVERIFY(truth.error().code == ErrorCode::Cancelled);
        QVERIFY(!fs::exists(target));
    }

    void badPortraitsGetASentence() {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        ClipSpec spec;
        spec.source = root / "absent.png";
        const auto absent = renderClip(spec, root / "out", {});
        QVERIFY(!absent.has_value());
        QVERIFY(absent.error().code == ErrorCode::NotFound);
        QVERIFY(!fs::exists(root / "out"));
    }

    void bundledDemoIsWhatItsSpecSays() {
        const fs::path demo = fs::path(MIEN_SOURCE_DIR) / "resources/demo";
        const auto spec = readClipSpec(demo / "demo.json");
        MIEN_VERIFY(spec);
        MIEN_VERIFY(spec->validate());
        const auto events = annotation::readEventTable(demo / "events.csv");
        MIEN_VERIFY(events);
        QCOMPARE(events->events.size(), spec->expressions.size());
        int micro = 0;
        for (std::size_t i = 0; i < spec->expressions.size(); ++i) {
            QVERIFY(events->events[i].onset == spec->expressions[i].onset);
            QVERIFY(events->events[i].apex == spec->expressions[i].apex);
            QVERIFY(events->events[i].offset == spec->expressions[i].offset);
            micro += events->events[i].type == annotation::ExpressionType::Micro;
        }
        QCOMPARE(micro, 2);
        const auto film = media::openMedia(demo / "demo.mp4", {}, {});
        MIEN_VERIFY(film);
        QCOMPARE((*film)->info().frames, static_cast<std::int64_t>(spec->frames));
        QCOMPARE((*film)->info().width, spec->size);
    }
};

MIEN_TEST(TestRenderClip)

} // namespace tst_render_clip

#include "tst_render_clip.moc"
