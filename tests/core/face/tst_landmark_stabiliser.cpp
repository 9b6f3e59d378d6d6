// SPDX-License-Identifier: GPL-3.0-or-later
// What the stabiliser must do: keep a movement of one pixel, and stand still when the face does.
#include "core/face/alignment.h"
#include "core/face/face_tracker.h"
#include "core/face/patch_tracker.h"
#include "support/verify.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdio>

namespace tst_landmark_stabiliser {

using namespace mien;
using namespace mien::face;

namespace {

/// The head of the portrait, twice as large: a face of some 200 px.
cv::Mat portrait() {
    const cv::Mat whole = cv::imread(test::sharedData("stills/astronaut.png").string(), cv::IMREAD_GRAYSCALE);
    cv::Mat out;
    cv::resize(whole(cv::Rect(100, 0, 240, 240)), out, {}, 2.0, 2.0, cv::INTER_CUBIC);
    return out;
}

cv::Mat withNoise(const cv::Mat& image, double sigma, std::uint64_t seed) {
    cv::RNG rng(seed);
    cv::Mat noise(image.size(), CV_32F), out;
    rng.fill(noise, cv::RNG::NORMAL, 0.0, sigma);
    cv::add(image, noise, out, cv::noArray(), CV_8U);
    return out;
}

/// Moves the skin around `centre` by `shift`, falling off as a Gaussian of the given reach.
cv::Mat pushed(const cv::Mat& image, cv::Point2f centre, cv::Point2f shift, float reach) {
    cv::Mat map(image.size(), CV_32FC2), out;
    for (int y = 0; y < image.rows; ++y)
        for (int x = 0; x < image.cols; ++x) {
            const cv::Point2f at(static_cast<float>(x), static_cast<float>(y));
            const cv::Point2f d = at - centre;
            const cv::Point2f from = at - shift * std::exp(-d.dot(d) / (2 * reach * reach));
            map.at<cv::Vec2f>(y, x) = {from.x, from.y};
        }
    cv::remap(image, out, map, {}, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    return out;
}

std::unique_ptr<FaceTracker> tracker(double fps) {
    auto made = makeFaceTracker({.fps = fps});
    return made ? std::move(*made) : nullptr;
}

/// rms deviation of one coordinate from its mean over the frames, over all points.
double jitter(const std::vector<Landmarks>& frames) {
    double square = 0.0;
    for (std::size_t i = 0; i < 68; ++i) {
        cv::Point2d mean;
        for (const Landmarks& f : frames)
            mean += cv::Point2d(f[i]) * (1.0 / static_cast<double>(frames.size()));
        for (const Landmarks& f : frames)
            square += (cv::Point2d(f[i]) - mean).dot(cv::Point2d(f[i]) - mean);
    }
    return std::sqrt(square / static_cast<double>(2 * 68 * frames.size()));
}

} // namespace

class TestLandmarkStabiliser : public QObject {
    Q_OBJECT
private slots:
    void patchFindsShiftsAndIgnoresFlicker_data() {
        QTest::addColumn<double>("gain");
        QTest::addColumn<double>("offset");
        QTest::newRow("same light") << 1.0 << 0.0;
        QTest::newRow("darker and flatter") << 0.7 << -10.0;
        QTest::newRow("brighter") << 1.3 << 12.0;
    }
    void patchFindsShiftsAndIgnoresFlicker() {
        QFETCH(double, gain);
        QFETCH(double, offset);
        const auto picture = [](cv::Point2f shift) {
            cv::Mat out(60, 60, CV_32FC1);
            for (int y = 0; y < 60; ++y)
                for (int x = 0; x < 60; ++x) {
                    const float u = static_cast<float>(x) - shift.x, v = static_cast<float>(y) - shift.y;
                    out.at<float>(y, x) =
                        100 + 20 * std::sin(0.31f * u + 0.11f * v) + 15 * std::cos(0.27f * v - 0.08f * u);
                }
            return out;
        };
        Patch patch;
        patch.take(picture({0, 0}), {30.3f, 29.6f});
        for (const cv::Point2f shift :
             {cv::Point2f(0.1f, 0.0f), cv::Point2f(-0.7f, 0.4f), cv::Point2f(2.2f, -1.9f)}) {
            const cv::Mat now = picture(shift) * gain + offset;
            const auto match = patch.find(now, {30.3f, 29.6f}, {30.3f, 29.6f}, 2.0f, 10);
            const double error = cv::norm(match.at - cv::Point2f(30.3f, 29.6f) - shift);
            QVERIFY2(error < 0.03, qPrintable(QString::number(error)));
            QVERIFY(match.similarity > 0.99f);
        }
    }

    void patchWithoutTextureStaysWhereItIsExpected() {
        Patch patch;
        cv::Mat flat(60, 60, CV_32FC1, cv::Scalar(80));
        patch.take(flat, {30, 30});
        const auto match = patch.find(flat, {32, 30}, {31, 29}, 1.0f, 8);
        QVERIFY(cv::norm(match.at - cv::Point2f(31, 29)) < 0.01);
    }

    void stillFaceStandsStill() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        const cv::Mat still = portrait();
        const auto t = tracker(30.0);
        QVERIFY(t);
        std::vector<Landmarks> raw, stable;
        for (int i = 0; i < 60; ++i) {
            const auto seen = t->observe({i}, withNoise(still, 2.0, 1000 + static_cast<std::uint64_t>(i)));
            MIEN_VERIFY(seen);
            raw.push_back(seen->raw);
            stable.push_back(seen->landmarks);
        }
        const double before = jitter(raw), after = jitter(stable);
        std::printf("still face, noise of sigma 2: %.3f px rms raw, %.3f px stabilised\n", before, after);
        QVERIFY2(after < 0.1, qPrintable(QString::number(after)));
        QVERIFY(before > 3.0 * after);
    }

    void onePixelIsKept_data() {
        QTest::addColumn<int>("point");
        QTest::addColumn<double>("fps");
        QTest::newRow("left lip corner, 30 fps") << 48 << 30.0;
        QTest::newRow("right lip corner, 30 fps") << 54 << 30.0;
        QTest::newRow("inner brow, 30 fps") << 21 << 30.0;
        if (qEnvironmentVariableIntValue("MIEN_LONG") == 0)
            return;
        QTest::newRow("left lip corner, 100 fps") << 48 << 100.0;
        QTest::newRow("outer brow, 100 fps") << 24 << 100.0;
    }
    /// A micro-expression of 0.4 s that lifts the skin around one point by a pixel, in a noisy film.
    void onePixelIsKept() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        QFETCH(int, point);
        QFETCH(double, fps);
        const auto index = static_cast<std::size_t>(point);
        const cv::Mat still = portrait();
        auto seen = tracker(fps)->observe({0}, still);
        MIEN_VERIFY(seen);
        const Landmarks home = seen->landmarks;
        const float reach = 0.2f * interocularDistance(home);
        const auto t = tracker(fps);
        const double onsetS = 0.3, lengthS = 0.4;
        double before = 0.0, kept = 0.0;
        int framesBefore = 0, framesAtPeak = 0;
        for (int i = 0; i < static_cast<int>((onsetS + 0.6 * lengthS) * fps); ++i) {
            const double phase = std::clamp((i / fps - onsetS) / lengthS, 0.0, 1.0);
            const double lift = 0.5 - 0.5 * std::cos(2.0 * CV_PI * phase);
            const cv::Mat frame = pushed(still, home[index], {0.0f, static_cast<float>(-lift)}, reach);
            seen = t->observe({i}, withNoise(frame, 2.0, 5000 + static_cast<std::uint64_t>(i)));
            MIEN_VERIFY(seen);
            const double y = seen->landmarks[index].y;
            if (lift == 0.0 && i / fps > 0.15) {
                before += y;
                ++framesBefore;
            } else if (lift > 0.85) {
                kept += (before / framesBefore - y) / lift;
                ++framesAtPeak;
            }
        }
        QVERIFY(framesBefore > 0 && framesAtPeak > 0);
        kept /= framesAtPeak;
        std::printf("%s: %.2f of one pixel kept\n", QTest::currentDataTag(), kept);
        QVERIFY2(kept >= 0.8 && kept < 1.2, qPrintable(QString::number(kept)));
    }

    /// Head motion is followed at once, and the points stay on their skin.
    void movesWithTheHead() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        const cv::Mat still = portrait();
        const auto t = tracker(30.0);
        QVERIFY(t);
        Landmarks first{};
        for (int i = 0; i < 30; ++i) {
            const cv::Matx23f move = cv::Mat(cv::getRotationMatrix2D({240, 240}, -0.8 * i, 1.0 + 0.004 * i));
            cv::Mat frame;
            cv::warpAffine(still, frame, move + cv::Matx23f(0, 0, 1.5f * static_cast<float>(i), 0, 0, 0),
                           still.size(), cv::INTER_CUBIC, cv::BORDER_REPLICATE);
            const auto seen = t->observe({i}, frame);
            MIEN_VERIFY(seen);
            QVERIFY(seen->state != Scorability::NoFace);
            if (i == 0)
                first = seen->landmarks;
            const Landmarks expected =
                transformed(first, move + cv::Matx23f(0, 0, 1.5f * static_cast<float>(i), 0, 0, 0));
            double error = 0.0;
            for (std::size_t k = 17; k < 68; ++k)
                error += cv::norm(seen->landmarks[k] - expected[k]) / 51.0;
            QVERIFY2(error < 1.5, qPrintable(QString("frame %1: %2 px").arg(i).arg(error)));
        }
    }
};

MIEN_TEST(TestLandmarkStabiliser)

} // namespace tst_landmark_stabiliser

#include "tst_landmark_stabiliser.moc"
