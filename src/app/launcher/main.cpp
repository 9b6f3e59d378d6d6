// SPDX-License-Identifier: GPL-3.0-or-later
// Sets what OpenBLAS, OpenMP and oneDNN read while they are being loaded, then becomes the real program
// ../libexec/mien/<own name>. setenv in the real program's main() would come too late: OpenBLAS reads its
// variable in a constructor, and libopencv_core already pulls it in. Variables that the user has set are left
// alone.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

#include <unistd.h>

namespace {

void setDefault(const char* name, const char* value) {
    setenv(name, value, 0);
}

/// OpenBLAS 0.3.21 does not know recent Intel processors and falls back to SSE3 kernels, six times slower.
const char* openBlasCore() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (!__builtin_cpu_is("intel"))
        return nullptr;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512cd"))
        return "SKYLAKEX";
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return "HASWELL";
#endif
    return nullptr;
}

} // namespace

int main(int, char** argv) {
    if (const char* core = openBlasCore())
        setDefault("OPENBLAS_CORETYPE", core);
    // Threads that spin while they wait make LibTorch 30 times slower as soon as another thread works.
    setDefault("OMP_WAIT_POLICY", "passive");
    // oneDNN 2.6 uses AMX where the processor names it, even if the system forbids it: a crash.
    setDefault("ONEDNN_MAX_CPU_ISA", "AVX512_CORE_BF16");

    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::string real =
        (self.parent_path() / "../libexec/mien" / self.filename()).lexically_normal().string();
    execv(real.c_str(), argv);
    std::fprintf(stderr, "%s: cannot be started: %s. Reinstall Mien.\n", real.c_str(), std::strerror(errno));
    return 70;
}
