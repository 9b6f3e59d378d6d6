// SPDX-License-Identifier: GPL-3.0-or-later
// Included by one source per instruction set, with MIEN_TVL1_NAME set. Nothing here may call an inline
// function of a shared header: the linker would keep one copy for all instruction sets.
#include "core/motion/tvl1_kernels.h"

#if defined(__SSE__)
#include <immintrin.h> // its functions are always inlined
#endif

#ifndef MIEN_TVL1_NAME
#error "set MIEN_TVL1_NAME before including this file"
#endif

namespace mien::motion::tvl1 {
namespace {

// As many lanes as the instruction set of this source has, by the compiler's vector extension.
#if defined(__AVX512F__)
constexpr long kLanes = 16;
#elif defined(__AVX2__)
constexpr long kLanes = 8;
#else
constexpr long kLanes = 4;
#endif
typedef float V __attribute__((vector_size(kLanes * sizeof(float))));
typedef float Unaligned __attribute__((vector_size(kLanes * sizeof(float)), aligned(4), may_alias));

typedef int VI __attribute__((vector_size(kLanes * sizeof(int))));
inline VI lane(int first) {
#if defined(__AVX512F__)
    return VI{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15} + first;
#elif defined(__AVX2__)
    return VI{0, 1, 2, 3, 4, 5, 6, 7} + first;
#else
    return VI{0, 1, 2, 3} + first;
#endif
}

inline V load(const float* p) {
    return *reinterpret_cast<const Unaligned*>(p);
}
inline void store(float* p, V v) {
    *reinterpret_cast<Unaligned*>(p) = v;
}
inline V all(float v) {
    return v - V{};
}
inline V smaller(V a, V b) {
    return a < b ? a : b;
}
inline V larger(V a, V b) {
    return a > b ? a : b;
}

/// 1/√v for v >= 1: the processor's estimate, one Newton step (22 bits at least).
inline V inverseRoot(V v) {
#if defined(__AVX512F__)
    const V e = _mm512_rsqrt14_ps(v);
#elif defined(__AVX2__)
    const V e = _mm256_rsqrt_ps(v);
#elif defined(__SSE__)
    const V e = _mm_rsqrt_ps(v);
#else
    V e;
    for (long i = 0; i < kLanes; ++i)
        e[i] = 1.0f / __builtin_sqrtf(v[i]);
    return e;
#endif
    return e * (1.5f - 0.5f * v * e * e);
}

constexpr float kFlat = 1e-3f; ///< squared gradient (grey/px)² below which a pixel says nothing

/// Minimum over all lanes, in every lane.
inline V leastLane(V v) {
    const VI lanes = lane(0);
    for (int half = kLanes / 2; half > 0; half /= 2)
        v = smaller(v, __builtin_shuffle(v, lanes ^ half));
    return v;
}
inline VI toInt(V v) {
    return __builtin_convertvector(v, VI);
}
inline V toFloat(VI v) {
    return __builtin_convertvector(v, V);
}

// Catmull and Rom's cubic at the offsets -1, 0, 1, 2 from floor(position), and its derivative, which at whole
// pixels is the central difference. `late` lanes start one tap later: with five taps two neighbouring floors
// are served.
struct Taps {
    V weight[5];
    V slope[5];
};
inline Taps taps(V t, VI late) {
    const V zero{};
    const V t2 = t * t;
    const V t3 = t2 * t;
    const V w[4] = {t2 - 0.5f * (t3 + t), 1.5f * t3 - 2.5f * t2 + 1.0f, 2.0f * t2 - 1.5f * t3 + 0.5f * t,
                    0.5f * (t3 - t2)};
    const V d[4] = {2.0f * t - 1.5f * t2 - 0.5f, 4.5f * t2 - 5.0f * t, 4.0f * t - 4.5f * t2 + 0.5f,
                    1.5f * t2 - t};
    Taps out;
    out.weight[0] = late ? zero : w[0];
    out.slope[0] = late ? zero : d[0];
    for (int k = 1; k < 4; ++k) {
        out.weight[k] = late ? w[k - 1] : w[k];
        out.slope[k] = late ? d[k - 1] : d[k];
    }
    out.weight[4] = late ? w[3] : zero;
    out.slope[4] = late ? d[3] : zero;
    return out;
}

struct Sample {
    V value;
    V dx;
    V dy;
};

/// Lanes that look at neighbouring pixels: 25 contiguous loads. `at`: first tap of the first lane.
inline Sample sampleTogether(const float* at, int stride, const Taps& h, const Taps& v) {
    Sample out{};
    for (int j = 0; j < 5; ++j) {
        const float* row = at + static_cast<long>(j) * stride;
        V sum{};
        V slope{};
        for (int k = 0; k < 5; ++k) {
            const V pixel = load(row + k);
            sum += h.weight[k] * pixel;
            slope += h.slope[k] * pixel;
        }
        out.value += v.weight[j] * sum;
        out.dx += v.weight[j] * slope;
        out.dy += v.slope[j] * sum;
    }
    return out;
}

/// Lanes that look far apart, one by one; `at`: each lane's own first tap.
inline Sample sampleApart(const float* to, VI at, int stride, const Taps& h, const Taps& v) {
    Sample out{};
    for (int j = 0; j < 4; ++j) {
        V sum{};
        V slope{};
        for (int k = 0; k < 4; ++k) {
            V pixel;
            for (long i = 0; i < kLanes; ++i)
                pixel[i] = to[at[i] + j * stride + k];
            sum += h.weight[k] * pixel;
            slope += h.slope[k] * pixel;
        }
        out.value += v.weight[j] * sum;
        out.dx += v.weight[j] * slope;
        out.dy += v.slope[j] * sum;
    }
    return out;
}

/// ix, iy: the mean of both images' gradients, which makes the linearisation exact to second order.
void lineariseRow(const Level& l, int y, Span span) {
    const long row = static_cast<long>(y) * l.stride;
    const V maxX = all(static_cast<float>(l.width - 1));
    const V maxY = all(static_cast<float>(l.height - 1));
    for (int x = span.first; x < span.end; x += kLanes) {
        const long i = row + x;
        const V column = toFloat(lane(x));
        const VI real = column <= maxX; // lanes of the image, not of its guard
        const V u1 = load(l.u1 + i);
        const V u2 = load(l.u2 + i);
        const V px = real ? column + u1 : maxX;
        const V py = all(static_cast<float>(y)) + u2;
        const V cx = larger(smaller(px, maxX), V{});
        const V cy = larger(smaller(py, maxY), V{});
        const VI inside = (cx == px) & (cy == py) & real;
        const VI bx = toInt(cx); // not negative: towards zero is down
        const VI by = toInt(cy);
        const V moveX = real ? toFloat(bx) - column : all(static_cast<float>(bx[0] - x));
        const V moveY = real ? toFloat(by) : all(static_cast<float>(by[0]));
        const V leastX = leastLane(moveX);
        const V leastY = leastLane(moveY);
        const V tx = cx - toFloat(bx);
        const V ty = cy - toFloat(by);
        const bool together = leastLane(leastX - moveX)[0] >= -1.0f && leastLane(leastY - moveY)[0] >= -1.0f;
        Sample s;
        if (together) {
            const float* at =
                l.to + (static_cast<long>(leastY[0]) - 1) * l.stride + x + static_cast<long>(leastX[0]) - 1;
            s = sampleTogether(at, l.stride, taps(tx, moveX > leastX), taps(ty, moveY > leastY));
        } else {
            s = sampleApart(l.to, (by - 1) * l.stride + bx - 1, l.stride, taps(tx, VI{}), taps(ty, VI{}));
        }
        const V zero{};
        const V ax = inside ? 0.5f * (s.dx + load(l.gx + i)) : zero;
        const V ay = inside ? 0.5f * (s.dy + load(l.gy + i)) : zero;
        const V norm = ax * ax + ay * ay;
        store(l.ix + i, ax);
        store(l.iy + i, ay);
        store(l.rc + i, inside ? s.value - load(l.from + i) - ax * u1 - ay * u2 : zero);
        store(l.ig + i, norm > kFlat ? 1.0f / norm : zero);
    }
}

void linearise(const Level& l) {
    for (int y = 0; y < l.height; ++y)
        for (int s = l.rowSpans[y]; s < l.rowSpans[y + 1]; ++s)
            lineariseRow(l, y, l.spans[s]);
}

// Primal step: u ← prox(u + t div p) of the data term's Moreau envelope; b1, b2 get the over-relaxed 2u -
// u_old.
void primalRow(const Level& l, const Steps& steps, int y, Span span, float* __restrict b1,
               float* __restrict b2) {
    const long row = static_cast<long>(y) * l.stride;
    const long above = row - l.stride; // p is zero above the image
    const V t = all(steps.primal);
    const V weight = all(-steps.primal / (steps.primal + steps.theta));
    const V limit = all(steps.lambda * steps.primal);
    for (long x = span.first; x < span.end; x += kLanes) {
        const long i = row + x;
        const V old1 = load(l.u1 + i);
        const V old2 = load(l.u2 + i);
        const V w1 =
            old1 + t * (load(l.p11 + i) - load(l.p11 + i - 1) + load(l.p12 + i) - load(l.p12 + above + x));
        const V w2 =
            old2 + t * (load(l.p21 + i) - load(l.p21 + i - 1) + load(l.p22 + i) - load(l.p22 + above + x));
        const V ix = load(l.ix + i);
        const V iy = load(l.iy + i);
        const V rho = load(l.rc + i) + ix * w1 + iy * w2;
        const V d = smaller(larger(weight * rho * load(l.ig + i), -limit), limit);
        const V n1 = w1 + d * ix;
        const V n2 = w2 + d * iy;
        store(b1 + x, n1 + n1 - old1);
        store(b2 + x, n2 + n2 - old2);
        store(l.u1 + i, n1);
        store(l.u2 + i, n2);
    }
}

// Dual step of one component: p ← projection of p + s ∇b on the unit disc. `below` is b's next row.
void dualRow(float dual, Span span, const float* b, const float* below, float* px, float* py) {
    const V s = all(dual);
    for (long x = span.first; x < span.end; x += kLanes) {
        const V here = load(b + x);
        const V a = load(px + x) + s * (load(b + x + 1) - here);
        const V c = load(py + x) + s * (load(below + x) - here);
        const V scale = inverseRoot(larger(a * a + c * c, all(1.0f)));
        store(px + x, a * scale);
        store(py + x, c * scale);
    }
}

void dualRows(const Level& l, const Steps& steps, int y, const float* b1, const float* b2,
              const float* below1, const float* below2) {
    const long row = static_cast<long>(y) * l.stride;
    for (int s = l.rowSpans[y]; s < l.rowSpans[y + 1]; ++s) {
        dualRow(steps.dual, l.spans[s], b1, below1, l.p11 + row, l.p12 + row);
        dualRow(steps.dual, l.spans[s], b2, below2, l.p21 + row, l.p22 + row);
    }
}

// One step at row y: the flow of row y, then the dual variables of row y-1, whose neighbours are now known.
void stepRow(const Level& l, const Steps& steps, int y, float* ring) {
    const int stride = l.stride;
    float* b1 = ring + (y & 1) * 2 * stride + kGuard;
    float* b2 = b1 + stride;
    const float* above1 = ring + ((y + 1) & 1) * 2 * stride + kGuard;
    const float* above2 = above1 + stride;
    const long row = static_cast<long>(y) * stride;
    if (l.spansChanged[y]) // pixels outside the spans stand still: their over-relaxed value is their value
        for (int x = 0; x < l.width; ++x) {
            b1[x] = l.u1[row + x];
            b2[x] = l.u2[row + x];
        }
    for (int s = l.rowSpans[y]; s < l.rowSpans[y + 1]; ++s) {
        const Span span = l.spans[s];
        primalRow(l, steps, y, span, b1, b2);
        if (span.end < l.width) {
            b1[span.end] = l.u1[row + span.end];
            b2[span.end] = l.u2[row + span.end];
        } else { // no gradient across the right border
            b1[l.width] = b1[l.width - 1];
            b2[l.width] = b2[l.width - 1];
        }
    }
    if (y > 0)
        dualRows(l, steps, y - 1, above1, above2, b1, b2);
    if (y == l.height - 1)
        dualRows(l, steps, y, b1, b2, b1, b2);
}

void iterate(const Level& l, const Steps& steps, int iterations, float* scratch) {
    for (int front = 0; front < l.height + iterations - 1; ++front)
        for (int j = 0; j < iterations; ++j) {
            const int y = front - j;
            if (y >= 0 && y < l.height)
                stepRow(l, steps, y, scratch + static_cast<long>(j) * 4 * l.stride);
        }
}

} // namespace

extern const Kernels MIEN_TVL1_NAME;
#define MIEN_TEXT2(x) #x
#define MIEN_TEXT(x) MIEN_TEXT2(x)
const Kernels MIEN_TVL1_NAME = {MIEN_TEXT(MIEN_TVL1_NAME), linearise, iterate};

} // namespace mien::motion::tvl1
