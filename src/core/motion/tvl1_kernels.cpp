// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/tvl1_kernels.h"

#include <array>
#include <cstddef>

namespace mien::motion::tvl1 {

extern const Kernels baseline;
#if MIEN_X86_KERNELS
extern const Kernels avx2;
extern const Kernels avx512;
#endif

namespace {

struct Available {
    std::array<const Kernels*, 3> rows{};
    std::size_t count = 0;
};

Available probe() {
    Available found;
    found.rows[found.count++] = &baseline;
#if MIEN_X86_KERNELS
    __builtin_cpu_init();
    const bool hasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (hasAvx2)
        found.rows[found.count++] = &avx2;
    if (hasAvx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        found.rows[found.count++] = &avx512;
#endif
    return found;
}

} // namespace

std::span<const Kernels* const> availableKernels() {
    static const Available found = probe();
    return {found.rows.data(), found.count};
}

} // namespace mien::motion::tvl1
