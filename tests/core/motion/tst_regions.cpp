// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/mdmo.h"
#include "core/motion/planted_pairs.h"
#include "core/motion/region_mean.h"
#include "support/verify.h"

namespace tst_regions {

using namespace mien;
using namespace mien::motion;

class TstRegions : public QObject {
    Q_OBJECT

private:
    static cv::Mat uniform(cv::Vec2f v, cv::Size size = {64, 64}) {
        return cv::Mat(size, CV_32FC2, cv::Scalar(v[0], v[1]));
    }
    static bool near(cv::Vec2f a, cv::Vec2f b, double tolerance = 1e-4) {
        return cv::norm(a - b) < tolerance;
    }
    /// An upright face whose eye centres lie `distance` apart; only the landmarks that matter here.
    static face::Landmarks face(float distance) {
        face::Landmarks points{};
        for (std::size_t i = 0; i < points.size(); ++i)
            points[i] = {128.0f, 150.0f};
        for (std::size_t i = 0; i < 6; ++i) {
            points[36 + i] = {128.0f - 0.5f * distance, 100.0f};
            points[42 + i] = {128.0f + 0.5f * distance, 100.0f};
        }
        points[39].x += 0.2f * distance;
        points[42].x -= 0.2f * distance;
        points[36].x -= 0.2f * distance;
        points[45].x += 0.2f * distance;
        const float x[] = {60, 75, 90, 166, 181, 196, 128, 128, 95, 128, 161, 128};
        const float y[] = {80, 75, 80, 80, 75, 80, 110, 140, 190, 180, 190, 205};
        for (std::size_t i = 0; i < regions().size(); ++i)
            points[static_cast<std::size_t>(regions()[i].landmark)] = {x[i], y[i]};
        points[29] = {128, 130};
        return points;
    }

private slots:
    void theNodesAreThoseOfThePapers() {
        const std::array<int, kRegionCount> expected{18, 19, 20, 23, 24, 25, 28, 30, 48, 51, 54, 57};
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(regions()[i].landmark, expected[i]);
            QVERIFY(!regions()[i].name.empty());
        }
    }
    void theRadiusScalesWithTheEyes() {
        QVERIFY(std::abs(regionRadius(67.0f) - 5.0f) < 0.01f);
        QVERIFY(std::abs(regionRadius(134.0f) - 10.0f) < 0.01f);
        QCOMPARE(regionRadius(134.0f, true), 5.0f);
        QVERIFY(regionRadius(0.0f) >= 1.0f);
    }
    void aUniformFlowIsItsOwnMainDirection() {
        for (const auto& v :
             {cv::Vec2f(1, 0), cv::Vec2f(-0.3f, 0.2f), cv::Vec2f(0, -2), cv::Vec2f(0.5f, 0.5f)})
            QVERIFY(near(mainDirection(uniform(v), {30, 30}, 5), v));
        QVERIFY(near(mainDirection(uniform({0, 0}), {30, 30}, 5), {0, 0}));
    }
    void theFullestBinWinsNotTheStrongest() {
        cv::Mat flow = uniform({0, -1}); // up
        flow(cv::Rect(25, 25, 11, 4)).setTo(cv::Scalar(9, 0));
        QVERIFY(near(mainDirection(flow, {30, 30}, 5), {0, -1}));
    }
    void binsAreUnequal_data() {
        QTest::addColumn<double>("degrees"); // against the image's x axis, up positive
        QTest::addColumn<bool>("vertical");
        QTest::newRow("31 is up") << 31.0 << true;
        QTest::newRow("29 is sideways") << 29.0 << false;
        QTest::newRow("149 is up") << 149.0 << true;
        QTest::newRow("151 is sideways") << 151.0 << false;
        QTest::newRow("211 is down") << 211.0 << true;
        QTest::newRow("329 is down") << 329.0 << true;
    }
    void binsAreUnequal() {
        QFETCH(double, degrees);
        QFETCH(bool, vertical);
        // Half the square looks straight up or down, the other half along `degrees`: together they win only
        // in one bin.
        const double a = degrees * CV_PI / 180.0;
        const cv::Vec2f slanted(static_cast<float>(std::cos(a)), static_cast<float>(-std::sin(a)));
        const cv::Vec2f upright(0.0f, slanted[1] < 0.0f ? -1.0f : 1.0f);
        cv::Mat flow = uniform({degrees > 90.0 && degrees < 270.0 ? 1.0f : -1.0f, 0}); // the opposite side
        flow(cv::Rect(25, 25, 11, 4)).setTo(cv::Scalar(slanted[0], slanted[1]));       // 44 pixels
        flow(cv::Rect(25, 29, 11, 3)).setTo(cv::Scalar(upright[0], upright[1])); // 33, leaving 44 opposite
        flow.at<cv::Vec2f>(35, 35) = slanted;                                    // break the tie by one
        const cv::Vec2f main = mainDirection(flow, {30, 30}, 5);
        // Joined with the upright ones, the mean lies between; alone it is the slanted vector itself.
        QCOMPARE(near(main, slanted, 0.02), !vertical);
    }
    void onlyTheStrongestSixtyPercentCount() {
        cv::Mat flow = uniform({1, 0});
        flow(cv::Rect(25, 25, 11, 4)).setTo(cv::Scalar(0.1, 0)); // 44 of 121: below the kept share
        QVERIFY(near(mainDirection(flow, {30, 30}, 5), {1, 0}));
        QVERIFY(near(regionMean(uniform({1, 0}), {30, 30}, 5), {1, 0}));
    }
    void squaresAreCutAtTheBorder() {
        const cv::Mat flow = uniform({1, 2});
        QVERIFY(near(mainDirection(flow, {0, 0}, 5), {1, 2}));
        QVERIFY(near(mainDirection(flow, {-40, 0}, 5), {0, 0}));
        QVERIFY(near(regionMean(flow, {63, 70}, 5), {0, 0}));
        QVERIFY(near(regionMean(flow, {63, 66}, 5), {1, 2}));
    }
    void theRegionMeanIsUnbiasedUnderNoise() {
        Rng rng(5);
        cv::Mat flow = uniform({0.3f, -0.2f});
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                flow.at<cv::Vec2f>(y, x) +=
                    cv::Vec2f(static_cast<float>(0.3 * rng.normal()), static_cast<float>(0.3 * rng.normal()));
        const cv::Vec2f mean = regionMean(flow, {32, 32}, 15);
        QVERIFY2(near(mean, {0.3f, -0.2f}, 0.04), "noise of 0.3 px over 961 vectors must average out");
        // The strongest vectors of the fullest bin do not: that is the papers' measure, not an estimate.
        QVERIFY(cv::norm(mainDirection(flow, {32, 32}, 15)) > 0.45);
    }
    void theRegionMeanIgnoresOutliers() {
        cv::Mat flow = uniform({0.5f, 0.5f});
        flow(cv::Rect(25, 25, 11, 2)).setTo(cv::Scalar(-30, 12));
        QVERIFY(near(regionMean(flow, {30, 30}, 5), {0.5f, 0.5f}));
    }
    void headMotionIsTakenOffEveryRegion() {
        const auto points = face(80.0f);
        cv::Mat flow = uniform({1.5f, -0.5f}, {256, 256});
        const cv::Rect brow = squareAround(points[19], 6.0f, flow.size());
        flow(brow).setTo(cv::Scalar(1.5, -2.5));
        QVERIFY(near(noseMotion(flow, points), {1.5f, -0.5f}));
        const auto motion = regionMotion(flow, points);
        for (std::size_t i = 0; i < motion.size(); ++i)
            QVERIFY2(near(motion[i], i == 1 ? cv::Vec2f(0, -2) : cv::Vec2f(0, 0)), regions()[i].name.data());
    }
    void anEmptyNoseBoxMeansNoHeadMotion() {
        auto points = face(80.0f);
        points[29] = points[30] = {900, 900};
        QVERIFY(near(noseMotion(uniform({1, 1}, {256, 256}), points), {0, 0}));
    }
};

MIEN_TEST(TstRegions)

} // namespace tst_regions

#include "tst_regions.moc"
