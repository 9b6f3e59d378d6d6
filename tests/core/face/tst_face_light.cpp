// SPDX-License-Identifier: GPL-3.0-or-later
// A dark face is the same face: it is found in the same place, and nothing covers it.
#include "core/face/alignment.h"
#include "core/face/face_light.h"
#include "core/face/face_tracker.h"
#include "support/verify.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace tst_face_light {

using namespace mien;
using namespace mien::face;

namespace {

const cv::Rect2f kBox{20, 20, 60, 60};

cv::Mat flat(double level) {
    return cv::Mat(100, 100, CV_8UC1, cv::Scalar(level));
}

/// The portrait that comes with the program, as less light or darker skin would show it.
cv::Mat portrait(double gain) {
    cv::Mat grey = cv::imread(MIEN_SOURCE_DIR "/resources/demo/astronaut.png", cv::IMREAD_GRAYSCALE);
    grey.convertTo(grey, CV_8U, gain);
    return grey;
}

/// What the tracker says after half a second of a portrait that sways a little.
std::vector<FaceObservation> watch(double gain) {
    std::vector<FaceObservation> seen;
    auto tracker = makeFaceTracker({});
    const cv::Mat still = portrait(gain);
    for (int i = 0; tracker && i < 16; ++i) {
        cv::Mat moved;
        cv::warpAffine(still, moved, cv::Matx23d(1, 0, 0.3 * (i % 8), 0, 1, 0.2 * (i % 5)), still.size(),
                       cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        if (auto observation = (*tracker)->observe({i}, moved))
            seen.push_back(*observation);
    }
    return seen;
}

} // namespace

class TestFaceLight : public QObject {
    Q_OBJECT
private slots:
    void usualFacesAreSeenBitByBit() {
        FaceLight light;
        for (const double level : {100.0, 130.0, 200.0, 255.0}) {
            const cv::Mat grey = flat(level);
            light.begin(grey, kBox);
            light.follow(grey, kBox, 0.25);
            QVERIFY(light.lit(grey).data == grey.data);
        }
    }

    void darkFacesAreBroughtToTheUsualLevel() {
        FaceLight light;
        light.begin(flat(50), kBox);
        QCOMPARE(light.gain(), 2.0);
        QCOMPARE(int(light.lit(flat(50)).at<std::uint8_t>(50, 50)), 100);
        QCOMPARE(int(light.lit(flat(200)).at<std::uint8_t>(50, 50)), 255);
        light.begin(flat(0), kBox);
        QCOMPARE(light.gain(), FaceLight::kMostGain);
    }

    void whatIsBesideTheFaceDoesNotCount() {
        FaceLight light;
        cv::Mat grey = flat(255);
        grey(cv::Rect(28, 28, 44, 48)).setTo(50);
        light.begin(grey, kBox);
        QCOMPARE(light.gain(), 2.0);
        light.begin(grey, {200, 200, 60, 60}); // nothing of it is in the picture
        QCOMPARE(light.gain(), 1.0);
    }

    void theGainFollowsTheLightSlowly() {
        FaceLight light;
        light.begin(flat(50), kBox);
        light.follow(flat(100), kBox, 0.25);
        QVERIFY2(light.gain() > 1.85 && light.gain() < 1.9, qPrintable(QString::number(light.gain())));
        for (int i = 0; i < 40; ++i)
            light.follow(flat(100), kBox, 0.25);
        QVERIFY(light.gain() < 1.01);
    }

    void darkenedPortraitIsTheSameFace_data() {
        QTest::addColumn<double>("gain");
        QTest::newRow("0.35") << 0.35;
        QTest::newRow("0.2") << 0.2;
    }
    void darkenedPortraitIsTheSameFace() {
        QFETCH(double, gain);
        const auto bright = watch(1.0), dark = watch(gain);
        QCOMPARE(bright.size(), std::size_t{16});
        QCOMPARE(dark.size(), std::size_t{16});
        double apart = 0.0;
        for (std::size_t i = 0; i < dark.size(); ++i) {
            QCOMPARE(dark[i].state, Scorability::Scorable);
            for (std::size_t k = 0; k < 68; ++k)
                apart += cv::norm(dark[i].raw[k] - bright[i].raw[k]) / interocularDistance(bright[i].raw) /
                         (68.0 * 16.0);
        }
        QVERIFY2(apart < 0.02, qPrintable(QString::number(apart)));
    }
};

MIEN_TEST(TestFaceLight)

} // namespace tst_face_light

#include "tst_face_light.moc"
