// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"

#include <Eigen/Core>

#include <vector>

namespace mien::causal {

/// A block must be long enough that what lies in different blocks is unrelated: the first lag at which every
/// column's autocorrelation is within 2/√n, at least n^(1/3), at most n/4.
int blockLengthFor(const Eigen::MatrixXd& standardised, const std::vector<int>& runs);

/// How often each row is taken: blocks that begin anywhere, end with their run, drawn with replacement until
/// there are as many rows as before (moving-block bootstrap; length 1: the ordinary one).
std::vector<int> bootstrapRows(Eigen::Index rows, const std::vector<int>& runs, int blockLength, Rng& rng);

/// Each row once or not at all: whole blocks without replacement until `share` of the rows is reached.
std::vector<int> subsampleRows(Eigen::Index rows, const std::vector<int>& runs, int blockLength, double share,
                               Rng& rng);

/// The correlation of the rows taken. A column that is constant in them is uncorrelated with all.
Eigen::MatrixXd correlationOfRows(const Eigen::MatrixXd& values, const std::vector<int>& times);

} // namespace mien::causal
