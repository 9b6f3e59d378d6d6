// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>

namespace mien::causal {

enum class Verdict : std::uint8_t {
    Independent,
    Dependent,
    NotDone, ///< too few samples, or a variable is determined by the others; never counts as independence
};

struct Answer {
    Verdict verdict = Verdict::NotDone;
    /// Grows with the evidence against independence; comparable between answers for the same pair and the
    /// same number of given variables only (|r| of Fisher-z, which spares the logarithm).
    double score = 0.0;
};

/// Answers questions for one thread. It may keep what the last question computed: sets that are asked in
/// lexicographic order share the work of their common beginning.
class TestSession {
public:
    virtual ~TestSession() = default;
    /// Is x independent of y given these? x, y and the given ones are all different.
    virtual Answer decide(int x, int y, std::span<const int> given) = 0;
};

/// A test of conditional independence between variables 0 … variableCount()-1. Immutable; sessions may be
/// used by several threads at once, one each.
class IndependenceTest {
public:
    virtual ~IndependenceTest() = default;
    virtual int variableCount() const = 0;
    virtual std::unique_ptr<TestSession> session() const = 0;
    /// Natural logarithm of the p-value of a score; 0 or minus infinity where there is no such thing
    /// (oracle).
    virtual double logP(int x, int y, int givenCount, double score) const = 0;
};

} // namespace mien::causal
