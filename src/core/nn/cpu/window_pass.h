// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/cpu/kernels.h"
#include "core/nn/cpu/stages.h"

#include <array>

namespace mien::nn::cpu {

/// Memory for one window at a time; of one thread.
struct Scratch {
    Floats activation, gathered, gradient, spread, transposedGraph, dense, denseBiases;
    /// A stage reads one while it writes the other.
    std::array<Floats, 2> padded;
};

/// The rows that a product reads.
struct Operand {
    const float* a = nullptr;
    std::ptrdiff_t aRow = 0, aTap = 0;
};

/// What happens to one window within one stage.
class WindowPass {
public:
    WindowPass(const Kernels& kernels, int nodes, int frames, Scratch& scratch)
        : m_kernels(kernels), m_nodes(nodes), m_frames(frames), m_scratch(scratch) {}

    int rows(const Stage& stage) const { return stage.graph ? m_frames * m_nodes : m_frames; }

    /// Where the activation that enters `stage` is to be written: frames (× nodes) × inColumns.
    float* entry(const Stage& stage);
    /// Puts it into the form that the stage's product reads: gathered along the graph, or pooled and with
    /// zeros before and behind.
    Operand operand(const Stage& stage, const float* graph);
    void product(const Stage& stage, const Operand& in, const float* weights, const float* bias, bool relu,
                 float* out) const;

    /// Where dL/d(product) is to be written: rows × columns, zeros before and behind added by `back`.
    float* gradientEntry(const Stage& stage);
    void outer(const Stage& stage, const Operand& in, float* weightGradient) const;
    /// dL/d(activation that entered), the size of entry(); call after operand() of the same stage.
    void back(const Stage& stage, const float* transposed, const float* graph, float* out);

private:
    int margin(const Stage& stage) const { return stage.taps > 1 ? stage.dilation : 0; }
    /// Room for frames + 2 margins, the margins zero; points behind the first.
    float* withMargins(Floats& buffer, int margin, int columns) const;
    Floats& padded(const Stage& stage) { return m_scratch.padded[stage.index % 2]; }
    void gather(const float* graph, const float* from, float* to, int columns) const;

    const Kernels& m_kernels;
    int m_nodes, m_frames;
    Scratch& m_scratch;
};

} // namespace mien::nn::cpu
