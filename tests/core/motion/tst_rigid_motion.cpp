// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/planted_pairs.h"
#include "core/motion/region_mean.h"
#include "core/motion/rigid_motion.h"
#include "core/motion/tvl1_flow.h"
#include "support/verify.h"

namespace tst_rigid_motion {

using namespace mien;
using namespace mien::motion;

class TstRigidMotion : public QObject {
    Q_OBJECT

private:
    static cv::Mat sampled(const test::Field& field, int size = 256) {
        cv::Mat flow(size, size, CV_32FC2);
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x)
                flow.at<cv::Vec2f>(y, x) = field(cv::Point2f(static_cast<float>(x), static_cast<float>(y)));
        return flow;
    }
    static face::Landmarks landmarks() {
        return test::makePortrait(cv::Mat(512, 512, CV_8U, cv::Scalar(0)), test::astronautLandmarks())
            .landmarks;
    }
    /// The head shifts, turns about the crop's centre and grows; a brow rises by `browPx` on top.
    static test::Field headAndBrow(const face::Landmarks& points, float browPx) {
        const cv::Point2f brow = points[24];
        return [brow, browPx](cv::Point2f p) {
            const cv::Point2f d = p - cv::Point2f(128, 128);
            const float turn = 0.010f;  // 0.6 degrees: 0.9 px at the mouth
            const float grow = -0.006f; // 0.6 % away from the camera
            const cv::Point2f b = p - brow;
            const float lift = browPx * std::exp(-b.dot(b) / (2.0f * 14.0f * 14.0f));
            return cv::Vec2f(0.8f + grow * d.x - turn * d.y, -0.5f + turn * d.x + grow * d.y - lift);
        };
    }

private slots:
    void aRigidFieldIsExplainedWhole() {
        const auto points = landmarks();
        const cv::Mat flow = sampled(headAndBrow(points, 0.0f));
        const RigidMotion head = rigidMotion(flow, points);
        QVERIFY(std::abs(head.rotation - 0.010f) < 0.003f); // the ridge holds back a little
        QVERIFY(std::abs(head.scale + 0.006f) < 0.002f);
        for (const cv::Vec2f& d : regionDisplacement(flow, points, head))
            QVERIFY2(cv::norm(d) < 0.1, QByteArray::number(cv::norm(d)));
    }
    void aMovingRegionStandsOutOfTheHeadsMotion() {
        const auto points = landmarks();
        const cv::Mat flow = sampled(headAndBrow(points, 2.0f));
        const auto displacement = regionDisplacement(flow, points, rigidMotion(flow, points));
        for (std::size_t i = 0; i < displacement.size(); ++i) {
            if (i == 4) { // the middle of the right brow
                QVERIFY2(displacement[i][1] < -1.6f, QByteArray::number(double(displacement[i][1])));
                QVERIFY(std::abs(displacement[i][0]) < 0.1f);
            } else if (i != 3 && i != 5) { // its neighbours move with it
                QVERIFY2(cv::norm(displacement[i]) < 0.1, regions()[i].name.data());
            }
        }
    }
    void someWrongStableAreasDoNotTurnTheHead() {
        const auto points = landmarks();
        cv::Mat flow = sampled([](cv::Point2f) { return cv::Vec2f(1.0f, 0.0f); });
        for (int eye : {42, 45}) // a wink moves both corners of one eye
            flow(squareAround(points[static_cast<std::size_t>(eye)], 8.0f, flow.size()))
                .setTo(cv::Scalar(1.0, 3.0));
        const RigidMotion head = rigidMotion(flow, points);
        for (const Region& region : regions()) {
            const cv::Vec2f error =
                head.at(points[static_cast<std::size_t>(region.landmark)]) - cv::Vec2f(1, 0);
            QVERIFY2(cv::norm(error) < 0.1, region.name.data());
        }
    }
    void aBlinkDoesNotCarryTheHeadWhereEyeCornersAreDoubted() {
        const auto points = landmarks();
        cv::Mat flow = sampled([](cv::Point2f) { return cv::Vec2f(1.0f, 0.0f); });
        for (int corner : {36, 39, 42, 45}) // lids drag all four down, and the bridge of the nose a little
            flow(squareAround(points[static_cast<std::size_t>(corner)], 8.0f, flow.size()))
                .setTo(cv::Scalar(1.0, 2.0));
        for (int bridge : {27, 28})
            flow(squareAround(points[static_cast<std::size_t>(bridge)], 4.0f, flow.size()))
                .setTo(cv::Scalar(1.0, 0.5));
        const auto errorAtBrow = [&](float trust) {
            return cv::norm(rigidMotion(flow, points, trust).at(points[19]) - cv::Vec2f(1, 0));
        };
        QVERIFY2(errorAtBrow(1.0f) > 0.5, QByteArray::number(errorAtBrow(1.0f)));
        QVERIFY2(errorAtBrow(0.05f) < 0.5 * errorAtBrow(1.0f), QByteArray::number(errorAtBrow(0.05f)));
    }
    void aFaceOutsideTheImageMovesNothing() {
        face::Landmarks points = landmarks();
        for (auto& p : points)
            p += cv::Point2f(5000, 0);
        const RigidMotion head = rigidMotion(sampled([](cv::Point2f) { return cv::Vec2f(3, 3); }), points);
        QCOMPARE(cv::norm(head.at({10, 10})), 0.0);
        QCOMPARE(cv::countNonZero(wantedPixels(points, {256, 256})), 0);
    }
    void theWholeWayOnAPortrait() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        const auto portrait = test::astronaut();
        const auto pair = test::plantedPair(portrait, headAndBrow(portrait.landmarks, 2.0f), 1.0, 11);
        auto engine = makeTvl1();
        engine->setMask(wantedPixels(portrait.landmarks, pair.from.size()));
        const auto flow = engine->compute(pair.from, pair.to);
        MIEN_VERIFY(flow);
        const auto displacement =
            regionDisplacement(*flow, portrait.landmarks, rigidMotion(*flow, portrait.landmarks));
        QVERIFY2(displacement[4][1] < -1.5f, QByteArray::number(double(displacement[4][1])));
        for (std::size_t i = 0; i < displacement.size(); ++i)
            if (i < 3 || i > 5)
                QVERIFY2(
                    cv::norm(displacement[i]) < 0.15,
                    qPrintable(
                        QString("%1: %2 px").arg(regions()[i].name.data()).arg(cv::norm(displacement[i]))));
    }
};

MIEN_TEST(TstRigidMotion)

} // namespace tst_rigid_motion

#include "tst_rigid_motion.moc"
