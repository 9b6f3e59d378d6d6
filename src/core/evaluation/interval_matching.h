// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace mien::evaluation {

/// Frames begin … end - 1; empty (begin >= end) matches nothing.
struct HalfOpen {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    auto operator<=>(const HalfOpen&) const = default;
};

/// When two intervals count as the same.
struct HitRule {
    double iou = 0.5;
    bool strict = false;

    bool hits(const HalfOpen& a, const HalfOpen& b) const;
};

/// Intersection over union, 0 … 1, correctly rounded: 5 of 10 frames is exactly 0.5.
double intersectionOverUnion(const HalfOpen& a, const HalfOpen& b);

/// The predictions that hit each truth are found in a window of the predictions sorted by their begin, so
/// that long films cost n log n.
class HitTable {
public:
    HitTable(std::vector<HalfOpen> truths, std::vector<HalfOpen> predictions, HitRule rule);

    /// Size of a maximum one-to-one matching (augmenting paths); nullopt when cancelled.
    std::optional<std::int64_t> maximumMatching(const JobContext& job) const;

    struct Pairs {
        std::int64_t pairs = 0;
        std::int64_t truthsInNone = 0;
        std::int64_t predictionsInNone = 0;
    };
    std::optional<Pairs> allPairs(const JobContext& job) const;

private:
    /// Indices into m_predictions that may hit truth `t`.
    std::pair<std::size_t, std::size_t> window(std::size_t t) const;

    std::vector<HalfOpen> m_truths;
    std::vector<HalfOpen> m_predictions;
    HitRule m_rule;
};

} // namespace mien::evaluation
