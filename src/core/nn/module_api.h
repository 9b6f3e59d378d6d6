// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// The boundary of libmien_nn.so in plain C, so that the library may be built by another compiler, with
/// another LibTorch, and loaded late. Changes raise kMienNnApiVersion.
extern "C" {

inline constexpr int kMienNnApiVersion = 1;

struct MienNnApi {
    int version;
    const char* (*torchVersion)();  ///< e.g. "1.13.1"
    const char* (*cpuCapability)(); ///< vector instructions LibTorch uses, e.g. "AVX2"
    int (*threads)();
    int (*cudaDevices)(); ///< 0 where LibTorch was built without CUDA or no device is there
    /// C (n×n) = A (n×n) · B (n×n), row-major; 0 on success. What the self-check compares with plain loops.
    int (*multiply)(const float* a, const float* b, float* c, std::size_t n);
};

/// The one exported symbol: nullptr when the library speaks another version.
using MienNnApiFunction = const MienNnApi* (*)(int version);
}
