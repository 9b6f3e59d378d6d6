// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/cpu/kernels.h"
#include "core/nn/cpu/stages.h"

namespace mien::nn::cpu {

/// The first graph layer as one product: all inputs of a frame (nodes × channels, as they lie in the batch)
/// times K[(m, c)][(n, o)] = C[n][m] W[c][o]. It computes more and moves less.
class DenseLayer {
public:
    DenseLayer(const Stage& stage, int nodes) : m_stage(stage), m_nodes(nodes) {}

    /// Makes K and the bias of every node, in `matrix` and `biases`, which keep their memory.
    void spread(const float* graph, const float* weights, const float* bias, Floats& matrix,
                Floats& biases) const;
    Product product(const float* inputs, int frames, const Floats& matrix, const Floats& biases, bool relu,
                    float* out) const;
    /// Adds dL/dW to `weightGradient`; `gradient`: dL/d(product); `matrix` is used for dL/dK.
    void back(const Kernels& kernels, const float* graph, const float* inputs, int frames,
              const float* gradient, Floats& matrix, float* weightGradient) const;

private:
    int inputs() const { return m_nodes * m_stage.depth; }
    int outputs() const { return m_nodes * m_stage.columns; }

    const Stage& m_stage;
    int m_nodes;
};

} // namespace mien::nn::cpu
