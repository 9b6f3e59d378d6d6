// SPDX-License-Identifier: GPL-3.0-or-later
// Included once by the source of each instruction set, which defines
//   MIEN_NN_KERNELS  the set's name, MIEN_NN_LANES  floats of a register,
//   MIEN_NN_WIDE     registers side by side in the largest tile, so that tile, row and factor fit the
//   registers.
#include "core/nn/cpu/kernels.h"

namespace mien::nn::cpu {
namespace {

constexpr int kLanes = MIEN_NN_LANES;
constexpr int kWide = MIEN_NN_WIDE;

typedef float Lanes __attribute__((vector_size(kLanes * sizeof(float))));
typedef float LooseLanes
    __attribute__((vector_size(kLanes * sizeof(float)), aligned(sizeof(float)), may_alias));

inline Lanes load(const float* from) {
    return *reinterpret_cast<const LooseLanes*>(from);
}
inline void store(float* to, Lanes value) {
    *reinterpret_cast<LooseLanes*>(to) = value;
}
inline Lanes relu(Lanes value) {
    return value < Lanes{} ? Lanes{} : value;
}

template <int R, int C>
void productTile(const Product& task, int row, int column) {
    Lanes sum[R][C];
    for (int r = 0; r < R; ++r)
        for (int c = 0; c < C; ++c)
            sum[r][c] = task.bias ? load(task.bias + column + c * kLanes) : Lanes{};
    const float* b = task.b + column;
    for (int tap = 0; tap < task.taps; ++tap) {
        const float* a = task.a + row * task.aRow + tap * task.aTap;
        for (int k = 0; k < task.depth; ++k, b += task.columns) {
            Lanes factor[C];
#pragma GCC unroll 8
            for (int c = 0; c < C; ++c)
                factor[c] = load(b + c * kLanes);
#pragma GCC unroll 16
            for (int r = 0; r < R; ++r) {
                const Lanes value = Lanes{} + a[r * task.aRow + k];
#pragma GCC unroll 8
                for (int c = 0; c < C; ++c)
                    sum[r][c] += value * factor[c];
            }
        }
    }
    for (int r = 0; r < R; ++r)
        for (int c = 0; c < C; ++c)
            store(task.out + (row + r) * task.outRow + column + c * kLanes,
                  task.relu ? relu(sum[r][c]) : sum[r][c]);
}

template <int R, int C>
void productColumns(const Product& task, int column) {
    int row = 0;
    for (; row + R <= task.rows; row += R)
        productTile<R, C>(task, row, column);
    for (; row + 4 <= task.rows; row += 4)
        productTile<4, C>(task, row, column);
    for (; row < task.rows; ++row)
        productTile<1, C>(task, row, column);
}

void product(const Product& task) {
    int column = 0;
    for (; column + kWide * kLanes <= task.columns; column += kWide * kLanes)
        productColumns<6, kWide>(task, column);
    for (; column < task.columns; column += kLanes)
        productColumns<12, 1>(task, column);
}

template <int R, int C>
void outerTile(const Outer& task, int tap, int k, int column) {
    Lanes sum[R][C];
    float* to = task.c + (tap * task.depth + k) * task.columns + column;
    for (int r = 0; r < R; ++r)
        for (int c = 0; c < C; ++c)
            sum[r][c] = load(to + r * task.columns + c * kLanes);
    const float* a = task.a + tap * task.aTap + k;
    const float* b = task.b + column;
    for (int row = 0; row < task.rows; ++row, a += task.aRow, b += task.bRow) {
        Lanes factor[C];
#pragma GCC unroll 8
        for (int c = 0; c < C; ++c)
            factor[c] = load(b + c * kLanes);
#pragma GCC unroll 16
        for (int r = 0; r < R; ++r) {
            const Lanes value = Lanes{} + a[r];
#pragma GCC unroll 8
            for (int c = 0; c < C; ++c)
                sum[r][c] += value * factor[c];
        }
    }
    for (int r = 0; r < R; ++r)
        for (int c = 0; c < C; ++c)
            store(to + r * task.columns + c * kLanes, sum[r][c]);
}

template <int R, int C>
void outerColumns(const Outer& task, int tap, int column) {
    int k = 0;
    for (; k + R <= task.depth; k += R)
        outerTile<R, C>(task, tap, k, column);
    for (; k + 4 <= task.depth; k += 4)
        outerTile<4, C>(task, tap, k, column);
    for (; k + 2 <= task.depth; k += 2)
        outerTile<2, C>(task, tap, k, column);
    for (; k < task.depth; ++k)
        outerTile<1, C>(task, tap, k, column);
}

void outer(const Outer& task) {
    for (int tap = 0; tap < task.taps; ++tap) {
        int column = 0;
        for (; column + kWide * kLanes <= task.columns; column += kWide * kLanes)
            outerColumns<6, kWide>(task, tap, column);
        for (; column < task.columns; column += kLanes)
            outerColumns<12, 1>(task, tap, column);
    }
}

void activate(const float* z, const float* scale, const float* shift, float* y, int rows, int columns) {
    for (int column = 0; column < columns; column += kLanes) {
        const Lanes s = load(scale + column), t = load(shift + column);
        for (std::ptrdiff_t at = column; at < std::ptrdiff_t{rows} * columns; at += columns)
            store(y + at, relu(load(z + at) * s + t));
    }
}

void moments(const float* z, float* sums, float* squares, int rows, int columns) {
    for (int column = 0; column < columns; column += kLanes) {
        const Lanes origin = load(z + column);
        Lanes sum{}, square{};
        for (std::ptrdiff_t at = column; at < std::ptrdiff_t{rows} * columns; at += columns) {
            const Lanes d = load(z + at) - origin;
            sum += d;
            square += d * d;
        }
        store(sums + column, sum);
        store(squares + column, square);
    }
}

void mask(const float* z, const float* scale, const float* shift, const float* mean, float* g, float* sums,
          float* products, int rows, int columns) {
    for (int column = 0; column < columns; column += kLanes) {
        const Lanes s = load(scale + column), t = load(shift + column), m = load(mean + column);
        Lanes sum{}, product{};
        for (std::ptrdiff_t at = column; at < std::ptrdiff_t{rows} * columns; at += columns) {
            const Lanes value = load(z + at);
            const Lanes kept = value * s + t > Lanes{} ? load(g + at) : Lanes{};
            store(g + at, kept);
            sum += kept;
            product += kept * (value - m);
        }
        store(sums + column, sum);
        store(products + column, product);
    }
}

void combine(const float* g, const float* z, const float* p, const float* q, const float* r, float* out,
             int rows, int columns) {
    for (int column = 0; column < columns; column += kLanes) {
        const Lanes a = load(p + column), b = load(q + column), c = load(r + column);
        for (std::ptrdiff_t at = column; at < std::ptrdiff_t{rows} * columns; at += columns)
            store(out + at, load(g + at) * a + (load(z + at) * b + c));
    }
}

void pool(const float* y, float* out, int rows, int columns) {
    const std::ptrdiff_t step = columns;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; column += kLanes) {
            const float* at = y + row * step + column;
            const Lanes before = load(row > 0 ? at - step : at + step);
            const Lanes behind = load(row + 1 < rows ? at + step : at - step);
            store(out + row * step + column, before < behind ? behind : before);
        }
}

void poolBack(const float* y, const float* gradient, float* out, int rows, int columns) {
    const std::ptrdiff_t step = columns;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; column += kLanes) {
            const std::ptrdiff_t at = row * step + column;
            const Lanes here = load(y + at);
            Lanes sum{};
            if (row + 1 < rows) { // the earlier of the two that out[row + 1] looked at
                const Lanes from = load(gradient + at + step);
                sum += row + 2 < rows ? (here < load(y + at + 2 * step) ? Lanes{} : from) : from;
            }
            if (row > 0) { // the later of the two that out[row − 1] looked at
                const Lanes from = load(gradient + at - step);
                sum += row > 1 ? (load(y + at - 2 * step) < here ? from : Lanes{}) : from;
            }
            store(out + at, sum);
        }
}

} // namespace

extern const Kernels MIEN_NN_KERNELS;
#define MIEN_NN_TEXT2(x) #x
#define MIEN_NN_TEXT(x) MIEN_NN_TEXT2(x)
const Kernels MIEN_NN_KERNELS{
    MIEN_NN_TEXT(MIEN_NN_KERNELS), product, outer, activate, moments, mask, combine, pool, poolBack};

} // namespace mien::nn::cpu
