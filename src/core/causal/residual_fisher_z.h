// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/causal/independence_test.h"

#include <Eigen/Core>

#include <vector>

namespace mien::causal {

/// Mean products of columns with mean 0 and variance 1: entry (a, b) of the k-th is that of a(t) and b(t + k)
/// within the runs of rows, times 1 − k / n; k = 1 … until every column's autocorrelation is within 2/√n, at
/// the latest min(n/4, 40 log10 n). A job that is cancelled gives fewer.
std::vector<Eigen::MatrixXd> laggedProducts(const Eigen::MatrixXd& standardised, const std::vector<int>& runs,
                                            const JobContext& job = {});

/// Fisher's z whose number of samples is, for each test, that of the two residuals it correlates (Bartlett's
/// formula as in effectiveSampleSizes(), with the residuals' autocorrelations): what is given may take
/// autocorrelation away, and in a lagged search the past does. Correlations of the two with S at other lags
/// are not looked at.
class ResidualFisherZ final : public IndependenceTest {
public:
    ResidualFisherZ(Eigen::MatrixXd correlation, std::vector<Eigen::MatrixXd> products, double rows,
                    double alpha)
        : ResidualFisherZ(std::move(correlation), std::move(products), rows, rows, alpha) {}
    /// Of resampled rows, which are worth `worth` where all are independent.
    ResidualFisherZ(Eigen::MatrixXd correlation, std::vector<Eigen::MatrixXd> products, double rows,
                    double worth, double alpha);

    int variableCount() const override { return static_cast<int>(m_correlation.rows()); }
    std::unique_ptr<TestSession> session() const override;
    /// Of the two without anything given, since the set is not known here: too careful where it held much.
    double logP(int x, int y, int givenCount, double score) const override;

private:
    class Session;
    /// Independent samples of two combinations of the variables, `weights` of those at `places`.
    double samples(const std::vector<int>& places, const Eigen::VectorXd& x, const Eigen::VectorXd& y) const;

    Eigen::MatrixXd m_correlation;
    std::vector<Eigen::MatrixXd> m_products;
    double m_rows;
    double m_worth;
    double m_critical;
};

} // namespace mien::causal
