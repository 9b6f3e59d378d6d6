// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/spotting/lookalikes.h"
#include "core/spotting/rules.h"
#include "core/spotting/spotter.h"
#include "support/verify.h"

#include <numbers>

namespace tst_rules {

using namespace mien;
using annotation::ExpressionType;

namespace {

/// A movement planted into the series: raised cosine from onset to apex and back.
struct Planted {
    double onsetS;
    double apexS;
    double offsetS;
    double peak; ///< % of the distance between the eyes
    std::vector<int> regions;
};

motion::FaceMotionSeries makeSeries(double fps, double durationS, const std::vector<Planted>& planted,
                                    double noise, std::uint64_t seed = 1) {
    Rng rng(seed);
    motion::FaceMotionSeries series;
    series.fps = fps;
    for (std::int64_t i = 0; i < std::llround(durationS * fps); ++i) {
        motion::FrameMotion m;
        m.frame = FrameIndex{i};
        m.state = face::Scorability::Scorable;
        m.eyeOpening = 0.3f;
        const double t = static_cast<double>(i) / fps;
        for (auto& d : m.displacement)
            d = cv::Vec2f(static_cast<float>(0.01 * noise * rng.normal()),
                          static_cast<float>(0.01 * noise * rng.normal()));
        for (const Planted& p : planted) {
            if (t <= p.onsetS || t >= p.offsetS)
                continue;
            const double phase =
                t < p.apexS ? (t - p.onsetS) / (p.apexS - p.onsetS) : (p.offsetS - t) / (p.offsetS - p.apexS);
            const double level = 0.5 - 0.5 * std::cos(std::numbers::pi * phase);
            for (int r : p.regions)
                m.displacement[static_cast<std::size_t>(r)] +=
                    cv::Vec2f(0.0f, static_cast<float>(-0.01 * p.peak * level));
        }
        series.frames.push_back(m);
    }
    return series;
}

std::vector<annotation::Proposal> spot(const motion::FaceMotionSeries& series) {
    return spotting::spotByRules(series, {}, {}).value();
}

FrameInterval frames(const Planted& p, double fps) {
    return {{std::llround(p.onsetS * fps)}, {std::llround(p.offsetS * fps)}};
}

} // namespace

class TestRules : public QObject {
    Q_OBJECT

private slots:
    void aStillFaceGivesNoEvent() {
        for (std::uint64_t seed = 1; seed <= 20; ++seed)
            QCOMPARE(spot(makeSeries(30, 20, {}, 0.15, seed)).size(), std::size_t{0});
    }

    void plantedExpressionsAreFoundAtAnyFrameRate_data() {
        QTest::addColumn<double>("fps");
        for (double fps : {15.0, 25.0, 30.0, 60.0, 100.0, 200.0, 500.0})
            QTest::addRow("%g fps", fps) << fps;
    }
    void plantedExpressionsAreFoundAtAnyFrameRate() {
        QFETCH(double, fps);
        const std::vector<Planted> planted{{2.0, 2.2, 2.4, 2.0, {8, 10}}, {5.0, 5.6, 6.6, 4.0, {1, 2, 3, 4}}};
        const auto found = spot(makeSeries(fps, 10, planted, 0.1));
        QCOMPARE(found.size(), planted.size());
        QCOMPARE(found[0].type, ExpressionType::Micro);
        QCOMPARE(found[1].type, ExpressionType::Macro);
        for (std::size_t i = 0; i < planted.size(); ++i) {
            QVERIFY(found[i].interval().iou(frames(planted[i], fps)) >= 0.6);
            QVERIFY(std::abs(static_cast<double>(found[i].apex.value) / fps - planted[i].apexS) < 0.08);
            QVERIFY(found[i].onset <= found[i].apex && found[i].apex <= found[i].offset);
        }
        QCOMPARE(found[0].regions.size(), std::size_t{2});
        QVERIFY(std::abs(found[1].regions[0].displacement - 4.0) < 0.6);
    }

    void anExpressionOpenAtTheBordersIsFound() {
        // Rises at 0.6 s and is still held when the film ends at 2.4 s.
        const auto found = spot(makeSeries(30, 2.4, {{0.6, 0.8, 30.0, 5.0, {8, 10}}}, 0.1));
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(std::abs(found[0].onset.value - 18) <= 3);
        QCOMPARE(found[0].offset.value, 71);
    }

    void twoExpressionsInARowStayTwo() {
        const auto found =
            spot(makeSeries(30, 8, {{2.0, 2.4, 2.8, 4.0, {8, 10}}, {3.0, 3.4, 3.8, 4.0, {8, 10}}}, 0.1));
        QCOMPARE(found.size(), std::size_t{2});
    }

    void whatAStrongMovementCarriesAlongIsNoEvent() {
        const Planted strong{2.0, 3.0, 4.0, 40.0, {8, 9, 10}};
        const Planted carried{3.6, 4.2, 4.8, 1.2, {5}};
        const Planted later{4.6, 5.2, 5.8, 1.2, {5}};
        const Planted brow{3.6, 4.2, 4.8, 6.0, {1}};
        QCOMPARE(spot(makeSeries(30, 10, {strong, carried}, 0.05)).size(), std::size_t{1});
        QCOMPARE(spot(makeSeries(30, 10, {strong, later}, 0.05)).size(), std::size_t{2});
        QCOMPARE(spot(makeSeries(30, 10, {strong, brow}, 0.05)).size(), std::size_t{2});
    }

    void slowDriftIsNoExpression() {
        auto series = makeSeries(30, 60, {}, 0.1);
        for (std::size_t i = 0; i < series.frames.size(); ++i)
            for (auto& d : series.frames[i].displacement)
                d += cv::Vec2f(static_cast<float>(0.0005 * static_cast<double>(i) / 30.0), 0.0f);
        QCOMPARE(spot(series).size(), std::size_t{0});
    }

    void notScorableFramesHoldNoEvent() {
        auto series = makeSeries(30, 10, {{5.0, 5.5, 6.0, 4.0, {8, 10}}}, 0.1);
        for (std::size_t i = 140; i < 190; ++i)
            series.frames[i].state = face::Scorability::Occluded;
        for (const auto& p : spot(series))
            for (auto i = p.onset.value; i <= p.offset.value; ++i)
                QCOMPARE(series.frames[static_cast<std::size_t>(i)].state, face::Scorability::Scorable);
    }

    void aBlinkIsReportedAsABlink() {
        auto series = makeSeries(30, 6, {{3.0, 3.1, 3.25, 1.8, {2, 3}}}, 0.1);
        for (std::size_t i = 90; i < 97; ++i)
            series.frames[i].eyeOpening = 0.05f;
        const auto found = spot(series);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(found[0].looksLike), QStringLiteral("blink"));
    }

    void speechIsReportedAsSpeech() {
        auto series = makeSeries(30, 8, {}, 0.1);
        for (std::size_t i = 90; i < 150; ++i) { // two seconds of syllables at 4 Hz
            const double t = static_cast<double>(i - 90) / 30.0;
            const auto open = static_cast<float>(0.5 - 0.5 * std::cos(2 * std::numbers::pi * 4.0 * t));
            series.frames[i].mouthOpening = 0.12f * open;
            for (std::size_t r : {std::size_t{9}, std::size_t{11}})
                series.frames[i].displacement[r] += cv::Vec2f(0.0f, 0.04f + 0.05f * open);
        }
        const auto found = spot(series);
        QVERIFY(!found.empty());
        for (const auto& p : found)
            QCOMPARE(QString::fromStdString(p.looksLike), QStringLiteral("speech"));
    }

    void lipsMovingAtTheRateOfSyllablesAreSpeechWhereverTheGapIsNotSeen() {
        // Six syllables at 5 a second, of which mouthOpening shows nothing, and a smile of a corner beside
        // them.
        std::vector<Planted> planted;
        for (int i = 0; i < 6; ++i)
            planted.push_back({4.0 + 0.2 * i, 4.08 + 0.2 * i, 4.18 + 0.2 * i, 4.0, {11}});
        planted.push_back({7.0, 7.2, 7.4, 2.0, {8, 10}});
        std::size_t spoken = 0, others = 0;
        for (const auto& p : spot(makeSeries(50, 12, planted, 0.05)))
            (p.looksLike == "speech" ? spoken : others) += 1;
        QCOMPARE(spoken, std::size_t{6});
        QCOMPARE(others, std::size_t{1});
    }

    void threeMovementsOfTheLipsAreNoSpeech() {
        std::vector<Planted> planted;
        for (int i = 0; i < 3; ++i)
            planted.push_back({4.0 + 0.2 * i, 4.08 + 0.2 * i, 4.18 + 0.2 * i, 4.0, {11}});
        for (int i = 0; i < 4; ++i) // four, but slow
            planted.push_back({6.0 + i, 6.1 + i, 6.2 + i, 4.0, {11}});
        for (const auto& p : spot(makeSeries(50, 12, planted, 0.05)))
            QCOMPARE(p.looksLike, std::string());
    }

    void ofANetworksProposalsBlinksAreNamedAndSpeechIsNot() {
        auto series = makeSeries(30, 12, {{3.0, 3.1, 3.25, 1.8, {2, 3}}}, 0.1);
        for (std::size_t i = 90; i < 97; ++i)
            series.frames[i].eyeOpening = 0.05f;
        for (std::size_t i = 180; i < 240; ++i) {
            const double t = static_cast<double>(i - 180) / 30.0;
            const auto open = static_cast<float>(0.5 - 0.5 * std::cos(2 * std::numbers::pi * 4.0 * t));
            series.frames[i].mouthOpening = 0.12f * open;
            for (std::size_t r : {std::size_t{9}, std::size_t{11}})
                series.frames[i].displacement[r] += cv::Vec2f(0.0f, 0.04f + 0.05f * open);
        }
        auto proposals = spot(series);
        QVERIFY(proposals.size() > 1);
        for (auto& p : proposals)
            p.looksLike.clear();
        spotting::labelLookalikes(series, proposals);
        for (const auto& p : proposals)
            QCOMPARE(QString::fromStdString(p.looksLike),
                     p.onset.value < 120 ? QStringLiteral("blink") : QString());
    }

    void tinyFilmsAndBadRatesAreHandled() {
        QVERIFY(spot(makeSeries(30, 0.0, {}, 0.1)).empty());
        QVERIFY(spot(makeSeries(30, 0.1, {}, 0.1)).empty());
        motion::FaceMotionSeries noRate;
        QVERIFY(!spotting::spotByRules(noRate, {}, {}));
        std::stop_source stop;
        stop.request_stop();
        const auto stopped =
            spotting::spotByRules(makeSeries(30, 5, {}, 0.1), {}, JobContext{stop.get_token(), {}, 1});
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }

    void theTableNamesEverySpotterOnce() {
        QVERIFY(!spotting::spotterRows().empty());
        for (const auto& row : spotting::spotterRows())
            QVERIFY(row.spot(makeSeries(30, 1, {}, 0.1), {}).has_value());
    }
};

MIEN_TEST(TestRules)

} // namespace tst_rules

#include "tst_rules.moc"
