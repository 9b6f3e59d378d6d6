// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/module_api.h"
#include "core/nn/torch/spotting_network.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <dlfcn.h>

#include <string>
#include <string_view>

namespace {

int multiply(const float* a, const float* b, float* c, std::size_t n) {
    try {
        const at::NoGradGuard noGradient;
        const auto side = static_cast<std::int64_t>(n);
        // from_blob wants mutable memory but neither input is written.
        const at::Tensor left = at::from_blob(const_cast<float*>(a), {side, side});
        const at::Tensor right = at::from_blob(const_cast<float*>(b), {side, side});
        at::Tensor out = at::from_blob(c, {side, side});
        at::mm_out(out, left, right);
        return 0;
    } catch (...) {
        return 1;
    }
}

/// Read off LibTorch's own description, which every version prints the same way.
const char* cpuCapability() {
    static const std::string text = [] {
        constexpr std::string_view key = "CPU capability usage: ";
        const std::string all = at::show_config();
        const auto at = all.find(key);
        if (at == std::string::npos)
            return std::string("unknown");
        const auto from = at + key.size();
        return all.substr(from, all.find_first_of("\n\r ", from) - from);
    }();
    return text.c_str();
}

/// LibTorch's own threads, and those of an OpenBLAS that was built with threads of its own.
void setThreads(int threads) {
    at::set_num_threads(threads);
    if (void* function = dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))
        reinterpret_cast<void (*)(int)>(function)(threads);
}

const MienNnApi kApi{kMienNnApiVersion,
                     [] { return TORCH_VERSION; },
                     cpuCapability,
                     [] { return at::get_num_threads(); },
                     [] { return static_cast<int>(torch::cuda::device_count()); },
                     multiply,
                     setThreads,
                     mien::nn::torch_side::checkDevice,
                     mien::nn::torch_side::spottingLogits,
                     mien::nn::torch_side::spottingGradient};

} // namespace

extern "C" __attribute__((visibility("default"))) const MienNnApi* mienNnApi(int version) {
    return version == kMienNnApiVersion ? &kApi : nullptr;
}
