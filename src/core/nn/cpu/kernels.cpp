// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cpu/kernels.h"

#include <array>

namespace mien::nn::cpu {

extern const Kernels baseline;
#ifdef MIEN_X86_KERNELS
extern const Kernels avx2;
extern const Kernels avx512;
#endif

namespace {

struct Rows {
    std::array<const Kernels*, 3> rows{};
    std::size_t count = 0;
};

Rows found() {
    Rows out;
    out.rows[out.count++] = &baseline;
#ifdef MIEN_X86_KERNELS
    const bool hasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (hasAvx2)
        out.rows[out.count++] = &avx2;
    if (hasAvx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        out.rows[out.count++] = &avx512;
#endif
    return out;
}

} // namespace

std::span<const Kernels* const> availableKernels() {
    static const Rows rows = found();
    return {rows.rows.data(), rows.count};
}

} // namespace mien::nn::cpu
