// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/scm_clip.h"
#include "scm_model.h"
#include "support/verify.h"

namespace tst_timing_prior {

using namespace mien;
using namespace mien::synthesis;
using annotation::ExpressionType;

namespace {

double quantileOf(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

} // namespace

class TestTimingPrior : public QObject {
    Q_OBJECT

private slots:
    void microExpressionsHaveThePublishedQuartiles() {
        std::vector<double> duration, rise;
        for (std::uint64_t i = 0; i < 20'000; ++i) {
            const auto shape = drawShape(ExpressionType::Micro, Exogenous(5, i), 0, 0, 0, 0.0, 1.0);
            duration.push_back(shape.durationS);
            rise.push_back(shape.riseS);
            QVERIFY(shape.durationS <= annotation::kMicroMaxSeconds && shape.riseS < shape.durationS);
        }
        QVERIFY(std::abs(quantileOf(duration, 0.5) - 0.392) < 0.004);
        QVERIFY(std::abs(quantileOf(duration, 0.25) - 0.307) < 0.004);
        QVERIFY(std::abs(quantileOf(duration, 0.75) - 0.460) < 0.004);
        QVERIFY(std::abs(quantileOf(rise, 0.5) - 0.200) < 0.006);
    }

    void macroExpressionsAreLongerThanAnyMicro() {
        for (std::uint64_t i = 0; i < 2000; ++i)
            QVERIFY(drawShape(ExpressionType::Macro, Exogenous(5, i), 0, 0, 0, 0.0, 1.0).durationS > 0.5);
        QVERIFY(std::abs(macroDurationS(0.43) - 1.0) < 1e-12 && std::abs(macroDurationS(0.5) - 1.18) < 1e-12);
    }

    void placementKeepsNeutralStretchesAndOrder() {
        std::vector<EpisodeShape> shapes(6, {0.4, 0.2, 0.0});
        for (std::uint64_t i = 0; i < 300; ++i) {
            const auto onsets = placeEpisodes(shapes, 8.0, 0.5, Exogenous(1, i));
            MIEN_VERIFY(onsets);
            double at = 0.0;
            for (const double onset : *onsets) {
                QVERIFY(onset - at >= 0.5 - 1e-9);
                at = onset + 0.4;
            }
            QVERIFY(8.0 - at >= 0.5 - 1e-9);
        }
        QVERIFY(!placeEpisodes(shapes, 5.0, 0.5, Exogenous(1, 1)).has_value());
    }

    void microExpressionsFitHalfASecondOfFramesAtAnyRate_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("6") << 6 << 1;
        QTest::newRow("24") << 24 << 1;
        QTest::newRow("29.97") << 30000 << 1001;
        QTest::newRow("200") << 200 << 1;
    }
    void microExpressionsFitHalfASecondOfFramesAtAnyRate() {
        QFETCH(int, num);
        QFETCH(int, den);
        auto options = test::scmOptions();
        options.microShare = 0.5;
        options.nuisance.speechShare = 0.2;
        const auto scm = *Scm::create(options);
        ClipSpec frame;
        frame.fps = {num, den};
        frame.frames = static_cast<int>(options.lengthS * frame.fps.value());
        for (std::uint64_t i = 0; i < 500; ++i) {
            const auto sample = *scm.sample(i);
            const auto clip = clipOf(sample, frame);
            MIEN_VERIFY(clip);
            MIEN_VERIFY(clip->validate()); // refuses micro-expressions beyond 0.5 s and frames out of order
            const auto whole = episodeFrames(sample, *clip)[0];
            QVERIFY(whole && whole->onset < whole->apex && whole->apex < whole->offset);
            const double seconds = static_cast<double>(whole->offset - whole->onset + 1) / frame.fps.value();
            if (sample.episodes[0].type == ExpressionType::Micro)
                QVERIFY(seconds <= 0.5 + 1e-9);
        }
        frame.fps = {5, 1};
        QVERIFY(!clipOf(*scm.sample(0), frame).has_value());
    }

    void gazeShiftsAsOftenAsAskedAndComesBack() {
        NuisanceOptions options;
        QVERIFY(drawGaze(options, Exogenous(2, 1), 60.0).empty());
        options.gazePerMinute = 30.0;
        double shifts = 0, ahead = 0;
        for (std::uint64_t i = 0; i < 200; ++i) {
            const auto drawn = drawGaze(options, Exogenous(2, i), 60.0);
            shifts += static_cast<double>(drawn.size()) / 200;
            for (std::size_t k = 0; k < drawn.size(); ++k) {
                QVERIFY(k == 0 || drawn[k].onsetS >= drawn[k - 1].onsetS + 0.2);
                QVERIFY(std::abs(drawn[k].right) <= 1.0 && std::abs(drawn[k].up) <= 1.0);
                ahead += drawn[k].right == 0.0 && drawn[k].up == 0.0 ? 1.0 / 200 : 0.0;
            }
        }
        QVERIFY2(std::abs(shifts - 30.0) < 2.0, qPrintable(QString::number(shifts)));
        QVERIFY(ahead > 0.25 * shifts && ahead < 0.5 * shifts);
    }

    void blinksComeAsOftenAsAskedAndNeverRunIntoOneAnother() {
        NuisanceOptions options;
        double blinks = 0;
        for (std::uint64_t i = 0; i < 200; ++i) {
            const auto drawn = drawBlinks(options, Exogenous(2, i), 60.0);
            blinks += static_cast<double>(drawn.size()) / 200;
            for (std::size_t k = 1; k < drawn.size(); ++k)
                QVERIFY(drawn[k].onsetS > drawn[k - 1].offsetS);
        }
        QVERIFY2(std::abs(blinks - options.blinksPerMinute) < 1.5, qPrintable(QString::number(blinks)));
        options.blinksPerMinute = 0.0;
        QVERIFY(drawBlinks(options, Exogenous(2, 1), 60.0).empty());
    }

    void speechTakesItsShareOfTheFilm() {
        NuisanceOptions options;
        QVERIFY(drawSpeech(options, Exogenous(2, 1), 60.0).empty());
        options.speechShare = 0.3;
        double spoken = 0;
        for (std::uint64_t i = 0; i < 100; ++i) {
            double last = 0.0;
            for (const auto& syllable : drawSpeech(options, Exogenous(2, i), 60.0)) {
                QVERIFY(syllable.onsetS >= last - 1e-9 && syllable.apexS > syllable.onsetS);
                last = syllable.offsetS;
                QVERIFY(last < 60.0);
                spoken += (syllable.offsetS - syllable.onsetS) / 6000.0;
            }
        }
        QVERIFY2(std::abs(spoken - 0.3) < 0.05, qPrintable(QString::number(spoken)));
    }
};

MIEN_TEST(TestTimingPrior)

} // namespace tst_timing_prior

#include "tst_timing_prior.moc"
