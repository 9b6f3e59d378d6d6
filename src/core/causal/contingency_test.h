// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/independence_test.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace mien::causal {

enum class ContingencyStatistic { GSquare, ChiSquare };

/// Categories instead of numbers: codes 0 … levels−1 in each column.
struct Categories {
    std::vector<std::vector<std::uint16_t>> codes; ///< by column, one a row
    std::vector<int> levels;
    std::size_t rows() const { return codes.empty() ? 0 : codes.front().size(); }
};

/// G² or χ² of the tables of x and y within each combination of the given variables. A row or column that a
/// combination never shows takes its degrees of freedom away. The statistic is multiplied by the pair's
/// number of effective samples over the number of rows.
///
/// A test is not done where no degree of freedom is left, or with fewer than five samples a cell: that is no
/// evidence of independence.
class ContingencyTest final : public IndependenceTest {
public:
    /// `samples`: for each pair; 1 × 1 for the same number everywhere.
    ContingencyTest(Categories data, Eigen::MatrixXd samples, double alpha, ContingencyStatistic statistic);

    int variableCount() const override { return static_cast<int>(m_data.codes.size()); }
    std::unique_ptr<TestSession> session() const override;
    /// The score is −log p itself.
    double logP(int, int, int, double score) const override { return -score; }

private:
    class Session;
    double samples(int x, int y) const { return m_samples.size() == 1 ? m_samples(0, 0) : m_samples(x, y); }

    Categories m_data;
    Eigen::MatrixXd m_samples;
    double m_logAlpha;
    ContingencyStatistic m_statistic;
};

} // namespace mien::causal
