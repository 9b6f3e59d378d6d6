// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/alignment.h"
#include "core/face/head_pose.h"
#include "support/verify.h"
#include "synthetic_landmarks.h"

#include <opencv2/imgproc.hpp>

namespace tst_alignment {

using namespace mien;
using namespace mien::face;

class TestAlignment : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        auto model = loadLandmarkModel();
        MIEN_VERIFY(model);
        m_face = test::meanFace(**model, {100, 80}, 200);
    }

    void eyesLandWhereTheHeaderSays_data() {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<float>("scale");
        QTest::addColumn<int>("cropSize");
        QTest::newRow("upright") << 0.0 << 1.0f << 256;
        QTest::newRow("turned") << 25.0 << 1.0f << 256;
        QTest::newRow("small, turned back") << -40.0 << 0.3f << 256;
        QTest::newRow("large, half-size crop") << 10.0 << 3.0f << 128;
    }
    void eyesLandWhereTheHeaderSays() {
        QFETCH(double, degrees);
        QFETCH(float, scale);
        QFETCH(int, cropSize);
        const Landmarks face = test::turned(m_face, {200, 180}, degrees, scale);
        const Landmarks inCrop = transformed(face, faceFromImage(face, cropSize));
        const float unit = static_cast<float>(cropSize) / kCropSize;
        QVERIFY(std::abs(interocularDistance(inCrop) - kCropEyeDistance * unit) < 4.0f * unit);
        QVERIFY(std::abs(leftEyeCentre(inCrop).y - rightEyeCentre(inCrop).y) < 1.5f * unit);
        QVERIFY(std::abs(leftEyeCentre(inCrop).y - kCropEyeLevel * unit) < 4.0f * unit);
        const float middle = 0.5f * (leftEyeCentre(inCrop).x + rightEyeCentre(inCrop).x);
        QVERIFY(std::abs(middle - 0.5f * static_cast<float>(cropSize - 1)) < 3.0f * unit);
    }

    void expressionsDoNotMoveTheCrop() {
        Landmarks grimace = m_face;
        for (std::size_t i = 48; i < 68; ++i)
            grimace[i] += cv::Point2f(3, 12);
        for (std::size_t i = 17; i < 27; ++i)
            grimace[i].y -= 8;
        for (std::size_t i = 0; i < 17; ++i)
            grimace[i].y += 10;
        QCOMPARE(cv::norm(faceFromImage(grimace), faceFromImage(m_face), cv::NORM_INF), 0.0);
    }

    void cropShowsTheImageUnderTheTransform() {
        // A linear ramp is reproduced exactly by bilinear sampling, so values tell positions.
        cv::Mat ramp(400, 400, CV_8UC1);
        for (int y = 0; y < ramp.rows; ++y)
            for (int x = 0; x < ramp.cols; ++x)
                ramp.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>((x + y) / 4);
        const cv::Matx23f transform = faceFromImage(m_face);
        const cv::Mat crop = alignedCrop(ramp, transform);
        QCOMPARE(crop.size(), cv::Size(kCropSize, kCropSize));
        for (const std::size_t i : {30, 36, 45, 48, 54}) {
            const cv::Point2f p = transformed(m_face, transform)[i];
            const float expected = (m_face[i].x + m_face[i].y) / 4.0f;
            const float got = crop.at<std::uint8_t>(cvRound(p.y), cvRound(p.x));
            QVERIFY2(std::abs(got - expected) < 2.0f, qPrintable(QString("%1 %2").arg(got).arg(expected)));
        }
        cv::Mat colour;
        cv::cvtColor(ramp, colour, cv::COLOR_GRAY2BGR);
        QCOMPARE(alignedCrop(colour, transform, 64).type(), CV_8UC3);
    }

    void rollIsClockwiseInDegrees() {
        for (const double degrees : {-30.0, 0.0, 12.0}) {
            const HeadPose pose = headPose(test::turned(m_face, {200, 180}, degrees));
            QVERIFY2(std::abs(pose.rollDeg - degrees) < 1.5, qPrintable(QString::number(pose.rollDeg)));
        }
    }

    void poseFollowsTheNose() {
        const HeadPose straight = headPose(m_face);
        Landmarks right = m_face, down = m_face;
        for (std::size_t i = 28; i <= 30; ++i) {
            right[i].x += 10.0f;
            down[i].y += 10.0f;
        }
        QVERIFY(headPose(right).yawDeg > straight.yawDeg + 5.0f);
        QVERIFY(headPose(down).pitchDeg > straight.pitchDeg + 5.0f);
        QVERIFY(std::abs(straight.yawDeg) < 4.0f);
        QVERIFY(std::abs(straight.pitchDeg) < 12.0f);
    }

    void poseIgnoresTheMouth() {
        Landmarks open = m_face;
        for (std::size_t i = 48; i < 68; ++i)
            open[i].y += 30.0f;
        open[8].y += 50.0f;
        QCOMPARE(headPose(open).pitchDeg, headPose(m_face).pitchDeg);
    }

private:
    Landmarks m_face{};
};

MIEN_TEST(TestAlignment)

} // namespace tst_alignment

#include "tst_alignment.moc"
