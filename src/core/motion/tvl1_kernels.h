// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

/// The inner loops of `tvl1`, compiled once per instruction set and chosen when the program runs. Plain data
/// and plain pointers only: a source compiled for AVX-512 must not emit a copy of any shared inline function.
namespace mien::motion::tvl1 {

/// Floats that may be read and written left and right of every row; also the unit of a span's ends.
inline constexpr int kGuard = 16;
/// Rows that may be read above and below an image.
inline constexpr int kGuardRows = 4;

/// Columns first … end-1 of a row; `first` is a multiple of kGuard, `end` of kGuard too or beyond the width.
struct Span {
    int first;
    int end;
};

/// One level of the pyramid: planes of height × stride floats, pointers to pixel (0, 0).
struct Level {
    int width;
    int height;
    int stride;
    const float* from; ///< first image, grey 0 … 255
    const float* to;   ///< second image, borders replicated into the guards
    const float* gx;   ///< central differences of `from`
    const float* gy;
    float* u1; ///< flow
    float* u2;
    float* p11; ///< dual variable of u1, zero outside the spans
    float* p12;
    float* p21; ///< dual variable of u2
    float* p22;
    float* ix; ///< gradient at the linearisation, zero where the warp leaves the image
    float* iy;
    float* rc;                ///< constant part of the residual
    float* ig;                ///< 1 / (ix² + iy²), zero where the gradient is
    const int* rowSpans;      ///< height+1 offsets into `spans`
    const Span* spans;        ///< columns to work on, by row
    const bool* spansChanged; ///< by row: spans differ from those of the row above
};

struct Steps {
    float lambda;
    float theta;
    float primal; ///< step of the flow
    float dual;   ///< step of the dual variables; primal × dual × 8 is about 1
};

struct Kernels {
    const char* name;
    /// Linearises the residual around u: fills ix, iy, rc, ig.
    void (*linearise)(const Level& level);
    /// `iterations` primal-dual steps in one skewed pass over the rows: step j works on the row above the one
    /// step j-1 has just finished, so that the rows in flight stay in the first-level cache.
    /// `scratch`: iterations × 4 rows of `stride` floats.
    void (*iterate)(const Level& level, const Steps& steps, int iterations, float* scratch);
};

/// What this build holds and this processor runs, slowest first; the last one is used.
std::span<const Kernels* const> availableKernels();

} // namespace mien::motion::tvl1
