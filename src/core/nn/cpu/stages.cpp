// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cpu/stages.h"

#include "core/nn/cpu/kernels.h"

#include <algorithm>

namespace mien::nn::cpu {
namespace {

/// Inputs of a frame up to which one dense product is faster than a sparse and a narrow one.
constexpr int kMostDense = 64;

int padded(int width) {
    return (width + kColumns - 1) / kColumns * kColumns;
}

/// Calls visit(place in the flat weights, place in the packed ones) for every weight.
template <class Visit>
void eachWeight(const Stage& stage, Visit&& visit) {
    const auto place = [&](int tap, int in, int out) {
        return static_cast<std::size_t>((tap * stage.depth + in) * stage.columns + out);
    };
    if (stage.graph) {
        for (int in = 0; in < stage.depth; ++in)
            for (int out = 0; out < stage.width; ++out)
                visit(static_cast<std::size_t>(in * stage.width + out), place(0, in, out));
        return;
    }
    const int nodes = stage.graphPitch > 0 ? stage.depth / stage.graphPitch : 1;
    const int features = stage.graphPitch > 0 ? stage.graphWidth : stage.depth;
    for (int out = 0; out < stage.width; ++out)
        for (int node = 0; node < nodes; ++node)
            for (int feature = 0; feature < features; ++feature)
                for (int tap = 0; tap < stage.taps; ++tap)
                    visit(static_cast<std::size_t>(((out * nodes + node) * features + feature) * stage.taps +
                                                   tap),
                          place(tap, node * stage.graphPitch + feature, out));
}

} // namespace

std::vector<Stage> stagesOf(const SpottingShape& shape) {
    std::vector<Stage> stages;
    std::size_t flat = 0, running = 0, packed = 0;
    const auto add = [&](Stage stage, int realDepth) {
        stage.index = stages.size();
        stage.columns = padded(stage.width);
        const auto width = static_cast<std::size_t>(stage.width);
        stage.weight = flat;
        flat += static_cast<std::size_t>(stage.taps) * static_cast<std::size_t>(realDepth) * width;
        if (stage.graph) {
            stage.bias = flat;
            flat += width;
        }
        if (stage.normed) {
            stage.scale = flat;
            stage.shift = flat + width;
            stage.mean = running;
            stage.variance = running + width;
            flat += 2 * width;
            running += 2 * width;
        }
        stage.packed = packed;
        packed += stage.packedCount();
        stages.push_back(stage);
    };
    int width = shape.channels;
    for (int layer = 0; layer < shape.graphLayers; ++layer) {
        Stage stage;
        stage.graph = true;
        stage.depth = width;
        stage.inColumns = padded(width);
        stage.dense = layer == 0 && shape.nodes * width <= kMostDense;
        stage.width = shape.graphWidth;
        add(stage, width);
        width = shape.graphWidth;
    }
    for (int layer = 0; layer < 4; ++layer) {
        Stage stage;
        stage.taps = layer == 0 ? 1 : 3;
        stage.dilation = layer < 2 ? 1 : 2;
        stage.normed = layer < 3;
        stage.pooled = shape.pooling && (layer == 1 || layer == 2);
        stage.width = layer < 3 ? shape.temporalWidth : kSpottingOutputs;
        if (layer == 0) {
            stage.graphWidth = width;
            stage.graphPitch = padded(width);
            stage.depth = stage.inColumns = shape.nodes * stage.graphPitch;
            add(stage, shape.nodes * width);
        } else {
            stage.depth = shape.temporalWidth;
            stage.inColumns = padded(shape.temporalWidth);
            add(stage, stage.depth);
        }
    }
    return stages;
}

void pack(const Stage& stage, std::span<const float> flat, std::span<float> packed) {
    std::ranges::fill(packed, 0.0f);
    eachWeight(stage, [&](std::size_t from, std::size_t to) { packed[to] = flat[stage.weight + from]; });
}

void unpack(const Stage& stage, std::span<const float> packed, std::span<float> flat) {
    eachWeight(stage, [&](std::size_t to, std::size_t from) { flat[stage.weight + to] = packed[from]; });
}

void packTransposed(const Stage& stage, std::span<const float> packed, Floats& out) {
    out.assign(static_cast<std::size_t>(stage.taps * stage.width * stage.inColumns), 0.0f);
    for (int tap = 0; tap < stage.taps; ++tap)
        for (int in = 0; in < stage.depth; ++in)
            for (int to = 0; to < stage.width; ++to)
                out[static_cast<std::size_t>(((stage.taps - 1 - tap) * stage.width + to) * stage.inColumns +
                                             in)] =
                    packed[static_cast<std::size_t>((tap * stage.depth + in) * stage.columns + to)];
}

} // namespace mien::nn::cpu
