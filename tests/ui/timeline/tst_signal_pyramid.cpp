// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "support/test_program.h"
#include "ui/timeline/signal_pyramid.h"

#include <QtTest>

namespace tst_signal_pyramid {

using namespace mien;
using namespace mien::ui::timeline;

namespace {
std::optional<MinMax> bruteForce(const std::vector<float>& values, std::int64_t first, std::int64_t last) {
    std::optional<MinMax> range;
    for (std::int64_t i = std::max<std::int64_t>(first, 0);
         i <= std::min<std::int64_t>(last, std::int64_t(values.size()) - 1); ++i) {
        const float value = values[std::size_t(i)];
        if (std::isnan(value))
            continue;
        range =
            range ? MinMax{std::min(range->min, value), std::max(range->max, value)} : MinMax{value, value};
    }
    return range;
}

std::vector<float> noise(std::size_t count, Rng& rng) {
    std::vector<float> values(count);
    bool gap = false;
    for (auto& value : values) {
        if (rng.uniform() < 0.02)
            gap = !gap;
        value = gap ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(rng.normal());
    }
    return values;
}
} // namespace

class TestSignalPyramid : public QObject {
    Q_OBJECT

private slots:
    void equalsBruteForceOnRandomStretches() {
        Rng rng(3);
        for (const std::size_t count : {0u, 1u, 15u, 16u, 17u, 63u, 64u, 1000u, 5000u}) {
            const auto values = noise(count, rng);
            const SignalPyramid pyramid(values);
            for (int trial = 0; trial < 400; ++trial) {
                const auto first = std::int64_t(rng.below(count + 20)) - 10;
                const auto last = first + std::int64_t(rng.below(trial % 2 == 0 ? 40 : count + 20));
                QVERIFY2(pyramid.minMax(first, last) == bruteForce(values, first, last),
                         qPrintable(QString("%1 samples, %2 … %3").arg(count).arg(first).arg(last)));
            }
        }
    }

    void grownInPiecesItIsTheSame() {
        Rng rng(4);
        const auto values = noise(3000, rng);
        SignalPyramid grown;
        std::size_t at = 0;
        while (at < values.size()) {
            const std::size_t piece = std::min<std::size_t>(1 + rng.below(70), values.size() - at);
            grown.append(std::span(values).subspan(at, piece));
            at += piece;
            const auto first = std::int64_t(rng.below(at));
            QVERIFY(
                grown.minMax(first, std::int64_t(at)) ==
                bruteForce({values.begin(), values.begin() + std::ptrdiff_t(at)}, first, std::int64_t(at)));
        }
        QCOMPARE(grown.size(), 3000);
    }

    void gapsAreNoValues() {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const SignalPyramid pyramid({nan, nan, 2.0f, nan});
        QVERIFY(!pyramid.minMax(0, 1));
        QVERIFY((pyramid.range() == MinMax{2.0f, 2.0f}));
        QVERIFY(std::isnan(pyramid.at(-1)) && std::isnan(pyramid.at(4)) && pyramid.at(2) == 2.0f);
    }
};

MIEN_TEST(TestSignalPyramid)

} // namespace tst_signal_pyramid

#include "tst_signal_pyramid.moc"
