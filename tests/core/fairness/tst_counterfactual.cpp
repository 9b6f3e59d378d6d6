// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/fairness/counterfactual.h"
#include "support/verify.h"

#include <bit>
#include <limits>

namespace tst_counterfactual {

using namespace mien;
using namespace mien::fairness;

namespace {

std::vector<float> probabilities(std::size_t samples, std::uint64_t seed) {
    Rng rng(seed);
    std::vector<float> values(samples * 10);
    for (float& v : values)
        v = static_cast<float>(rng.uniform());
    return values;
}

Lambdas all(double null, double masked) {
    Lambdas l;
    l.null.fill(null);
    l.masked.fill(masked);
    return l;
}

bool isNone(std::size_t entry) {
    return entry % 10 == 2 || entry % 10 == 5;
}

} // namespace

class TestCounterfactual : public QObject {
    Q_OBJECT

private slots:
    void withoutLambdaThePredictionIsReturnedBitForBit() {
        auto p = probabilities(50, 1);
        p[0] = std::numeric_limits<float>::denorm_min();
        p[1] = -0.0f;
        p[13] = std::bit_cast<float>(0x7fc01234u); // not even a NaN is touched
        const auto null = probabilities(50, 2), masked = probabilities(50, 3);
        for (const bool logit : {false, true}) {
            Lambdas zero;
            zero.logit = logit;
            QVERIFY(zero.allZero());
            const auto f = debiased(p, null, masked, zero);
            MIEN_VERIFY(f);
            QCOMPARE(f->size(), p.size());
            for (std::size_t i = 0; i < p.size(); ++i)
                QCOMPARE(std::bit_cast<std::uint32_t>((*f)[i]), std::bit_cast<std::uint32_t>(p[i]));
        }
    }
    void probabilitiesAreSubtracted() {
        const std::vector<float> p{0.9f, 0.5f, 0.4f, 0.2f, 0.3f, 0.5f, 0.8f, 0.7f, 0.6f, 0.5f};
        const std::vector<float> null(10, 0.2f), masked(10, 0.1f);
        const auto f = debiased(p, null, masked, all(0.5, 2.0));
        MIEN_VERIFY(f);
        // minus 0.5 · 0.2 + 2 · 0.1 = 0.3, not below 0; "none" (2 and 5) stays
        const std::array<float, 10> expected{0.6f, 0.2f, 0.4f, 0.0f, 0.0f, 0.5f, 0.5f, 0.4f, 0.3f, 0.2f};
        for (std::size_t i = 0; i < 10; ++i)
            QVERIFY(std::abs((*f)[i] - expected[i]) < 1e-6f);
    }
    void eachHeadIsCorrectedByItsOwnWeightAlone_data() {
        QTest::addColumn<int>("head");
        QTest::addColumn<int>("output");
        QTest::addColumn<QString>("name");
        // The order of AUW-GCN's outputs: micro and macro {start, end, none}, apexes, actions.
        QTest::newRow("0") << int(Head::MicroStart) << 0 << "micro-onset";
        QTest::newRow("1") << int(Head::MicroEnd) << 1 << "micro-offset";
        QTest::newRow("2") << int(Head::MicroApex) << 6 << "micro-apex";
        QTest::newRow("3") << int(Head::MicroAction) << 8 << "micro-action";
        QTest::newRow("4") << int(Head::MacroStart) << 3 << "macro-onset";
        QTest::newRow("5") << int(Head::MacroEnd) << 4 << "macro-offset";
        QTest::newRow("6") << int(Head::MacroApex) << 7 << "macro-apex";
        QTest::newRow("7") << int(Head::MacroAction) << 9 << "macro-action";
    }
    void eachHeadIsCorrectedByItsOwnWeightAlone() {
        QFETCH(int, head);
        QFETCH(int, output);
        QFETCH(QString, name);
        QCOMPARE(QString::fromUtf8(nameOf(static_cast<Head>(head)).data()), name);
        const auto p = probabilities(5, 4), null = probabilities(5, 5), masked = probabilities(5, 6);
        for (const bool ofNull : {true, false}) {
            Lambdas l;
            (ofNull ? l.null : l.masked)[static_cast<std::size_t>(head)] = 0.25;
            QVERIFY(!l.allZero());
            const auto f = debiased(p, null, masked, l).value();
            for (std::size_t i = 0; i < p.size(); ++i) {
                const float expected = std::max(0.0f, p[i] - 0.25f * (ofNull ? null : masked)[i]);
                if (static_cast<int>(i % 10) == output)
                    QVERIFY(std::abs(f[i] - expected) < 1e-6f);
                else
                    QCOMPARE(f[i], p[i]);
            }
        }
    }
    void logitsAreSubtractedWhereAskedFor() {
        const std::vector<float> p(10, 0.8f), null(10, 0.2f), masked(10, 0.5f);
        Lambdas l = all(0.5, 3.0);
        l.logit = true;
        const auto f = debiased(p, null, masked, l);
        MIEN_VERIFY(f);
        // ln 4 − 0.5 · (−ln 4) − 3 · 0 = 1.5 ln 4 = ln 8
        for (std::size_t i = 0; i < 10; ++i)
            QVERIFY(std::abs((*f)[i] - (isNone(i) ? 0.8f : 8.0f / 9.0f)) < 1e-6f);
        const std::vector<float> ends{0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        const auto g = debiased(ends, ends, ends, l);
        MIEN_VERIFY(g);
        for (const float v : *g)
            QVERIFY(v >= 0.0f && v <= 1.0f);
    }
    void noneIsNeverTouched() {
        const auto p = probabilities(40, 7), null = probabilities(40, 8), masked = probabilities(40, 9);
        for (const bool logit : {false, true}) {
            Lambdas l = all(1.0, 1.0);
            l.logit = logit;
            const auto f = debiased(p, null, masked, l).value();
            for (std::size_t i = 0; i < p.size(); ++i) {
                if (isNone(i))
                    QCOMPARE(f[i], p[i]);
                QVERIFY(f[i] >= 0.0f && f[i] <= 1.0f);
            }
        }
    }
    void withoutACounterfactualItsWeightsDoNothing() {
        const auto p = probabilities(5, 1), null = probabilities(5, 2);
        QCOMPARE(debiased(p, null, {}, all(0.3, 0.9)).value(), debiased(p, null, {}, all(0.3, 0.0)).value());
        QCOMPARE(debiased(p, {}, null, all(0.0, 0.3)).value(),
                 debiased(p, null, null, all(0.0, 0.3)).value());
        QVERIFY(debiased({}, {}, {}, all(0.5, 0.5)).value().empty());
    }
    void nonsenseIsRefused_data() {
        QTest::addColumn<int>("predicted");
        QTest::addColumn<int>("null");
        QTest::addColumn<int>("masked");
        QTest::addColumn<double>("lambda");
        QTest::newRow("not whole samples") << 11 << 11 << 11 << 0.1;
        QTest::newRow("null too short") << 20 << 10 << 20 << 0.1;
        QTest::newRow("null absent but asked for") << 20 << 0 << 20 << 0.1;
        QTest::newRow("masked too long") << 20 << 20 << 30 << 0.1;
        QTest::newRow("negative") << 20 << 20 << 20 << -0.1;
        QTest::newRow("infinite") << 20 << 20 << 20 << std::numeric_limits<double>::infinity();
        QTest::newRow("no number") << 20 << 20 << 20 << std::numeric_limits<double>::quiet_NaN();
    }
    void nonsenseIsRefused() {
        QFETCH(int, predicted);
        QFETCH(int, null);
        QFETCH(int, masked);
        QFETCH(double, lambda);
        const auto of = [](int n) { return std::vector<float>(static_cast<std::size_t>(n), 0.5f); };
        const auto f = debiased(of(predicted), of(null), of(masked), all(lambda, 0.0));
        QVERIFY(!f);
        QCOMPARE(f.error().code, ErrorCode::InvalidArgument);
    }
};

MIEN_TEST(TestCounterfactual)

} // namespace tst_counterfactual

#include "tst_counterfactual.moc"
