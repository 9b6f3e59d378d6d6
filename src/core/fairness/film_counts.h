// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fairness/audit.h"

namespace mien::fairness {

/// Of one film and type; nullopt when cancelled.
std::optional<GroupCounts> countsOf(const AuditedFilm& film, annotation::ExpressionType type, double iou,
                                    const JobContext& job);

/// The group that a film's expressions of a type belong to.
std::string groupOf(const AuditedFilm& film, annotation::ExpressionType type, const std::string& attribute);

/// The two groups between which a rate differs most.
struct Difference {
    double value = 0.0;
    std::size_t low = 0, high = 0;
};

/// nullopt where fewer than two groups have the rate.
std::optional<Difference> largest(const std::vector<std::optional<double>>& rates);
/// Equalised odds: the larger difference of the two rates.
std::optional<double> gapOf(const std::vector<std::optional<double>>& tpr,
                            const std::vector<std::optional<double>>& fpr);

} // namespace mien::fairness
