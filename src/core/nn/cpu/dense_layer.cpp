// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cpu/dense_layer.h"

#include <algorithm>

namespace mien::nn::cpu {

void DenseLayer::spread(const float* graph, const float* weights, const float* bias, Floats& matrix,
                        Floats& biases) const {
    const int columns = m_stage.columns;
    matrix.resize(static_cast<std::size_t>(inputs() * outputs()));
    biases.resize(static_cast<std::size_t>(outputs()));
    float* to = matrix.data();
    for (int from = 0; from < m_nodes; ++from)
        for (int channel = 0; channel < m_stage.depth; ++channel)
            for (int node = 0; node < m_nodes; ++node, to += columns) {
                const float share = graph[node * m_nodes + from];
                const float* row = weights + channel * columns;
                for (int i = 0; i < columns; ++i)
                    to[i] = share * row[i];
            }
    for (int node = 0; node < m_nodes; ++node)
        std::copy_n(bias, columns, biases.data() + node * columns);
}

Product DenseLayer::product(const float* values, int frames, const Floats& matrix, const Floats& biases,
                            bool relu, float* out) const {
    return {values,        inputs(), 0,         1,      inputs(),  matrix.data(),
            biases.data(), out,      outputs(), frames, outputs(), relu};
}

void DenseLayer::back(const Kernels& kernels, const float* graph, const float* values, int frames,
                      const float* gradient, Floats& matrix, float* weightGradient) const {
    const int columns = m_stage.columns;
    matrix.assign(static_cast<std::size_t>(inputs() * outputs()), 0.0f);
    kernels.outer({values, inputs(), 0, 1, inputs(), gradient, outputs(), matrix.data(), frames, outputs()});
    const float* at = matrix.data();
    for (int from = 0; from < m_nodes; ++from)
        for (int channel = 0; channel < m_stage.depth; ++channel)
            for (int node = 0; node < m_nodes; ++node, at += columns) {
                const float share = graph[node * m_nodes + from];
                float* row = weightGradient + channel * columns;
                for (int i = 0; i < columns; ++i)
                    row[i] += share * at[i];
            }
}

} // namespace mien::nn::cpu
