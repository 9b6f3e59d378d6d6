// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// The boundary of libmien_nn.so in plain C, so that the library may be built by another compiler, with
/// another LibTorch, and loaded late. Changes raise kMienNnApiVersion.
extern "C" {

inline constexpr int kMienNnApiVersion = 2;

enum MienNnStatus : int { kMienNnOk, kMienNnOutOfMemory, kMienNnNoDevice, kMienNnFailed };

/// Where a function that fails leaves one sentence, ended by a zero.
struct MienNnText {
    char* text;
    std::size_t capacity;
};

struct MienSpottingShape {
    int nodes, channels, graphLayers, graphWidth, temporalWidth, pooling;
};

struct MienWindowBatch {
    int windows, frames;
    const float* inputs;      ///< windows × frames × nodes × channels
    const float* graphs;      ///< windows × nodes × nodes
    const float* laterGraphs; ///< the same; may be `graphs`
};

/// Given the logits (windows × frames × 10), fills the gradient of the loss with respect to them; other than
/// 0 ends the computation.
using MienLogitGradient = int (*)(void* context, const float* logits, float* gradient);

struct MienNnApi {
    int version;
    const char* (*torchVersion)();  ///< e.g. "1.13.1"
    const char* (*cpuCapability)(); ///< vector instructions LibTorch uses, e.g. "AVX2"
    int (*threads)();
    int (*cudaDevices)(); ///< 0 where LibTorch was built without CUDA or no device is there
    /// C (n×n) = A (n×n) · B (n×n), row-major; 0 on success. What the self-check compares with plain loops.
    int (*multiply)(const float* a, const float* b, float* c, std::size_t n);
    /// Threads that LibTorch and its BLAS use from now on, in the whole process.
    void (*setThreads)(int threads);
    /// ok where `device` ("cpu", "cuda", "cuda:N") can be used.
    MienNnStatus (*checkDevice)(const char* device, MienNnText error);
    /// The graph network as a function of its numbers: `parameters` and `running` lie in the order of
    /// spotting_layout.h. In evaluation mode.
    MienNnStatus (*spottingLogits)(const MienSpottingShape* shape, const char* device,
                                   const float* parameters, const float* running,
                                   const MienWindowBatch* batch, float* logits, MienNnText error);
    /// Forward in training mode, then the gradient of every parameter. `statistics`: the batch's mean and
    /// unbiased variance of every norm, laid out like `running`.
    MienNnStatus (*spottingGradient)(const MienSpottingShape* shape, const char* device,
                                     const float* parameters, const MienWindowBatch* batch,
                                     MienLogitGradient lossGradient, void* context, float* gradient,
                                     float* statistics, MienNnText error);
};

/// The one exported symbol: nullptr when the library speaks another version.
using MienNnApiFunction = const MienNnApi* (*)(int version);
}
