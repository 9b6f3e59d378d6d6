// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cpu/cpu_engine.h"

#include "core/base/guarded.h"
#include "core/base/parallel.h"
#include "core/nn/cpu/batch_norm.h"
#include "core/nn/cpu/dense_layer.h"
#include "core/nn/cpu/window_pass.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace mien::nn::cpu {
namespace {

/// Windows whose weight gradients are summed one after the other; part of the result, hence fixed.
constexpr int kGroup = 4;

/// Lends each thread memory that keeps its pages from stage to stage.
class ScratchPool {
public:
    class Loan {
    public:
        explicit Loan(ScratchPool& pool) : m_pool(pool), m_scratch(pool.take()) {}
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        ~Loan() {
            const std::lock_guard lock(m_pool.m_mutex);
            m_pool.m_free.push_back(std::move(m_scratch));
        }
        Scratch& operator*() const { return *m_scratch; }

    private:
        ScratchPool& m_pool;
        std::unique_ptr<Scratch> m_scratch;
    };

private:
    std::unique_ptr<Scratch> take() {
        const std::lock_guard lock(m_mutex);
        m_free.reserve(m_free.size() + 64); // so that giving back does not allocate
        if (m_free.empty())
            return std::make_unique<Scratch>();
        auto last = std::move(m_free.back());
        m_free.pop_back();
        return last;
    }
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Scratch>> m_free;
};

class Engine final : public SpottingEngine {
public:
    Engine(const SpottingShape& shape, const Kernels& kernels)
        : m_shape(shape),
          m_kernels(kernels),
          m_stages(stagesOf(shape)),
          m_packed(m_stages.back().packed + m_stages.back().packedCount()) {}

    void setThreads(int threads) override { m_job.threads = std::max(1, threads); }

    Result<void> logits(std::span<const float> parameters, std::span<const float> running,
                        const WindowBatch& batch, std::span<float> out) override {
        return guarded("spotting network", [&] {
            std::vector<Floats> weights, biases;
            fold(parameters, running, weights, biases);
            eachWindow(batch, [&](int window, int, Scratch& scratch) {
                WindowPass pass(m_kernels, m_shape.nodes, batch.frames, scratch);
                if (!m_stages.front().dense)
                    copyInputs(batch, window, pass);
                for (std::size_t s = 0; s + 1 < m_stages.size(); ++s)
                    stageProduct(s, batch, window, pass, scratch, weights[s].data(), biases[s].data(), true,
                                 [&] { return pass.entry(m_stages[s + 1]); });
                const Stage& head = m_stages.back();
                const Operand in = pass.operand(head, nullptr);
                float* wide = pass.gradientEntry(head);
                pass.product(head, in, weights.back().data(), nullptr, false, wide);
                float* to = out.data() + std::size_t{kSpottingOutputs} * static_cast<std::size_t>(window) *
                                             static_cast<std::size_t>(batch.frames);
                for (int frame = 0; frame < batch.frames; ++frame)
                    std::copy_n(wide + std::ptrdiff_t{frame} * head.columns, int{kSpottingOutputs},
                                to + std::ptrdiff_t{frame} * kSpottingOutputs);
            });
        });
    }

    Result<void> gradient(std::span<const float> parameters, const WindowBatch& batch,
                          const LossGradient& lossGradient, std::span<float> gradient,
                          std::span<float> statistics) override {
        return guarded("spotting network", [&] {
            std::ranges::fill(gradient, 0.0f); // the biases before norms have none
            prepare(parameters, batch);
            for (std::size_t s = 0; s < m_stages.size(); ++s)
                forward(s, batch, parameters, statistics);
            loss(batch, lossGradient);
            for (std::size_t s = m_stages.size(); s-- > 0;)
                backward(s, batch, parameters, gradient);
            Floats sum(m_packed.size(), 0.0f);
            for (const Floats& partial : m_partials)
                for (std::size_t i = 0; i < sum.size(); ++i)
                    sum[i] += partial[i];
            for (const Stage& stage : m_stages)
                unpack(stage, std::span<const float>(sum).subspan(stage.packed, stage.packedCount()),
                       gradient);
        });
    }

private:
    static int groupsOf(const WindowBatch& batch) { return (batch.windows + kGroup - 1) / kGroup; }

    template <class Body>
    void eachWindow(const WindowBatch& batch, const Body& body) {
        const auto group = [&](std::size_t index) {
            const ScratchPool::Loan scratch(m_scratch);
            const int first = static_cast<int>(index) * kGroup;
            for (int window = first; window < std::min(first + kGroup, batch.windows); ++window)
                body(window, static_cast<int>(index), *scratch);
        };
        const auto groups = static_cast<std::size_t>(groupsOf(batch));
        if (m_job.threads == 1 || groups == 1)
            for (std::size_t i = 0; i < groups; ++i)
                group(i);
        else
            parallelFor(groups, m_job, group);
    }

    const float* graphOf(const WindowBatch& batch, int window, std::size_t stage) const {
        const auto& all = stage > 0 && !batch.laterGraphs.empty() ? batch.laterGraphs : batch.graphs;
        return all.data() + static_cast<std::ptrdiff_t>(window) * m_shape.nodes * m_shape.nodes;
    }

    const float* inputsOf(const WindowBatch& batch, int window) const {
        return batch.inputs.data() +
               static_cast<std::ptrdiff_t>(window) * batch.frames * m_shape.nodes * m_shape.channels;
    }

    /// The product of a stage whose input has been entered; a dense one reads the batch itself.
    template <class Out>
    void stageProduct(std::size_t s, const WindowBatch& batch, int window, WindowPass& pass, Scratch& scratch,
                      const float* weights, const float* bias, bool relu, const Out& out) const {
        const Stage& stage = m_stages[s];
        if (stage.dense) {
            const DenseLayer dense(stage, m_shape.nodes);
            dense.spread(graphOf(batch, window, s), weights, bias, scratch.dense, scratch.denseBiases);
            m_kernels.product(dense.product(inputsOf(batch, window), batch.frames, scratch.dense,
                                            scratch.denseBiases, relu, out()));
            return;
        }
        const Operand in = pass.operand(stage, stage.graph ? graphOf(batch, window, s) : nullptr);
        pass.product(stage, in, weights, bias, relu, out());
    }

    /// The window's inputs, a node's padded to a multiple of 16.
    void copyInputs(const WindowBatch& batch, int window, WindowPass& pass) const {
        const Stage& stage = m_stages.front();
        float* to = pass.entry(stage);
        const float* from = inputsOf(batch, window);
        for (int row = 0; row < pass.rows(stage); ++row, from += stage.depth, to += stage.inColumns) {
            std::copy_n(from, stage.depth, to);
            std::fill(to + stage.depth, to + stage.inColumns, 0.0f);
        }
    }

    /// The running statistics drawn into weights and bias: y = max(0, W' x + b').
    void fold(std::span<const float> parameters, std::span<const float> running, std::vector<Floats>& weights,
              std::vector<Floats>& biases) const {
        for (const Stage& stage : m_stages) {
            const auto columns = static_cast<std::size_t>(stage.columns);
            Floats& packed = weights.emplace_back(stage.packedCount(), 0.0f);
            Floats& bias = biases.emplace_back(columns, 0.0f);
            pack(stage, parameters, packed);
            if (!stage.normed)
                continue;
            for (std::size_t i = 0; i < static_cast<std::size_t>(stage.width); ++i) {
                const double factor =
                    static_cast<double>(parameters[stage.scale + i]) /
                    std::sqrt(static_cast<double>(running[stage.variance + i]) + kNormEpsilon);
                const double before = stage.graph ? static_cast<double>(parameters[stage.bias + i]) : 0.0;
                bias[i] =
                    static_cast<float>(static_cast<double>(parameters[stage.shift + i]) +
                                       (before - static_cast<double>(running[stage.mean + i])) * factor);
                for (std::size_t at = i; at < packed.size(); at += columns)
                    packed[at] = static_cast<float>(static_cast<double>(packed[at]) * factor);
            }
        }
    }

    std::size_t area(std::size_t stage, int frames) const {
        return static_cast<std::size_t>(frames) *
               static_cast<std::size_t>(m_stages[stage].columns *
                                        (m_stages[stage].graph ? m_shape.nodes : 1));
    }

    /// Packs the weights and makes room for what the way back needs.
    void prepare(std::span<const float> parameters, const WindowBatch& batch) {
        const auto windows = static_cast<std::size_t>(batch.windows);
        m_products.resize(m_stages.size());
        m_gradients.resize(m_stages.size());
        m_transposed.resize(m_stages.size());
        m_norms.resize(m_stages.size());
        m_biases.resize(m_stages.size());
        for (std::size_t s = 0; s < m_stages.size(); ++s) {
            const Stage& stage = m_stages[s];
            const auto packed = std::span(m_packed).subspan(stage.packed, stage.packedCount());
            pack(stage, parameters, packed);
            packTransposed(stage, packed, m_transposed[s]);
            m_products[s].resize(windows * area(s, batch.frames));
            m_gradients[s].resize(windows * area(s, batch.frames));
            m_biases[s].assign(static_cast<std::size_t>(stage.columns), 0.0f);
            if (stage.graph)
                std::copy_n(parameters.begin() + static_cast<std::ptrdiff_t>(stage.bias), stage.width,
                            m_biases[s].begin());
        }
        m_partials.resize(static_cast<std::size_t>(groupsOf(batch)));
        for (Floats& partial : m_partials)
            partial.assign(m_packed.size(), 0.0f);
    }

    float* ofWindow(std::vector<Floats>& all, std::size_t stage, int window, int frames) const {
        return all[stage].data() + static_cast<std::size_t>(window) * area(stage, frames);
    }

    /// Makes the activation that enters a stage again, from the product before.
    void enter(std::size_t s, const WindowBatch& batch, int window, WindowPass& pass) {
        if (s == 0) {
            if (!m_stages[s].dense)
                copyInputs(batch, window, pass);
            return;
        }
        const Stage& before = m_stages[s - 1];
        m_kernels.activate(ofWindow(m_products, s - 1, window, batch.frames), m_norms[s - 1].scale.data(),
                           m_norms[s - 1].shift.data(), pass.entry(m_stages[s]), pass.rows(before),
                           before.columns);
    }

    void forward(std::size_t s, const WindowBatch& batch, std::span<const float> parameters,
                 std::span<float> statistics) {
        const Stage& stage = m_stages[s];
        std::vector<Moments> moments(static_cast<std::size_t>(batch.windows));
        eachWindow(batch, [&](int window, int, Scratch& scratch) {
            WindowPass pass(m_kernels, m_shape.nodes, batch.frames, scratch);
            float* z = ofWindow(m_products, s, window, batch.frames);
            enter(s, batch, window, pass);
            stageProduct(s, batch, window, pass, scratch, m_packed.data() + stage.packed, m_biases[s].data(),
                         false, [&] { return z; });
            if (stage.normed)
                moments[static_cast<std::size_t>(window)] =
                    momentsOf(m_kernels, z, pass.rows(stage), stage.columns);
        });
        if (!stage.normed)
            return;
        Moments all;
        for (const Moments& one : moments)
            merge(all, one);
        m_norms[s].forward(stage, all, parameters, statistics);
    }

    void loss(const WindowBatch& batch, const LossGradient& lossGradient) {
        const std::size_t rows =
            static_cast<std::size_t>(batch.windows) * static_cast<std::size_t>(batch.frames);
        const auto columns = static_cast<std::size_t>(m_stages.back().columns);
        m_logits.resize(rows * kSpottingOutputs);
        m_logitGradient.assign(rows * kSpottingOutputs, 0.0f);
        for (std::size_t row = 0; row < rows; ++row)
            std::copy_n(m_products.back().data() + row * columns, int{kSpottingOutputs},
                        m_logits.data() + row * kSpottingOutputs);
        lossGradient(m_logits, m_logitGradient);
        for (std::size_t row = 0; row < rows; ++row) {
            float* to = m_gradients.back().data() + row * columns;
            std::copy_n(m_logitGradient.data() + row * kSpottingOutputs, int{kSpottingOutputs}, to);
            std::fill(to + kSpottingOutputs, to + columns, 0.0f);
        }
    }

    void backward(std::size_t s, const WindowBatch& batch, std::span<const float> parameters,
                  std::span<float> gradient) {
        const Stage& stage = m_stages[s];
        const BatchNorm& norm = m_norms[s];
        std::vector<GradientSums> sums(static_cast<std::size_t>(batch.windows));
        eachWindow(batch, [&](int window, int group, Scratch& scratch) {
            WindowPass pass(m_kernels, m_shape.nodes, batch.frames, scratch);
            float* dz = pass.gradientEntry(stage);
            const float* g = ofWindow(m_gradients, s, window, batch.frames);
            if (stage.normed)
                m_kernels.combine(g, ofWindow(m_products, s, window, batch.frames), norm.p.data(),
                                  norm.q.data(), norm.r.data(), dz, pass.rows(stage), stage.columns);
            else
                std::copy_n(g, area(s, batch.frames), dz);
            float* weightGradient = m_partials[static_cast<std::size_t>(group)].data() + stage.packed;
            const float* graph = stage.graph ? graphOf(batch, window, s) : nullptr;
            if (stage.dense) {
                DenseLayer(stage, m_shape.nodes)
                    .back(m_kernels, graph, inputsOf(batch, window), batch.frames, dz, scratch.dense,
                          weightGradient);
                return;
            }
            enter(s, batch, window, pass);
            pass.outer(stage, pass.operand(stage, graph), weightGradient);
            if (s == 0)
                return;
            const Stage& before = m_stages[s - 1];
            float* out = ofWindow(m_gradients, s - 1, window, batch.frames);
            pass.back(stage, m_transposed[s].data(), graph, out);
            sums[static_cast<std::size_t>(window)] =
                maskGradient(m_kernels, m_norms[s - 1], ofWindow(m_products, s - 1, window, batch.frames),
                             out, pass.rows(before), before.columns);
        });
        if (s == 0)
            return;
        GradientSums all;
        for (const GradientSums& one : sums)
            merge(all, one);
        m_norms[s - 1].backward(m_stages[s - 1], all, parameters, gradient);
    }

    SpottingShape m_shape;
    const Kernels& m_kernels;
    std::vector<Stage> m_stages;
    JobContext m_job{{}, {}, 1};
    ScratchPool m_scratch;
    Floats m_packed;
    std::vector<Floats> m_products, m_gradients, m_transposed, m_biases, m_partials; ///< by stage; by group
    std::vector<BatchNorm> m_norms;
    std::vector<float> m_logits, m_logitGradient;
};

} // namespace

std::unique_ptr<SpottingEngine> makeEngine(const SpottingShape& shape, const Kernels* kernels) {
    return std::make_unique<Engine>(shape, kernels ? *kernels : *availableKernels().back());
}

} // namespace mien::nn::cpu
