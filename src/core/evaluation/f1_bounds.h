// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/spotting_score.h"

#include <optional>
#include <span>

namespace mien::evaluation {

struct F1Bounds {
    double low = 0.0;
    double high = 0.0;
};

/// Percentile interval of the pooled F1 when whole subjects are drawn with replacement: subjects differ more
/// than their films do. `bySubject`: the counts of each. Absent for fewer than two subjects.
std::optional<F1Bounds> f1Bounds(std::span<const SpottingCounts> bySubject, int resamples = 1000,
                                 std::uint64_t seed = 0, double confidence = 0.95);

/// The same of the difference in F1 of two spotters on the same subjects (b − a), drawn together.
std::optional<F1Bounds> f1DifferenceBounds(std::span<const SpottingCounts> a,
                                           std::span<const SpottingCounts> b, int resamples = 1000,
                                           std::uint64_t seed = 0, double confidence = 0.95);

} // namespace mien::evaluation
