// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mien::causal {

/// The z beyond which a standard normal value lies with probability `tail` (0 < tail < 1), to about 1e-15
/// relative.
double upperNormalQuantile(double tail);

/// log P(|Z| > z) of a standard normal Z, for any z ≥ 0: it does not underflow where the probability does.
double logTwoSidedP(double z);

/// log P(X > x) of a chi-square variable with `df` degrees of freedom, x ≥ 0, df > 0; does not underflow.
double logChiSquareP(double x, double df);

} // namespace mien::causal
