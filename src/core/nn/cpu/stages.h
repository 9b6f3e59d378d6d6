// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/cpu/aligned.h"
#include "core/nn/spotting_layout.h"

#include <span>

namespace mien::nn::cpu {

/// One matrix product of the network, with what lies around it. All columns are padded to a multiple of 16;
/// padded weights are 0, so padded features are 0 everywhere.
struct Stage {
    std::size_t index = 0;
    bool graph = false;  ///< C is applied before; rows are frames × nodes, else frames
    bool dense = false;  ///< first graph layer of few inputs: C and W in one matrix (dense_layer.h)
    bool normed = true;  ///< followed by norm and ReLU; the head is not
    bool pooled = false; ///< what comes in passes the max-pool first
    int taps = 1, dilation = 1;
    int depth = 0;      ///< numbers of an input row that are used
    int inColumns = 0;  ///< numbers of an input row in memory
    int width = 0;      ///< outputs
    int columns = 0;    ///< outputs in memory
    int graphWidth = 0; ///< first convolution: nodes are `graphWidth` wide in files and …
    int graphPitch = 0; ///< … this far apart in memory
    std::size_t weight = 0, bias = 0, scale = 0, shift = 0, mean = 0, variance = 0; ///< in the flat arrays
    std::size_t packed = 0; ///< in the packed weights, (taps × depth) × columns

    std::size_t packedCount() const {
        return static_cast<std::size_t>(taps) * static_cast<std::size_t>(depth) *
               static_cast<std::size_t>(columns);
    }
};

std::vector<Stage> stagesOf(const SpottingShape& shape);

/// A stage's weights as the products want them, and back again.
void pack(const Stage& stage, std::span<const float> flat, std::span<float> packed);
void unpack(const Stage& stage, std::span<const float> packed, std::span<float> flat);
/// For the way back: (taps × width) × inColumns, taps reversed.
void packTransposed(const Stage& stage, std::span<const float> packed, Floats& out);

} // namespace mien::nn::cpu
