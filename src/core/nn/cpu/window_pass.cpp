// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cpu/window_pass.h"

#include <algorithm>

namespace mien::nn::cpu {
namespace {

float* room(Floats& buffer, std::size_t count) {
    if (buffer.size() < count)
        buffer.resize(count);
    return buffer.data();
}

std::size_t area(int rows, int columns) {
    return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
}

} // namespace

float* WindowPass::withMargins(Floats& buffer, int margin, int columns) const {
    float* all = room(buffer, area(m_frames + 2 * margin, columns));
    const std::size_t edge = area(margin, columns);
    std::fill_n(all, edge, 0.0f);
    std::fill_n(all + edge + area(m_frames, columns), edge, 0.0f);
    return all + edge;
}

float* WindowPass::entry(const Stage& stage) {
    if (stage.graph || stage.pooled)
        return room(m_scratch.activation, area(rows(stage), stage.inColumns));
    return withMargins(padded(stage), margin(stage), stage.inColumns);
}

void WindowPass::gather(const float* graph, const float* from, float* to, int columns) const {
    Product task{};
    task.a = graph;
    task.aRow = m_nodes;
    task.taps = 1;
    task.depth = m_nodes;
    task.outRow = columns;
    task.rows = m_nodes;
    task.columns = columns;
    const std::size_t step = area(m_nodes, columns);
    for (int frame = 0; frame < m_frames; ++frame, from += step, to += step) {
        task.b = from;
        task.out = to;
        m_kernels.product(task);
    }
}

Operand WindowPass::operand(const Stage& stage, const float* graph) {
    if (stage.graph) {
        float* gathered = room(m_scratch.gathered, area(rows(stage), stage.inColumns));
        gather(graph, m_scratch.activation.data(), gathered, stage.inColumns);
        return {gathered, stage.inColumns, 0};
    }
    const std::ptrdiff_t edge = std::ptrdiff_t{margin(stage)} * stage.inColumns;
    float* inside = stage.pooled ? withMargins(padded(stage), margin(stage), stage.inColumns)
                                 : padded(stage).data() + edge;
    if (stage.pooled)
        m_kernels.pool(m_scratch.activation.data(), inside, m_frames, stage.inColumns);
    return {inside - edge, stage.inColumns, edge};
}

void WindowPass::product(const Stage& stage, const Operand& in, const float* weights, const float* bias,
                         bool relu, float* out) const {
    m_kernels.product({in.a, in.aRow, in.aTap, stage.taps, stage.depth, weights, bias, out, stage.columns,
                       rows(stage), stage.columns, relu});
}

float* WindowPass::gradientEntry(const Stage& stage) {
    if (stage.graph)
        return room(m_scratch.gradient, area(rows(stage), stage.columns));
    return withMargins(m_scratch.gradient, margin(stage), stage.columns);
}

void WindowPass::outer(const Stage& stage, const Operand& in, float* weightGradient) const {
    const float* gradient = m_scratch.gradient.data() + std::ptrdiff_t{margin(stage)} * stage.columns;
    m_kernels.outer({in.a, in.aRow, in.aTap, stage.taps, stage.depth, gradient, stage.columns, weightGradient,
                     rows(stage), stage.columns});
}

void WindowPass::back(const Stage& stage, const float* transposed, const float* graph, float* out) {
    float* first = out;
    if (stage.graph || stage.pooled)
        first = room(m_scratch.spread, area(rows(stage), stage.inColumns));
    m_kernels.product({m_scratch.gradient.data(), stage.columns,
                       std::ptrdiff_t{margin(stage)} * stage.columns, stage.taps, stage.width, transposed,
                       nullptr, first, stage.inColumns, rows(stage), stage.inColumns, false});
    if (stage.pooled)
        m_kernels.poolBack(m_scratch.activation.data(), first, out, m_frames, stage.inColumns);
    if (!stage.graph)
        return;
    float* turned = room(m_scratch.transposedGraph, area(m_nodes, m_nodes));
    for (int to = 0; to < m_nodes; ++to)
        for (int from = 0; from < m_nodes; ++from)
            turned[from * m_nodes + to] = graph[to * m_nodes + from];
    gather(turned, first, out, stage.inColumns);
}

} // namespace mien::nn::cpu
