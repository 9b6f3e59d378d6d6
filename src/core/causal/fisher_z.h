// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/independence_test.h"

#include <Eigen/Core>

#include <vector>

namespace mien::causal {

/// Fisher's z of the partial correlation r of x and y given S: independent when
/// atanh|r| · √(N − |S| − 3) ≤ Φ⁻¹(1 − α/2), decided as |r| ≤ tanh(…) so that no logarithm is taken.
///
/// A test is not done where N − |S| − 3 < 1, or where the others determine a variable (what is left of its
/// variance is below 1e-10).
class FisherZ final : public IndependenceTest {
public:
    /// `correlation`: symmetric, ones on the diagonal. The same number of samples for every pair.
    FisherZ(Eigen::MatrixXd correlation, double samples, double alpha);
    /// A number of samples for each pair (effective sample sizes); the diagonal is not looked at.
    FisherZ(Eigen::MatrixXd correlation, Eigen::MatrixXd samples, double alpha);

    int variableCount() const override { return static_cast<int>(m_correlation.rows()); }
    /// Keeps the Cholesky factor of the given variables: sets with a common beginning share its rows.
    std::unique_ptr<TestSession> session() const override;
    double logP(int x, int y, int givenCount, double score) const override;

    double samples(int x, int y) const { return m_common ? m_samples(0, 0) : m_samples(x, y); }
    const Eigen::MatrixXd& correlation() const { return m_correlation; }

private:
    class Session;
    /// |r| at which α is reached; negative where the test cannot be done.
    double threshold(double samples, int givenCount) const;

    Eigen::MatrixXd m_correlation;
    Eigen::MatrixXd m_samples; ///< 1 × 1 when common
    bool m_common;
    double m_critical;                ///< Φ⁻¹(1 − α/2)
    std::vector<double> m_thresholds; ///< by size of the set, when common
};

} // namespace mien::causal
