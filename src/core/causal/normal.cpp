// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/normal.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace mien::causal {
namespace {

/// log of the upper tail of a standard normal.
double logTail(double z) {
    return logTwoSidedP(z) - std::numbers::ln2;
}

/// log of the power series of the lower incomplete gamma ratio P(a, x); converges fast for x < a + 1.
double logLowerSeries(double a, double x) {
    double term = 1.0 / a;
    double sum = term;
    for (int n = 1; n < 10'000 && term > sum * 1e-17; ++n) {
        term *= x / (a + n);
        sum += term;
    }
    return std::log(sum) - x + a * std::log(x) - std::lgamma(a);
}

/// log of the continued fraction of the upper ratio Q(a, x) by Lentz's method, for x ≥ a + 1.
double logUpperFraction(double a, double x) {
    constexpr double tiny = 1e-300;
    double b = x + 1.0 - a;
    double c = 1.0 / tiny;
    double d = 1.0 / b;
    double h = d;
    for (int i = 1; i < 10'000; ++i) {
        const double an = -i * (i - a);
        b += 2.0;
        d = an * d + b;
        d = std::abs(d) < tiny ? tiny : d;
        c = b + an / c;
        c = std::abs(c) < tiny ? tiny : c;
        d = 1.0 / d;
        const double factor = d * c;
        h *= factor;
        if (std::abs(factor - 1.0) < 1e-16)
            break;
    }
    return std::log(h) - x + a * std::log(x) - std::lgamma(a);
}

} // namespace

double logTwoSidedP(double z) {
    const double u = z / std::numbers::sqrt2;
    if (u < 20.0)
        return std::log(std::erfc(u));
    // erfc(u) = exp(-u²) / (u √π) · (1 − 1/(2u²) + 3/(4u⁴) − 15/(8u⁶) …)
    const double v = 1.0 / (2.0 * u * u);
    return -u * u - std::log(u) - 0.5 * std::log(std::numbers::pi) +
           std::log1p(-v + 3.0 * v * v - 15.0 * v * v * v);
}

double upperNormalQuantile(double tail) {
    if (tail > 0.5)
        return -upperNormalQuantile(1.0 - tail);
    if (tail == 0.5)
        return 0.0;
    const double wanted = std::log(tail);
    // Newton on the logarithm of the tail: concave, so it converges from either side.
    double z = std::sqrt(std::fmax(0.0, -2.0 * std::log(2.0 * tail)));
    for (int round = 0; round < 60; ++round) {
        const double logDensity = -0.5 * z * z - 0.5 * std::log(2.0 * std::numbers::pi);
        const double here = logTail(z);
        const double step = (here - wanted) * std::exp(here - logDensity);
        z += step;
        if (std::abs(step) < 1e-15 * std::fmax(1.0, z))
            break;
    }
    return z;
}

double logChiSquareP(double x, double df) {
    const double a = 0.5 * df;
    const double half = 0.5 * x;
    if (half <= 0.0)
        return 0.0;
    if (half < a + 1.0)
        return std::log1p(-std::fmin(1.0, std::exp(logLowerSeries(a, half))));
    return logUpperFraction(a, half);
}

} // namespace mien::causal
