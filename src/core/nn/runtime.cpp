// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/runtime.h"

#include "core/base/rng.h"
#include "core/nn/module_api.h"

#include <dlfcn.h>

#include <cstdlib>

namespace mien::nn {
namespace {

namespace fs = std::filesystem;

/// Relative to the running program: the package has libexec/mien/<program> and lib/mien, the build tree also
/// tests/.
fs::path findModule() {
    if (const char* chosen = std::getenv("MIEN_NN_MODULE"))
        return chosen;
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const char* folder : {"../../lib/mien", "../lib/mien", "."})
        if (fs::exists(program / folder / "libmien_nn.so", ignored))
            return fs::weakly_canonical(program / folder / "libmien_nn.so", ignored);
    return {};
}

const MienNnApi& tableOf(const void* pointer) {
    return *static_cast<const MienNnApi*>(pointer);
}

} // namespace

Result<std::unique_ptr<Runtime>> Runtime::load(const fs::path& path) {
    const fs::path file = path.empty() ? findModule() : path;
    if (file.empty())
        return fail(ErrorCode::MissingDependency, "The library libmien_nn.so is not installed beside the "
                                                  "program; networks run on the CPU without it.");
    void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library)
        return fail(ErrorCode::MissingDependency, std::string("The library cannot be loaded: ") + dlerror(),
                    file.string());
    const auto function = reinterpret_cast<MienNnApiFunction>(dlsym(library, "mienNnApi"));
    const MienNnApi* found = function ? function(kMienNnApiVersion) : nullptr;
    if (!found)
        return fail(ErrorCode::Unsupported,
                    "This library belongs to another version of Mien; reinstall both together.",
                    file.string());
    return std::unique_ptr<Runtime>(new Runtime(found));
}

RuntimeInfo Runtime::info() const {
    const MienNnApi& a = tableOf(m_api);
    return {a.torchVersion(), a.cpuCapability(), a.threads(), a.cudaDevices()};
}

void Runtime::setThreads(int threads) const {
    tableOf(m_api).setThreads(std::max(1, threads));
}

Result<double> Runtime::selfCheck() const {
    constexpr std::size_t n = 96;
    Rng rng(1);
    std::vector<float> left(n * n), right(n * n), product(n * n, 0.0f);
    for (auto* matrix : {&left, &right})
        for (float& v : *matrix)
            v = static_cast<float>(rng.uniform(-1.0, 1.0));
    if (tableOf(m_api).multiply(left.data(), right.data(), product.data(), n) != 0)
        return fail(ErrorCode::Internal, "LibTorch could not multiply two matrices.");
    double largest = 0.0, deviation = 0.0;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            double sum = 0.0;
            for (std::size_t k = 0; k < n; ++k)
                sum += static_cast<double>(left[i * n + k]) * right[k * n + j];
            largest = std::max(largest, std::abs(sum));
            deviation = std::max(deviation, std::abs(sum - static_cast<double>(product[i * n + j])));
        }
    return deviation / largest;
}

} // namespace mien::nn
