// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/safetensors.h"
#include "support/verify.h"

#include "reference_network.h"

#include <limits>

namespace tst_network_training {

using namespace mien;
using namespace mien::test;

namespace {

const nn::SpottingShape kAuwGcn{12, 2, 1, 16, 64, false};
const nn::SpottingShape kSmall{4, 2, 2, 5, 9, true};
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

std::unique_ptr<nn::SpottingNetwork> make(const nn::SpottingShape& shape, std::uint64_t seed) {
    return std::move(*nn::SpottingNetwork::create(shape, seed));
}

/// Everything that a later step depends on.
nn::TensorMap stateOf(const nn::SpottingNetwork& network) {
    auto state = network.weights().value();
    state.merge(network.optimiserState().value());
    return state;
}

std::vector<float> logits(const nn::SpottingNetwork& network, const OwnedBatch& data) {
    return network.logits(data.batch()).value();
}

} // namespace

/// What a training relies on.
class TestNetworkTraining : public QObject {
    Q_OBJECT

private slots:
    void parametersAreCounted() {
        QCOMPARE(kAuwGcn.parameters(), 39248);
        QCOMPARE((nn::SpottingShape{}.parameters()), 39248 + 16 * 16 + 3 * 16);
        std::int64_t count = 0;
        const auto weights = make(kAuwGcn, 1)->weights().value();
        for (const auto& [name, tensor] : weights)
            if (name.find("running") == name.npos)
                count += static_cast<std::int64_t>(tensor.values.size());
        QCOMPARE(count, kAuwGcn.parameters());
        QVERIFY(weights.at("graph.0.weight").shape == (std::vector<std::int64_t>{2, 16}));
        QVERIFY(weights.at("temporal.0.weight").shape == (std::vector<std::int64_t>{64, 192, 1}));
        QVERIFY(weights.at("temporal.2.weight").shape == (std::vector<std::int64_t>{64, 64, 3}));
        QVERIFY(weights.at("head.weight").shape == (std::vector<std::int64_t>{10, 64, 3}));
    }

    void onlyTheReceptiveFieldMatters_data() {
        QTest::addColumn<bool>("pooling");
        QTest::addColumn<int>("field");
        QTest::newRow("AUW-GCN") << false << 11;
        QTest::newRow("with pooling") << true << 15;
    }
    void onlyTheReceptiveFieldMatters() {
        QFETCH(bool, pooling);
        QFETCH(int, field);
        const nn::SpottingShape shape{12, 2, 2, 16, 64, pooling};
        QCOMPARE(shape.receptiveField(), field);
        const auto network = make(shape, 2);
        scramble(*network, 3);
        OwnedBatch data = randomBatch(shape, 1, 41, 0, 4);
        const auto before = logits(*network, data);
        int first = 41, last = -1;
        for (const float push : {3.0f, -6.0f}) { // max-pooling hides a change of one sign
            for (std::size_t i = 0; i < 24; ++i)
                data.inputs[20 * 24 + i] += push;
            const auto after = logits(*network, data);
            for (int frame = 0; frame < 41; ++frame)
                for (int i = 0; i < 10; ++i)
                    if (const auto at = static_cast<std::size_t>(frame * 10 + i); before[at] != after[at]) {
                        first = std::min(first, frame);
                        last = std::max(last, frame);
                    }
        }
        QCOMPARE(first, 20 - field / 2);
        QCOMPARE(last, 20 + field / 2);
    }

    void firstWeightsAreDrawnAsAuwGcnDoes() {
        const auto weights = make(kAuwGcn, 5)->weights().value();
        for (const char* name : {"graph.0.weight", "graph.0.bias"})
            for (const float v : weights.at(name).values)
                QVERIFY(std::abs(v) <= 0.25f && v != 0.0f);
        const auto& kernel = weights.at("temporal.1.weight").values;
        double squares = 0.0;
        for (const float v : kernel)
            squares += static_cast<double>(v) * static_cast<double>(v);
        const double deviation = std::sqrt(squares / static_cast<double>(kernel.size()));
        QVERIFY(std::abs(deviation / std::sqrt(2.0 / 192.0) - 1.0) < 0.03);
        QVERIFY(stateOf(*make(kAuwGcn, 5)) == stateOf(*make(kAuwGcn, 5)));
        QVERIFY(make(kAuwGcn, 5)->weights().value() != make(kAuwGcn, 6)->weights().value());
    }

    void aStepOfAdamWEqualsOneByHand() {
        const auto network = make(kSmall, 7);
        const OwnedBatch data = randomBatch(kSmall, 3, 20, 2, 8);
        nn::AdamW adam{0.02, 0.1, 0.9, 0.99, 1e-6, 0.05};
        std::map<std::string, std::vector<double>> m, v;
        for (int step = 1; step <= 3; ++step) {
            const auto before = network->weights().value();
            const auto oldState = network->optimiserState().value();
            const auto report = network->step(data.batch(), data.labels(), {}, adam);
            MIEN_VERIFY(report);
            QVERIFY(report->gradientNorm > adam.clipNorm);
            const auto after = network->weights().value();
            const auto state = network->optimiserState().value();
            QCOMPARE(state.at("adam.steps").values[0], static_cast<float>(step));
            double clipped = 0.0;
            for (const auto& [name, tensor] : before) {
                if (name.find("running") != name.npos)
                    continue;
                const bool decays = name.ends_with("weight") && name.find("norm") == name.npos;
                for (std::size_t i = 0; i < tensor.values.size(); ++i) {
                    const auto number = [&](const nn::TensorMap& map, const std::string& key) {
                        return static_cast<double>(map.at(key).values[i]);
                    };
                    const double first = number(state, "adam.first." + name);
                    const double g = (first - 0.9 * number(oldState, "adam.first." + name)) / 0.1;
                    clipped += g * g;
                    const double second = 0.99 * number(oldState, "adam.second." + name) + 0.01 * g * g;
                    QVERIFY(std::abs(second - number(state, "adam.second." + name)) < 1e-5 * second + 1e-9);
                    const double expected =
                        number(before, name) * (decays ? 1.0 - 0.02 * 0.1 : 1.0) -
                        0.02 * (first / (1.0 - std::pow(0.9, step))) /
                            (std::sqrt(number(state, "adam.second." + name) / (1.0 - std::pow(0.99, step))) +
                             1e-6);
                    QVERIFY2(std::abs(number(after, name) - expected) < 1e-6, name.c_str());
                }
            }
            QVERIFY(std::abs(std::sqrt(clipped) - adam.clipNorm) < 1e-4);
        }
    }

    void runningStatisticsFollowTheBatches() {
        const auto network = make(kSmall, 9);
        const auto before = network->weights().value();
        const OwnedBatch data = randomBatch(kSmall, 3, 20, 2, 10);
        MIEN_VERIFY(network->step(data.batch(), data.labels(), {}, {}));
        // The first norm's batch by hand: C X W + b over windows, frames and nodes.
        const auto &weight = before.at("graph.0.weight").values, &bias = before.at("graph.0.bias").values;
        for (std::size_t out = 0; out < 5; ++out) {
            std::vector<double> values;
            for (std::size_t frame = 0; frame < 60; ++frame)
                for (std::size_t node = 0; node < 4; ++node) {
                    double sum = static_cast<double>(bias[out]);
                    for (std::size_t from = 0; from < 4; ++from)
                        for (std::size_t in = 0; in < 2; ++in)
                            sum += static_cast<double>(data.graphs[(frame / 20 * 4 + node) * 4 + from] *
                                                       data.inputs[(frame * 4 + from) * 2 + in] *
                                                       weight[in * 5 + out]);
                    values.push_back(sum);
                }
            double mean = 0.0, variance = 0.0;
            for (const double value : values)
                mean += value / 240.0;
            for (const double value : values)
                variance += (value - mean) * (value - mean) / 239.0;
            const auto after = network->weights().value();
            QVERIFY(std::abs(static_cast<double>(after.at("graph.0.norm.running_mean").values[out]) -
                             0.1 * mean) < 1e-6);
            QVERIFY(std::abs(static_cast<double>(after.at("graph.0.norm.running_var").values[out]) - 0.9 -
                             0.1 * variance) < 1e-6);
        }
    }

    void trainingIsTheSameWithAnyNumberOfThreads() {
        const auto one = make(kSmall, 11), four = make(kSmall, 11);
        four->setThreads(4);
        const OwnedBatch data = randomBatch(kSmall, 19, 24, 2, 12);
        for (int i = 0; i < 5; ++i) {
            const auto a = one->step(data.batch(), data.labels(), {}, {});
            const auto b = four->step(data.batch(), data.labels(), {}, {});
            MIEN_VERIFY(a);
            QCOMPARE(a->loss, b->loss);
        }
        QVERIFY(stateOf(*one) == stateOf(*four));
        QVERIFY(logits(*one, data) == logits(*four, data));
    }

    void aResumedTrainingEndsBitForBitAlike() {
        const auto whole = make(kSmall, 13);
        const auto run = [](nn::SpottingNetwork& network, int from, int to) {
            for (int i = from; i < to; ++i) {
                const OwnedBatch data = randomBatch(kSmall, 4 + i % 3, 24, 2, 100 + static_cast<unsigned>(i));
                QVERIFY(network.step(data.batch(), data.labels(), {}, {}).has_value());
            }
        };
        run(*whole, 0, 5);
        const auto weights = nn::parseSafetensors(nn::safetensorsBytes({whole->weights().value(), {}}), "a");
        const auto optimiser =
            nn::parseSafetensors(nn::safetensorsBytes({whole->optimiserState().value(), {}}), "b");
        run(*whole, 5, 12);
        const auto resumed = make(kSmall, 99);
        const OwnedBatch other = randomBatch(kSmall, 9, 30, 2, 5); // leaves traces, were there any
        MIEN_VERIFY(resumed->step(other.batch(), other.labels(), {}, {}));
        MIEN_VERIFY(resumed->setWeights(weights->tensors));
        MIEN_VERIFY(resumed->setOptimiserState(optimiser->tensors));
        run(*resumed, 5, 12);
        QVERIFY(stateOf(*resumed) == stateOf(*whole));
    }

    void weightsThatDoNotFitChangeNothing_data() {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing") << "missing"
                                 << "temporal.1.weight is missing";
        QTest::newRow("unknown") << "unknown"
                                 << "it has no tensor surplus";
        QTest::newRow("shape") << "shape"
                               << "head.weight is 3×9×10 and should be 10×9×3";
        QTest::newRow("too few numbers") << "short"
                                         << "head.weight";
        QTest::newRow("NaN") << "nan"
                             << "graph.0.bias holds numbers that are not finite";
        QTest::newRow("infinite") << "infinite"
                                  << "graph.0.bias holds numbers that are not finite";
        QTest::newRow("negative variance") << "negative"
                                           << "temporal.2.norm.running_var holds negative numbers";
        QTest::newRow("optimiser state beside") << "mixed"
                                                << "mixed";
    }
    void weightsThatDoNotFitChangeNothing() {
        QFETCH(QString, damage);
        QFETCH(QString, says);
        const auto network = make(kSmall, 15);
        const auto before = stateOf(*network);
        auto weights = make(kSmall, 16)->weights().value();
        if (damage == "missing")
            weights.erase("temporal.1.weight");
        else if (damage == "unknown")
            weights["surplus"] = {{1}, {1.0f}};
        else if (damage == "shape")
            weights["head.weight"].shape = {3, 9, 10};
        else if (damage == "short")
            weights["head.weight"].values.pop_back();
        else if (damage == "nan")
            weights["graph.0.bias"].values[1] = kNan;
        else if (damage == "infinite")
            weights["graph.0.bias"].values[1] = std::numeric_limits<float>::infinity();
        else if (damage == "negative")
            weights["temporal.2.norm.running_var"].values[0] = -1.0f;
        else
            weights.merge(network->optimiserState().value());
        const auto taken = network->setWeights(weights);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::InvalidArgument);
        const auto sentence = QString::fromStdString(taken.error().sentence());
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
        QVERIFY(stateOf(*network) == before);
    }

    void anOptimiserStateThatDoesNotFitChangesNothing() {
        const auto network = make(kSmall, 17);
        const auto before = stateOf(*network);
        const auto good = network->optimiserState().value();
        for (const auto& [name, value] :
             std::vector<std::pair<std::string, float>>{{"adam.steps", -1.0f},
                                                        {"adam.steps", 1.5f},
                                                        {"adam.steps", 1e9f},
                                                        {"adam.steps", kNan},
                                                        {"adam.second.head.weight", -1e-3f},
                                                        {"adam.first.head.weight", kNan}}) {
            auto state = good;
            state[name].values[0] = value;
            QVERIFY2(!network->setOptimiserState(state), name.c_str());
        }
        QVERIFY(!network->setOptimiserState(network->weights().value()));
        QVERIFY(stateOf(*network) == before);
        MIEN_VERIFY(network->setOptimiserState(good));
    }

    void aStepWithNanChangesNothing() {
        const auto network = make(kSmall, 18);
        OwnedBatch data = randomBatch(kSmall, 4, 24, 2, 19);
        MIEN_VERIFY(network->step(data.batch(), data.labels(), {}, {}));
        const auto before = stateOf(*network);
        for (const float bad : {kNan, std::numeric_limits<float>::infinity()}) {
            auto broken = data;
            broken.inputs[77] = bad;
            const auto report = network->step(broken.batch(), broken.labels(), {}, {});
            MIEN_VERIFY(report);
            QVERIFY(!report->applied);
            QVERIFY(stateOf(*network) == before);
        }
        nn::AdamW far;
        far.learningRate = 1e38;
        far.weightDecay = 10.0;
        const auto report = network->step(data.batch(), data.labels(), {}, far);
        MIEN_VERIFY(report);
        QVERIFY(!report->applied);
        QVERIFY(stateOf(*network) == before);
        MIEN_VERIFY(network->step(data.batch(), data.labels(), {}, {}));
        QVERIFY(stateOf(*network) != before);
    }

    void wrongBatchesAreOneSentence() {
        const auto network = make(kSmall, 20);
        const OwnedBatch good = randomBatch(kSmall, 3, 20, 2, 21);
        const auto refused = [&](auto change) {
            OwnedBatch data = good;
            change(data);
            const auto report = network->step(data.batch(), data.labels(), {}, {});
            return !report && report.error().code == ErrorCode::InvalidArgument &&
                   !report.error().message.empty();
        };
        QVERIFY(refused([](OwnedBatch& d) { d.inputs.pop_back(); }));
        QVERIFY(refused([](OwnedBatch& d) { d.graphs.push_back(0.0f); }));
        QVERIFY(refused([](OwnedBatch& d) { d.laterGraphs.push_back(0.0f); }));
        QVERIFY(refused([](OwnedBatch& d) { d.windows = 0; }));
        QVERIFY(refused([](OwnedBatch& d) { d.frames = -20; }));
        QVERIFY(refused([](OwnedBatch& d) { d.context = 10; }));
        QVERIFY(refused([](OwnedBatch& d) { d.context = -1; }));
        QVERIFY(refused([](OwnedBatch& d) { d.microEdge[3] = 3; }));
        QVERIFY(refused([](OwnedBatch& d) { d.macroApex[3] = 1.5f; }));
        QVERIFY(refused([](OwnedBatch& d) { d.microApex[3] = kNan; }));
        QVERIFY(refused([](OwnedBatch& d) { d.macroAction.pop_back(); }));
        QVERIFY(refused([](OwnedBatch& d) { d.counted.pop_back(); }));
        QVERIFY(refused([](OwnedBatch& d) { std::ranges::fill(d.counted, std::uint8_t{0}); }));
        nn::AdamW adam;
        adam.beta1 = 1.0;
        QVERIFY(!network->step(good.batch(), good.labels(), {}, adam));
        nn::SpottingLoss loss;
        loss.apexAlpha = 1.5;
        QVERIFY(!network->loss(good.batch(), good.labels(), loss));
        QVERIFY(!nn::SpottingNetwork::create(nn::SpottingShape{12, 2, 0, 16, 64, true}, 1));
        QVERIFY(!nn::SpottingNetwork::create(nn::SpottingShape{12, 2, 1, 16, 5000, true}, 1));
    }

    void evaluatingChangesNothing() {
        const auto network = make(kSmall, 22);
        const OwnedBatch data = randomBatch(kSmall, 5, 20, 2, 23);
        const auto before = stateOf(*network);
        const auto all = logits(*network, data);
        MIEN_VERIFY(network->loss(data.batch(), data.labels(), {}));
        QVERIFY(stateOf(*network) == before);
        // Windows do not know of one another.
        OwnedBatch last = data;
        last.windows = 1;
        last.inputs.erase(last.inputs.begin(), last.inputs.end() - 20 * 4 * 2);
        last.graphs.erase(last.graphs.begin(), last.graphs.end() - 4 * 4);
        QVERIFY(logits(*network, last) == std::vector<float>(all.end() - 200, all.end()));
    }

    void fourWindowsAreLearntByHeart() {
        const auto network = make(kAuwGcn, 24);
        const OwnedBatch data = randomBatch(kAuwGcn, 4, 64, 7, 25);
        const double before = network->loss(data.batch(), data.labels(), {}).value();
        nn::AdamW adam;
        double last = 0.0;
        for (int i = 0; i < 300; ++i) {
            adam.learningRate = 0.01 * std::pow(0.99, i);
            last = network->step(data.batch(), data.labels(), {}, adam)->loss;
        }
        QVERIFY2(last < 0.25 * before, qPrintable(QString("%1 → %2").arg(before).arg(last)));
        QVERIFY(network->loss(data.batch(), data.labels(), {}).value() < 0.4 * before);
    }
};

MIEN_TEST(TestNetworkTraining)

} // namespace tst_network_training

#include "tst_network_training.moc"
