// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/causal/independence_test.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace mien::causal {

/// One pair's question: is there, among the subsets of `size` of either list of candidates, a set that
/// separates x and y? Subsets of both lists are asked once.
struct PairQuestion {
    int x = 0;
    int y = 0;
    std::span<const int> fromX; ///< candidates on x's side, ascending, without x and y
    std::span<const int> fromY;

    double sets(int size) const;
};

struct PairAnswer {
    bool separated = false;
    std::vector<int> set;
    double lowestScore = std::numeric_limits<double>::infinity(); ///< of the tests done
    std::int64_t tests = 0;                                       ///< questions the test answered
    std::int64_t notDone = 0;                                     ///< questions it could not answer
};

struct PairSearchOptions {
    int size = 0;
    /// Take the separating set with the largest p-value instead of the first one in lexicographic order.
    bool strongest = false;
    /// Sets that need no test (they were asked before); may be empty.
    std::function<bool(const PairQuestion&, std::span<const int> set)> skip = {};
};

PairAnswer searchPair(TestSession& session, const PairQuestion& question, const PairSearchOptions& options,
                      const JobContext& job);

/// Every question's answer, at its place. In parallel where that pays; the answers do not depend on it.
std::vector<PairAnswer> searchPairs(const IndependenceTest& test, std::span<const PairQuestion> questions,
                                    const PairSearchOptions& options, const JobContext& job);

} // namespace mien::causal
