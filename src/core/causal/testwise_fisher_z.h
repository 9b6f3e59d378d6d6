// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/causal/independence_test.h"

#include <Eigen/Core>

#include <vector>

namespace mien::causal {

/// Fisher's z where values are missing: each test uses the rows that are complete for its own variables
/// (test-wise deletion). Counts, sums and products are kept for each pattern of missing values, and a test
/// adds up the patterns that have its variables; so its correlations all come from the same rows, and no
/// correlation matrix of pairwise complete entries, which need not be one, is ever made.
class TestwiseFisherZ final : public IndependenceTest {
public:
    /// `values`: NaN is missing. `times`: how often each row counts; empty: once. `perRow`: for each pair,
    /// what one of their common rows is worth in independent samples, 0 … 1. InvalidArgument: more than 4,096
    /// patterns.
    static Result<std::unique_ptr<TestwiseFisherZ>> create(const Eigen::MatrixXd& values,
                                                           const std::vector<int>& times,
                                                           Eigen::MatrixXd perRow, double alpha);

    int variableCount() const override { return m_variables; }
    std::unique_ptr<TestSession> session() const override;
    /// By the samples of the pair alone: a test with given variables may have had fewer rows.
    double logP(int x, int y, int givenCount, double score) const override;

private:
    class Session;
    struct Pattern {
        std::vector<char> present;
        double count = 0.0;
        Eigen::VectorXd sums;
        Eigen::MatrixXd products;
    };
    TestwiseFisherZ(int variables, Eigen::MatrixXd perRow, double critical)
        : m_variables(variables), m_perRow(std::move(perRow)), m_critical(critical) {}
    double rowsOf(int x, int y) const;

    int m_variables;
    Eigen::MatrixXd m_perRow;
    double m_critical;
    std::vector<Pattern> m_patterns;
};

} // namespace mien::causal
