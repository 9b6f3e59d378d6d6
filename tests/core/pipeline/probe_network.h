// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/nn/spotting_network.h"

#include <cmath>

namespace mien::test {

/// A small network of plain loops: what it says of a frame depends on the 7 frames on both sides, nothing
/// beyond, on the graphs, and on every input.
class ProbeNetwork final : public nn::SpottingNetwork {
public:
    explicit ProbeNetwork(int channels, std::uint64_t seed = 1) {
        m_shape.channels = channels;
        Rng rng(seed);
        m_in.resize(static_cast<std::size_t>(12 * channels));
        for (double& w : m_in)
            w = rng.normal();
        m_out.resize(15 * 10);
        for (double& w : m_out)
            w = 0.5 * rng.normal();
    }

    const nn::SpottingShape& shape() const override { return m_shape; }
    void setThreads(int) override {}
    Result<nn::TensorMap> weights() const override { return nn::TensorMap{}; }
    Result<void> setWeights(const nn::TensorMap&) override { return {}; }
    Result<nn::TensorMap> optimiserState() const override { return nn::TensorMap{}; }
    Result<void> setOptimiserState(const nn::TensorMap&) override { return {}; }
    Result<double> loss(const nn::WindowBatch&, const nn::WindowLabels&,
                        const nn::SpottingLoss&) const override {
        return 0.0;
    }
    Result<nn::StepReport> step(const nn::WindowBatch&, const nn::WindowLabels&, const nn::SpottingLoss&,
                                const nn::AdamW&) override {
        return nn::StepReport{};
    }

    Result<std::vector<float>> logits(const nn::WindowBatch& batch) const override {
        largest = std::max(largest, batch.frames);
        ++calls;
        graphs.assign(batch.graphs.begin(), batch.graphs.begin() + 144);
        laterGraphs.assign(batch.laterGraphs.begin(),
                           batch.laterGraphs.begin() + (batch.laterGraphs.empty() ? 0 : 144));
        const auto frames = static_cast<std::size_t>(batch.frames);
        std::vector<float> out(static_cast<std::size_t>(batch.windows) * frames * 10);
        for (std::size_t w = 0; w < static_cast<std::size_t>(batch.windows); ++w) {
            std::vector<double> hidden(frames);
            for (std::size_t t = 0; t < frames; ++t)
                hidden[t] = std::tanh(gathered(batch, w, w * frames + t));
            for (std::size_t t = 0; t < frames; ++t)
                for (std::size_t k = 0; k < 10; ++k) {
                    double sum = 0.0;
                    for (std::size_t d = 0; d < 15; ++d)
                        if (t + d >= 7 && t + d - 7 < frames)
                            sum += m_out[d * 10 + k] * hidden[t + d - 7];
                    out[(w * frames + t) * 10 + k] = static_cast<float>(sum);
                }
        }
        return out;
    }

    mutable int largest = 0, calls = 0;
    mutable std::vector<float> graphs, laterGraphs; ///< of the last call

private:
    double gathered(const nn::WindowBatch& batch, std::size_t window, std::size_t t) const {
        const auto channels = static_cast<std::size_t>(m_shape.channels);
        double sum = 0.1;
        for (std::size_t i = 0; i < 12; ++i)
            for (std::size_t j = 0; j < 12; ++j)
                for (std::size_t c = 0; c < channels; ++c)
                    sum += static_cast<double>(batch.graphs[window * 144 + i * 12 + j]) *
                           static_cast<double>(batch.inputs[(t * 12 + j) * channels + c]) *
                           m_in[i * channels + c];
        return sum;
    }

    nn::SpottingShape m_shape;
    std::vector<double> m_in, m_out;
};

} // namespace mien::test
