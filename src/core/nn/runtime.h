// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>

namespace mien::nn {

struct RuntimeInfo {
    std::string torchVersion;
    std::string cpuCapability;
    int threads = 0;
    int cudaDevices = 0;
};

/// libmien_nn.so, the only library that holds LibTorch, loaded into the process. Loading takes about 0.3 s
/// and may be done on any thread; the library stays loaded (LibTorch does not survive unloading).
class Runtime {
public:
    /// Looks at `path` or, when empty, at $MIEN_NN_MODULE and where build and package put it.
    /// MissingDependency where it is absent or does not load; Unsupported where its version differs.
    static Result<std::unique_ptr<Runtime>> load(const std::filesystem::path& path = {});

    RuntimeInfo info() const;
    /// Multiplies two seeded random matrices and returns the largest deviation from plain loops, relative to
    /// the largest entry. Above 1e-5 something is wrong with LibTorch or its BLAS.
    Result<double> selfCheck() const;
    /// Threads that LibTorch and its BLAS use from now on, in the whole process; at least 1.
    void setThreads(int threads) const;

    /// The module's table of functions (module_api.h).
    const void* api() const { return m_api; }

private:
    explicit Runtime(const void* api) : m_api(api) {}
    const void* m_api;
};

} // namespace mien::nn
