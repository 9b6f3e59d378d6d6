// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/runtime.h"
#include "support/verify.h"

#include "reference_network.h"

namespace tst_spotting_network {

using namespace mien;
using namespace mien::test;

namespace {

const nn::SpottingShape kAuwGcn{12, 2, 1, 16, 64, false};
const nn::SpottingShape kCausalEx{12, 2, 2, 16, 64, true};

} // namespace

/// Against an independent computation, for every engine there is.
class TestSpottingNetwork : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<nn::Runtime> m_runtime; ///< none where built without LibTorch

    std::unique_ptr<nn::SpottingNetwork> make(const nn::SpottingShape& shape, std::uint64_t seed,
                                              const std::string& device) {
        auto made = device == "cpu" ? nn::SpottingNetwork::create(shape, seed)
                                    : nn::SpottingNetwork::create(*m_runtime, shape, seed, device);
        if (!made) {
            qWarning("%s", made.error().sentence().c_str());
            return nullptr;
        }
        return std::move(*made);
    }

    std::vector<std::string> devices() const {
        return m_runtime ? std::vector<std::string>{"cpu", "torch"} : std::vector<std::string>{"cpu"};
    }

    /// Of the largest of each tensor's gradients, how much the two engines differ, after one step.
    std::map<std::string, double> gradientsApart(int windows, int frames, std::uint64_t seed) {
        nn::AdamW adam;
        adam.beta1 = 0.0;
        const OwnedBatch data = randomBatch(kCausalEx, windows, frames, 7, seed);
        std::vector<nn::TensorMap> gradients;
        for (const auto& device : devices()) {
            const auto network = make(kCausalEx, seed, device);
            if (!network || !network->step(data.batch(), data.labels(), {}, adam))
                return {};
            gradients.push_back(network->optimiserState().value());
        }
        std::map<std::string, double> apart;
        for (const auto& [name, tensor] : gradients[0]) {
            // The bias before a norm has none; LibTorch finds rounding noise.
            if (!name.starts_with("adam.first") || name.ends_with("0.bias") || name.ends_with("1.bias"))
                continue;
            double most = 0.0, worst = 0.0;
            for (std::size_t i = 0; i < tensor.values.size(); ++i) {
                const double other = static_cast<double>(gradients[1].at(name).values[i]);
                most = std::max(most, std::abs(other));
                worst = std::max(worst, std::abs(static_cast<double>(tensor.values[i]) - other));
            }
            apart[name] = worst / most;
        }
        return apart;
    }

private slots:
    void initTestCase() {
#ifdef MIEN_HAS_TORCH
        auto runtime = nn::Runtime::load();
        MIEN_VERIFY(runtime);
        m_runtime = std::move(*runtime);
        m_runtime->setThreads(1);
#endif
    }

    void logitsEqualPlainLoops_data() {
        QTest::addColumn<std::string>("device");
        QTest::addColumn<nn::SpottingShape>("shape");
        QTest::addColumn<int>("windows");
        QTest::addColumn<int>("frames");
        QTest::addColumn<bool>("later");
        for (const std::string& device : devices()) {
            QTest::addRow("%s, AUW-GCN", device.c_str()) << device << kAuwGcn << 2 << 30 << false;
            QTest::addRow("%s, Causal-Ex", device.c_str()) << device << kCausalEx << 2 << 30 << false;
            QTest::addRow("%s, the fixed prior in later layers", device.c_str())
                << device << kCausalEx << 3 << 17 << true;
            QTest::addRow("%s, more inputs than a dense layer takes", device.c_str())
                << device << nn::SpottingShape{20, 4, 2, 8, 16, true} << 2 << 11 << true;
            QTest::addRow("%s, odd sizes", device.c_str())
                << device << nn::SpottingShape{5, 3, 3, 7, 19, true} << 3 << 13 << true;
            QTest::addRow("%s, two frames", device.c_str()) << device << kCausalEx << 1 << 2 << false;
            QTest::addRow("%s, one node, width one", device.c_str())
                << device << nn::SpottingShape{1, 1, 1, 1, 1, false} << 2 << 5 << false;
        }
    }
    void logitsEqualPlainLoops() {
        QFETCH(std::string, device);
        QFETCH(nn::SpottingShape, shape);
        QFETCH(int, windows);
        QFETCH(int, frames);
        QFETCH(bool, later);
        const auto network = make(shape, 3, device);
        QVERIFY(network);
        scramble(*network, 4);
        const OwnedBatch data = randomBatch(shape, windows, frames, 0, 5, later);
        const auto found = network->logits(data.batch());
        MIEN_VERIFY(found);
        const auto expected = ReferenceNetwork(shape, network->weights().value()).logits(data, false);
        QCOMPARE(found->size(), static_cast<std::size_t>(expected.size()));
        const double scale = std::max(1.0, expected.cwiseAbs().maxCoeff());
        for (Eigen::Index row = 0; row < expected.rows(); ++row)
            for (Eigen::Index i = 0; i < expected.cols(); ++i) {
                const double value = static_cast<double>((*found)[static_cast<std::size_t>(row * 10 + i)]);
                QVERIFY2(std::abs(value - expected(row, i)) < 1e-5 * scale,
                         qPrintable(
                             QString("row %1: %2 instead of %3").arg(row).arg(value).arg(expected(row, i))));
            }
    }

    void aMissingDeviceIsOneSentence() {
        if (!m_runtime)
            QSKIP("built without LibTorch");
        for (const char* device : {"cuda:63", "nonsense", "cuda:-3", ""}) {
            const auto made = nn::SpottingNetwork::create(*m_runtime, kAuwGcn, 1, device);
            QVERIFY2(!made, device);
            QCOMPARE(made.error().code, ErrorCode::MissingDependency);
            QVERIFY(!made.error().message.empty());
        }
    }

    void theLossEqualsOneWrittenByHand_data() {
        QTest::addColumn<double>("gamma");
        for (const double gamma : {1.0, 2.0, 0.0})
            QTest::addRow("gamma %g", gamma) << gamma;
    }
    void theLossEqualsOneWrittenByHand() {
        QFETCH(double, gamma);
        const auto network = make(kAuwGcn, 1, "cpu");
        QVERIFY(network);
        OwnedBatch data = randomBatch(kAuwGcn, 2, 30, 7, 8);
        nn::SpottingLoss options;
        options.gamma = gamma;
        for (int counted = 0; counted < 2; ++counted) {
            const auto found = network->loss(data.batch(), data.labels(), options);
            MIEN_VERIFY(found);
            const auto logits = ReferenceNetwork(kAuwGcn, network->weights().value()).logits(data, false);
            const double expected = referenceLoss(logits, data, options);
            QVERIFY2(std::abs(*found - expected) < 2e-6 * std::abs(expected),
                     qPrintable(QString("%1 instead of %2").arg(*found).arg(expected)));
            data.counted.clear();
        }
    }

    /// The two engines round differently. Where rounding decides of no frame on which side of zero it is, or
    /// which of two neighbours is larger, the gradients agree to the last digits.
    void enginesAgreeOnShortBatches() {
        if (!m_runtime)
            QSKIP("built without LibTorch");
        std::vector<double> worst;
        for (std::uint64_t seed = 31; seed < 40; ++seed) {
            worst.push_back(0.0);
            const auto apart = gradientsApart(2, 40, seed);
            QVERIFY(!apart.empty());
            for (const auto& [name, difference] : apart)
                worst.back() = std::max(worst.back(), difference);
        }
        std::ranges::sort(worst);
        qInfo("gradients differ by %.1e in the median of the seeds, %.1e at most", worst[4], worst[8]);
        QVERIFY2(worst[4] < 2e-5, qPrintable(QString::number(worst[4])));
    }
    /// Among many frames it does decide of some, and one of them turns the small sums of the first layers by
    /// a thousandth and more. Behind the last decision sums over all frames agree.
    void enginesAgreeOnALongBatch() {
        if (!m_runtime)
            QSKIP("built without LibTorch");
        const auto apart = gradientsApart(24, 270, 31);
        QVERIFY(!apart.empty());
        for (const auto& [name, difference] : apart) {
            qInfo("%s %.1e", name.c_str(), difference);
            QVERIFY2(difference < (name == "adam.first.head.weight" ? 1e-4 : 0.1), name.c_str());
        }
    }

    /// With beta1 = 0 the optimiser's first moment is the gradient itself.
    void gradientsEqualFiniteDifferences_data() {
        QTest::addColumn<std::string>("device");
        QTest::addColumn<nn::SpottingShape>("shape");
        QTest::addColumn<bool>("later");
        QTest::addColumn<double>("gamma");
        for (const std::string& device : devices()) {
            QTest::addRow("%s, AUW-GCN, small", device.c_str())
                << device << nn::SpottingShape{4, 2, 1, 3, 5, false} << false << 1.0;
            QTest::addRow("%s, Causal-Ex, small", device.c_str())
                << device << nn::SpottingShape{3, 2, 2, 4, 5, true} << false << 1.0;
            QTest::addRow("%s, three layers", device.c_str())
                << device << nn::SpottingShape{3, 3, 3, 2, 4, true} << true << 2.0;
            QTest::addRow("%s, more inputs than a dense layer takes", device.c_str())
                << device << nn::SpottingShape{11, 6, 1, 3, 4, false} << false << 1.0;
            QTest::addRow("%s, wide", device.c_str())
                << device << nn::SpottingShape{2, 1, 2, 18, 20, true} << false << 1.0;
        }
    }
    void gradientsEqualFiniteDifferences() {
        QFETCH(std::string, device);
        QFETCH(nn::SpottingShape, shape);
        QFETCH(bool, later);
        QFETCH(double, gamma);
        const auto network = make(shape, 11, device);
        QVERIFY(network);
        scramble(*network, 12);
        const OwnedBatch data = randomBatch(shape, 5, 14, 3, 13, later);
        const auto before = network->weights().value();
        nn::SpottingLoss options;
        options.gamma = gamma;
        nn::AdamW adam;
        adam.beta1 = 0.0;
        const auto report = network->step(data.batch(), data.labels(), options, adam);
        MIEN_VERIFY(report);
        QVERIFY(report->applied);
        ReferenceNetwork reference(shape, before);
        const auto lossNow = [&] { return referenceLoss(reference.logits(data, true), data, options); };
        const double expectedLoss = lossNow();
        QVERIFY2(std::abs(report->loss - expectedLoss) < 1e-5 * expectedLoss, "the loss in training mode");
        double squares = 0.0;
        int checked = 0;
        const auto state = network->optimiserState().value();
        for (const auto& [name, moments] : state) {
            if (!name.starts_with("adam.first."))
                continue;
            const std::string weight = name.substr(11);
            for (std::size_t i = 0; i < moments.values.size(); ++i) {
                const double found = static_cast<double>(moments.values[i]);
                squares += found * found;
                if (moments.values.size() > 40 && i % 7 != 0)
                    continue;
                const double middle = static_cast<double>(before.at(weight).values[i]);
                reference.at(weight, i) = middle + 1e-6;
                double slope = lossNow();
                reference.at(weight, i) = middle - 1e-6;
                slope = (slope - lossNow()) / 2e-6;
                reference.at(weight, i) = middle;
                ++checked;
                QVERIFY2(std::abs(found - slope) < 1e-5 + 1e-4 * std::abs(slope),
                         qPrintable(QString("%1[%2]: %3 instead of %4")
                                        .arg(QString::fromStdString(weight))
                                        .arg(i)
                                        .arg(found)
                                        .arg(slope)));
            }
        }
        QVERIFY(checked > 50);
        QVERIFY(std::abs(std::sqrt(squares) - report->gradientNorm) < 1e-5 * report->gradientNorm);
    }
};

MIEN_TEST(TestSpottingNetwork)

} // namespace tst_spotting_network

#include "tst_spotting_network.moc"
