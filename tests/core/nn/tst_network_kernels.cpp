// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cpu/cpu_engine.h"
#include "core/nn/spotting_layout.h"
#include "support/verify.h"

#include "reference_network.h"

namespace tst_network_kernels {

using namespace mien;
using namespace mien::test;

namespace {

struct Outcome {
    std::vector<float> logits, gradient, statistics;
};

Outcome run(const nn::SpottingShape& shape, const nn::cpu::Kernels* kernels) {
    const auto layout = nn::layoutOf(shape);
    Rng rng(3);
    std::vector<float> parameters(layout.parameterCount), running(layout.runningCount);
    std::ranges::generate(parameters, [&] { return static_cast<float>(0.2 * rng.normal()); });
    std::ranges::generate(running, [&] { return static_cast<float>(rng.uniform(0.5, 1.0)); });
    const OwnedBatch data = randomBatch(shape, 6, 31, 0, 4);
    const auto engine = nn::cpu::makeEngine(shape, kernels);
    Outcome out;
    out.logits.resize(6 * 31 * 10);
    out.gradient.resize(parameters.size());
    out.statistics.resize(running.size());
    Rng weights(5);
    std::vector<float> slopes(out.logits.size());
    std::ranges::generate(slopes, [&] { return static_cast<float>(weights.normal()); });
    const auto lossGradient = [&](std::span<const float>, std::span<float> to) {
        std::ranges::copy(slopes, to.begin());
    };
    if (!engine->logits(parameters, running, data.batch(), out.logits) ||
        !engine->gradient(parameters, data.batch(), lossGradient, out.gradient, out.statistics))
        return {};
    return out;
}

double apart(const std::vector<float>& a, const std::vector<float>& b) {
    double most = 0.0, scale = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        most = std::max(most, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
        scale = std::max(scale, std::abs(static_cast<double>(b[i])));
    }
    return most / scale;
}

} // namespace

class TestNetworkKernels : public QObject {
    Q_OBJECT

private slots:
    void instructionSetsAgree_data() {
        QTest::addColumn<nn::SpottingShape>("shape");
        QTest::newRow("AUW-GCN") << nn::SpottingShape{12, 2, 1, 16, 64, false};
        QTest::newRow("Causal-Ex") << nn::SpottingShape{12, 2, 2, 16, 64, true};
        QTest::newRow("odd") << nn::SpottingShape{7, 3, 2, 21, 50, true};
        QTest::newRow("wide") << nn::SpottingShape{3, 1, 1, 40, 130, false};
    }
    void instructionSetsAgree() {
        QFETCH(nn::SpottingShape, shape);
        const auto sets = nn::cpu::availableKernels();
        QVERIFY(!sets.empty());
        const Outcome plain = run(shape, sets[0]);
        QVERIFY(!plain.logits.empty());
        std::optional<Outcome> fused;
        for (const auto* set : sets.subspan(1)) {
            const Outcome other = run(shape, set);
            QVERIFY2(apart(other.logits, plain.logits) < 1e-5, set->name);
            QVERIFY2(apart(other.gradient, plain.gradient) < 1e-4, set->name);
            QVERIFY2(apart(other.statistics, plain.statistics) < 1e-5, set->name);
            // Those with fused multiply-add sum in the same order: a training does not depend on the machine.
            if (fused) {
                QVERIFY2(other.logits == fused->logits, set->name);
                QVERIFY2(other.gradient == fused->gradient, set->name);
            }
            fused = other;
        }
    }
};

MIEN_TEST(TestNetworkKernels)

} // namespace tst_network_kernels

#include "tst_network_kernels.moc"
