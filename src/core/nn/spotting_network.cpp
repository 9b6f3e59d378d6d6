// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/spotting_network.h"

#include "core/base/guarded.h"
#include "core/base/rng.h"
#include "core/nn/adamw.h"
#include "core/nn/cpu/cpu_engine.h"
#include "core/nn/named_tensors.h"
#include "core/nn/spotting_engine.h"
#include "core/nn/spotting_loss.h"
#include "core/nn/window_checks.h"

#include <algorithm>
#include <cmath>

namespace mien::nn {
namespace {

constexpr float kMomentum = 0.1f; // of running means and variances, as PyTorch has it
constexpr const char* kFirst = "adam.first.";
constexpr const char* kSecond = "adam.second.";
constexpr const char* kSteps = "adam.steps";
constexpr float kMostSteps = 16777216.0f; // float32 counts exactly up to here

bool finite(std::span<const float> values) {
    return std::ranges::all_of(values, [](float v) { return std::isfinite(v); });
}

class Network final : public SpottingNetwork {
public:
    Network(const SpottingShape& shape, std::uint64_t seed, std::unique_ptr<SpottingEngine> engine)
        : m_shape(shape),
          m_layout(layoutOf(shape)),
          m_engine(std::move(engine)),
          m_parameters(m_layout.parameterCount),
          m_running(m_layout.runningCount) {
        draw(seed);
        m_moments.first.assign(m_parameters.size(), 0.0f);
        m_moments.second.assign(m_parameters.size(), 0.0f);
    }

    const SpottingShape& shape() const override { return m_shape; }
    void setThreads(int threads) override { m_engine->setThreads(threads); }

    Result<TensorMap> weights() const override {
        TensorMap out;
        nameTensors(m_layout.parameters, m_parameters, "", out);
        nameTensors(m_layout.running, m_running, "", out);
        return out;
    }

    Result<void> setWeights(const TensorMap& weights) override {
        auto parameters = m_parameters, running = m_running;
        if (auto taken = takeTensors(m_layout.parameters, weights, "", parameters); !taken)
            return taken;
        if (auto taken = takeTensors(m_layout.running, weights, "", running); !taken)
            return taken;
        if (auto known = nothingElse(weights, m_layout.parameters.size() + m_layout.running.size()); !known)
            return known;
        m_parameters.swap(parameters);
        m_running.swap(running);
        return {};
    }

    Result<TensorMap> optimiserState() const override {
        TensorMap out;
        nameTensors(m_layout.parameters, m_moments.first, kFirst, out);
        nameTensors(m_layout.parameters, m_moments.second, kSecond, out);
        out[kSteps] = {{}, {static_cast<float>(m_moments.steps)}};
        return out;
    }

    Result<void> setOptimiserState(const TensorMap& state) override {
        AdamMoments moments = m_moments;
        if (auto taken = takeTensors(m_layout.parameters, state, kFirst, moments.first); !taken)
            return taken;
        if (auto taken = takeTensors(m_layout.parameters, state, kSecond, moments.second, true); !taken)
            return taken;
        const std::vector<TensorSlot> counter{{kSteps, {}, 0, 1, false}};
        std::array<float, 1> steps{};
        if (auto taken = takeTensors(counter, state, "", steps, true); !taken)
            return taken;
        if (steps[0] > kMostSteps || steps[0] != std::floor(steps[0]))
            return fail(ErrorCode::InvalidArgument, "The optimiser's step count is not a count.");
        if (auto known = nothingElse(state, 2 * m_layout.parameters.size() + 1); !known)
            return known;
        moments.steps = static_cast<std::int64_t>(steps[0]);
        std::swap(m_moments, moments);
        return {};
    }

    Result<std::vector<float>> logits(const WindowBatch& batch) const override {
        return guarded("spotting network", [&]() -> Result<std::vector<float>> {
            if (auto fits = checkBatch(m_shape, batch); !fits)
                return Unexpected(fits.error());
            std::vector<float> out(framesOf(batch) * kSpottingOutputs);
            if (auto done = m_engine->logits(m_parameters, m_running, batch, out); !done)
                return Unexpected(done.error());
            return out;
        });
    }

    Result<double> loss(const WindowBatch& batch, const WindowLabels& labels,
                        const SpottingLoss& loss) const override {
        if (auto fits = checkLabels(batch, labels, loss); !fits)
            return Unexpected(fits.error());
        const auto values = logits(batch);
        if (!values)
            return Unexpected(values.error());
        return spottingLoss(loss, labels, batch.windows, batch.frames, *values, {});
    }

    Result<StepReport> step(const WindowBatch& batch, const WindowLabels& labels, const SpottingLoss& loss,
                            const AdamW& adam) override {
        return guarded("spotting network", [&]() -> Result<StepReport> {
            for (const auto& fits :
                 {checkBatch(m_shape, batch), checkLabels(batch, labels, loss), check(adam)})
                if (!fits)
                    return Unexpected(fits.error());
            StepReport report;
            std::vector<float> gradient(m_parameters.size()), statistics(m_running.size());
            const auto lossGradient = [&](std::span<const float> values, std::span<float> out) {
                report.loss = spottingLoss(loss, labels, batch.windows, batch.frames, values, out);
            };
            if (auto done = m_engine->gradient(m_parameters, batch, lossGradient, gradient, statistics);
                !done)
                return Unexpected(done.error());
            double squares = 0.0;
            for (const float g : gradient)
                squares += static_cast<double>(g) * static_cast<double>(g);
            report.gradientNorm = std::sqrt(squares);
            report.applied =
                std::isfinite(report.loss) && std::isfinite(report.gradientNorm) && finite(statistics);
            if (report.applied)
                report.applied = apply(adam, gradient, statistics, report.gradientNorm);
            return report;
        });
    }

private:
    /// False, with nothing changed, where a weight would not be finite any more.
    bool apply(const AdamW& adam, std::span<float> gradient, std::span<const float> statistics, double norm) {
        auto parameters = m_parameters;
        auto moments = m_moments;
        adamStep(adam, m_layout, parameters, gradient, norm, moments);
        if (!finite(parameters) || !finite(moments.second))
            return false;
        m_parameters.swap(parameters);
        std::swap(m_moments, moments);
        for (std::size_t i = 0; i < m_running.size(); ++i)
            m_running[i] += kMomentum * (statistics[i] - m_running[i]);
        return true;
    }

    Result<void> nothingElse(const TensorMap& tensors, std::size_t known) const {
        if (tensors.size() == known)
            return {};
        TensorMap expected = weights().value();
        expected.merge(optimiserState().value());
        for (const auto& [name, tensor] : tensors)
            if (!expected.contains(name))
                return fail(ErrorCode::InvalidArgument,
                            "These weights do not fit this network: it has no tensor " + name + ".");
        return fail(ErrorCode::InvalidArgument,
                    "Weights and optimiser state are mixed in one set of tensors.");
    }

    void draw(std::uint64_t seed) {
        Rng rng(seed);
        for (const auto& slot : m_layout.parameters) {
            const std::span<float> values(&m_parameters[slot.offset], slot.count);
            if (slot.name.ends_with("norm.weight"))
                std::ranges::fill(values, 1.0f);
            else if (slot.name.starts_with("graph.") && !slot.name.ends_with("norm.bias")) {
                const double bound = 1.0 / std::sqrt(static_cast<double>(m_shape.graphWidth));
                std::ranges::generate(values, [&] { return static_cast<float>(rng.uniform(-bound, bound)); });
            } else if (slot.decays) {
                const double fanIn = static_cast<double>(slot.count) / static_cast<double>(slot.shape[0]);
                std::ranges::generate(
                    values, [&] { return static_cast<float>(rng.normal() * std::sqrt(2.0 / fanIn)); });
            }
        }
        for (const auto& slot : m_layout.running)
            if (slot.name.ends_with("running_var"))
                std::fill_n(m_running.begin() + static_cast<std::ptrdiff_t>(slot.offset), slot.count, 1.0f);
    }

    SpottingShape m_shape;
    SpottingLayout m_layout;
    std::unique_ptr<SpottingEngine> m_engine;
    std::vector<float> m_parameters, m_running;
    AdamMoments m_moments;
};

} // namespace

Result<std::unique_ptr<SpottingNetwork>> SpottingNetwork::create(const SpottingShape& shape,
                                                                 std::uint64_t seed) {
    if (auto valid = shape.validate(); !valid)
        return Unexpected(valid.error());
    return std::make_unique<Network>(shape, seed, cpu::makeEngine(shape));
}

Result<std::unique_ptr<SpottingNetwork>> SpottingNetwork::create(const Runtime& runtime,
                                                                 const SpottingShape& shape,
                                                                 std::uint64_t seed,
                                                                 const std::string& device) {
    if (device == "cpu")
        return create(shape, seed);
    if (auto valid = shape.validate(); !valid)
        return Unexpected(valid.error());
    auto engine = makeTorchEngine(runtime, shape, device == "torch" ? "cpu" : device);
    if (!engine)
        return Unexpected(engine.error());
    return std::make_unique<Network>(shape, seed, std::move(*engine));
}

} // namespace mien::nn
