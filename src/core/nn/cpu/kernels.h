// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

/// The inner loops of the graph network, compiled once per instruction set and chosen when the program runs.
/// Plain data and plain pointers only: a source compiled for AVX-512 must not emit a copy of any shared
/// inline function. Every sum runs in one order, so the sets with fused multiply-add agree to the bit.
namespace mien::nn::cpu {

/// Columns of all matrices are padded by zeros to a multiple of this.
inline constexpr int kColumns = 16;

/// out[r][j] = Σ over taps and k of a[r·aRow + tap·aTap + k] · b[tap·depth + k][j]; then bias, then ReLU.
struct Product {
    const float* a;
    std::ptrdiff_t aRow, aTap;
    int taps, depth;
    const float* b;    ///< (taps × depth) × columns
    const float* bias; ///< columns; nullptr: none
    float* out;
    std::ptrdiff_t outRow;
    int rows, columns;
    bool relu;
};

/// c[tap·depth + k][j] += Σ over r of a[r·aRow + tap·aTap + k] · b[r·bRow + j].
struct Outer {
    const float* a;
    std::ptrdiff_t aRow, aTap;
    int taps, depth;
    const float* b;
    std::ptrdiff_t bRow;
    float* c; ///< (taps × depth) × columns
    int rows, columns;
};

/// The rest works on rows × columns without gaps; one number a column of the others.
struct Kernels {
    const char* name;
    void (*product)(const Product& task);
    void (*outer)(const Outer& task);
    /// y = max(0, scale z + shift); a NaN stays one.
    void (*activate)(const float* z, const float* scale, const float* shift, float* y, int rows, int columns);
    /// Sums over rows of z − z[0] and of its square.
    void (*moments)(const float* z, float* sums, float* squares, int rows, int columns);
    /// Zeroes g where the activation was 0; sums over rows of g and of g (z − mean).
    void (*mask)(const float* z, const float* scale, const float* shift, const float* mean, float* g,
                 float* sums, float* products, int rows, int columns);
    /// out = p g + q z + r.
    void (*combine)(const float* g, const float* z, const float* p, const float* q, const float* r,
                    float* out, int rows, int columns);
    /// out[t] = the larger of y[t − 1] and y[t + 1], which exist; rows ≥ 2.
    void (*pool)(const float* y, float* out, int rows, int columns);
    /// The gradient of `pool` with respect to y; of two equals the earlier one has it.
    void (*poolBack)(const float* y, const float* gradient, float* out, int rows, int columns);
};

/// Those that this machine can run, the slowest first.
std::span<const Kernels* const> availableKernels();

} // namespace mien::nn::cpu
