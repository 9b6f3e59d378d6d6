// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/math/filters.h"
#include "core/math/statistics.h"
#include "support/verify.h"

#include <numbers>

namespace tst_math {

using namespace mien;

class TestMath : public QObject {
    Q_OBJECT

private slots:
    void medianOfOddEvenAndEmpty() {
        QCOMPARE(math::median(std::vector<float>{3, 1, 2}), 2.0);
        QCOMPARE(math::median(std::vector<float>{4, 1, 3, 2}), 2.5);
        QCOMPARE(math::median({}), 0.0);
    }

    void robustSigmaIgnoresOutliers() {
        Rng rng(1);
        std::vector<float> values(2000);
        for (float& v : values)
            v = static_cast<float>(2.0 * rng.normal());
        for (std::size_t i = 0; i < 100; ++i)
            values[i] = 1000.0f;
        QVERIFY(std::abs(math::robustSigma(values) - 2.0) < 0.4);
    }

    void lowPassHalvesThePowerAtTheCutOff_data() {
        QTest::addColumn<double>("sampleHz");
        for (double hz : {25.0, 100.0, 200.0})
            QTest::addRow("%g Hz", hz) << hz;
    }
    void lowPassHalvesThePowerAtTheCutOff() {
        QFETCH(double, sampleHz);
        const auto amplitudeAfter = [&](double signalHz) {
            std::vector<float> wave(static_cast<std::size_t>(4 * sampleHz));
            for (std::size_t i = 0; i < wave.size(); ++i)
                wave[i] =
                    static_cast<float>(std::sin(2 * std::numbers::pi * signalHz * double(i) / sampleHz));
            const auto out = math::lowPass(wave, sampleHz, 5.0);
            float peak = 0;
            for (std::size_t i = wave.size() / 4; i < 3 * wave.size() / 4; ++i)
                peak = std::max(peak, std::abs(out[i]));
            return peak;
        };
        QVERIFY(std::abs(amplitudeAfter(5.0) - std::numbers::sqrt2 / 2) < 0.06);
        QVERIFY(amplitudeAfter(0.5) > 0.98);
    }

    void lowPassKeepsConstantsAndShortSignals() {
        for (std::size_t n : {std::size_t{1}, std::size_t{2}, std::size_t{50}}) {
            const std::vector<float> flat(n, 3.5f);
            for (float v : math::lowPass(flat, 200.0, 5.0))
                QVERIFY(std::abs(v - 3.5f) < 1e-5f);
        }
        QVERIFY(math::lowPass({}, 30.0, 5.0).empty());
    }
};

MIEN_TEST(TestMath)

} // namespace tst_math

#include "tst_math.moc"
