// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/mdmo.h"
#include "core/motion/planted_pairs.h"
#include "core/motion/region_mean.h"
#include "core/motion/rigid_motion.h"
#include "core/motion/tvl1_flow.h"
#include "support/verify.h"

namespace tst_tvl1 {

using namespace mien;
using namespace mien::motion;

/// Accuracy of `tvl1` against planted truth and against OpenCV's on a real portrait. bench_flow prints the
/// whole table.
class TstTvl1 : public QObject {
    Q_OBJECT

private:
    static const test::Portrait& portrait() {
        static const test::Portrait p = test::astronaut();
        return p;
    }
    static cv::Vec2f still(cv::Point2f) { return {0, 0}; }

private slots:
    void initTestCase() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        cv::setNumThreads(1);
    }

    void plantedExpressions_data() {
        QTest::addColumn<float>("peakPx");
        QTest::addColumn<double>("noise");
        QTest::addColumn<double>("mostErrorPx"); // mean end-point error over the face
        QTest::addColumn<double>("leastGain");   // 1: nothing is shrunk
        QTest::newRow("0.1 px") << 0.1f << 0.0 << 0.02 << 0.85;
        QTest::newRow("0.3 px") << 0.3f << 0.0 << 0.02 << 0.93;
        QTest::newRow("1 px") << 1.0f << 0.0 << 0.04 << 0.93;
        QTest::newRow("3 px") << 3.0f << 0.0 << 0.08 << 0.94;
        QTest::newRow("6 px") << 6.0f << 0.0 << 0.13 << 0.94;
        QTest::newRow("0.3 px, sigma 1") << 0.3f << 1.0 << 0.07 << 0.85;
        QTest::newRow("1 px, sigma 1") << 1.0f << 1.0 << 0.07 << 0.90;
        QTest::newRow("1 px, sigma 3") << 1.0f << 3.0 << 0.15 << 0.85;
        QTest::newRow("3 px, sigma 3") << 3.0f << 3.0 << 0.18 << 0.88;
    }
    void plantedExpressions() {
        QFETCH(float, peakPx);
        QFETCH(double, noise);
        QFETCH(double, mostErrorPx);
        QFETCH(double, leastGain);
        const auto pair = test::plantedPair(portrait(), test::expressionField(portrait(), peakPx), noise, 21);
        const auto flow = makeTvl1()->compute(pair.from, pair.to);
        MIEN_VERIFY(flow);
        const cv::Mat face = test::faceMask(portrait());
        const double error = test::meanEndpointError(*flow, pair.truth, face);
        const double gain = test::gain(*flow, pair.truth, face);
        QVERIFY2(error < mostErrorPx, qPrintable(QString("mean error %1 px").arg(error)));
        QVERIFY2(gain > leastGain && gain < 1.1, qPrintable(QString("gain %1").arg(gain)));
    }
    void agreesWithOpencvAndIsNoWorse() {
        const cv::Mat face = test::faceMask(portrait());
        for (const double noise : {0.0, 2.0}) {
            const auto pair =
                test::plantedPair(portrait(), test::expressionField(portrait(), 2.0f), noise, 7);
            const auto ours = makeTvl1()->compute(pair.from, pair.to);
            const auto theirs = (*makeFlow("tvl1-opencv"))->compute(pair.from, pair.to);
            MIEN_VERIFY(ours);
            MIEN_VERIFY(theirs);
            const double apart = test::meanEndpointError(*ours, *theirs, face);
            QVERIFY2(apart < (noise > 0.0 ? 0.14 : 0.07), qPrintable(QString("%1 px apart").arg(apart)));
            QVERIFY(test::meanEndpointError(*ours, pair.truth, face) <
                    test::meanEndpointError(*theirs, pair.truth, face));
        }
    }
    void everyInstructionSetGivesTheSameFlow() {
        const auto pair = test::plantedPair(portrait(), test::expressionField(portrait(), 2.0f), 1.0, 3);
        const cv::Mat mask = wantedPixels(portrait().landmarks, pair.from.size());
        cv::Mat reference;
        for (const tvl1::Kernels* kernels : tvl1::availableKernels()) {
            auto engine = makeTvl1({}, kernels);
            engine->setMask(mask);
            const auto flow = engine->compute(pair.from, pair.to);
            MIEN_VERIFY(flow);
            if (reference.empty())
                reference = *flow;
            const double apart = test::meanEndpointError(*flow, reference, mask);
            QVERIFY2(apart < 1e-3, qPrintable(QString("%1: %2 px").arg(kernels->name).arg(apart)));
        }
    }
    void theMaskChangesNothingInside() {
        const auto pair = test::plantedPair(portrait(), test::expressionField(portrait(), 4.0f), 1.0, 5);
        const cv::Mat mask = wantedPixels(portrait().landmarks, pair.from.size());
        auto engine = makeTvl1();
        const auto whole = engine->compute(pair.from, pair.to);
        engine->setMask(mask);
        const auto part = engine->compute(pair.from, pair.to);
        MIEN_VERIFY(whole);
        MIEN_VERIFY(part);
        const double apart = test::meanEndpointError(*part, *whole, mask);
        QVERIFY2(apart < 0.01, qPrintable(QString("%1 px apart").arg(apart)));
    }
    void aWarmStartLosesNoAccuracy_data() {
        QTest::addColumn<float>("stepPx"); // what the peak moves on from one frame to the next
        QTest::newRow("slow") << 0.2f;
        QTest::newRow("fast") << 1.5f;
    }
    void aWarmStartLosesNoAccuracy() {
        QFETCH(float, stepPx);
        // Flow from a reference frame, each frame started with the flow of the one before, as the pipeline
        // does it.
        auto engine = makeTvl1();
        const cv::Mat mask = wantedPixels(portrait().landmarks, {256, 256});
        engine->setMask(mask);
        cv::Mat start;
        for (int k = 1; k <= 4; ++k) {
            const auto pair = test::plantedPair(
                portrait(), test::expressionField(portrait(), stepPx * static_cast<float>(k)), 1.0, 40);
            const auto warm = engine->compute(pair.from, pair.to, start);
            const auto cold = engine->compute(pair.from, pair.to);
            MIEN_VERIFY(warm);
            MIEN_VERIFY(cold);
            const double warmError = test::meanEndpointError(*warm, pair.truth, mask);
            const double coldError = test::meanEndpointError(*cold, pair.truth, mask);
            QVERIFY2(warmError < coldError + 0.03,
                     qPrintable(QString("%1 and %2").arg(warmError).arg(coldError)));
            start = *warm;
        }
    }
    void aStillNoisyFaceHardlyMoves() {
        // Fixed alignment, noise of sigma 2: what the regions still move is noise of the whole chain.
        auto engine = makeTvl1();
        engine->setMask(wantedPixels(portrait().landmarks, {256, 256}));
        double sum = 0.0;
        double main = 0.0;
        double most = 0.0;
        constexpr int kPairs = 4;
        for (std::uint64_t seed = 0; seed < kPairs; ++seed) {
            const auto pair = test::plantedPair(portrait(), still, 2.0, 100 + seed);
            const auto flow = engine->compute(pair.from, pair.to);
            MIEN_VERIFY(flow);
            const auto mdmo = regionMotion(*flow, portrait().landmarks);
            const auto mean =
                regionDisplacement(*flow, portrait().landmarks, rigidMotion(*flow, portrait().landmarks));
            for (std::size_t i = 0; i < mdmo.size(); ++i) {
                sum += cv::norm(mean[i]) / (kPairs * mdmo.size());
                main += cv::norm(mdmo[i]) / (kPairs * mdmo.size());
                most = std::max(most, cv::norm(mean[i]));
            }
        }
        qInfo("still face, sigma 2: region mean %.3f px (most %.3f), main direction %.3f px", sum, most,
              main);
        QVERIFY2(sum < 0.08, qPrintable(QString("%1 px").arg(sum)));
        QVERIFY2(most < 0.25, qPrintable(QString("%1 px").arg(most)));
        QVERIFY2(main < 0.15, qPrintable(QString("%1 px").arg(main)));
    }
    void flickeringLightIsNotMotion_data() {
        QTest::addColumn<double>("brightness"); // of the second image over the first
        QTest::newRow("3 % darker") << 0.97;
        QTest::newRow("3 % brighter") << 1.03;
        QTest::newRow("a fifth darker") << 0.8;
    }
    void flickeringLightIsNotMotion() {
        QFETCH(double, brightness);
        auto pair = test::plantedPair(portrait(), test::expressionField(portrait(), 1.0f), 0.0, 9);
        pair.to.convertTo(pair.to, CV_8U, brightness);
        const auto flow = makeTvl1()->compute(pair.from, pair.to);
        MIEN_VERIFY(flow);
        const double error = test::meanEndpointError(*flow, pair.truth, test::faceMask(portrait()));
        QVERIFY2(error < 0.06, qPrintable(QString("mean error %1 px").arg(error)));
    }
    void optionsOutOfRangeGetASentence() {
        Tvl1Options options;
        options.theta = 0.0f;
        const auto flow =
            makeTvl1(options)->compute(cv::Mat::zeros(32, 32, CV_8U), cv::Mat::zeros(32, 32, CV_8U));
        QVERIFY(!flow.has_value());
        QCOMPARE(flow.error().code, ErrorCode::InvalidArgument);
        QVERIFY(flow.error().message.find("theta") != std::string::npos);
    }
};

MIEN_TEST(TstTvl1)

} // namespace tst_tvl1

#include "tst_tvl1.moc"
