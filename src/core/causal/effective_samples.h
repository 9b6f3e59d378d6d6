// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"

#include <Eigen/Core>

#include <vector>

namespace mien::causal {

/// How many independent samples a pair of autocorrelated series is worth when they are correlated (Bartlett
/// 1935; Pyper & Peterman 1998, equation 1):
///   N = n / max(1, 1 + 2 Σ (1 − k/n) ρx(k) ρy(k)),  k = 1 … K,
/// between 4 and n. The sum ends at the first lag at which both are within 2/√n, at the latest at
/// min(n/4, 40 log10 n). Columns must have mean 0 and variance 1; products do not cross from one run of rows
/// to the next. The diagonal holds n. NaN is a missing value: n is then, for a pair, the rows that have both.
/// A job that is cancelled gives sizes that mean nothing.
Eigen::MatrixXd effectiveSampleSizes(const Eigen::MatrixXd& standardised, const std::vector<int>& runs,
                                     const JobContext& job = {});

/// The autocorrelation of one such column at lags 0 … last.
Eigen::VectorXd autocorrelation(const Eigen::VectorXd& standardised, const std::vector<int>& runs, int last);

} // namespace mien::causal
