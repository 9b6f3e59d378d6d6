// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/effective_samples.h"

#include <algorithm>
#include <cmath>

namespace mien::causal {
namespace {

/// Uninterrupted rows: first row and number.
using Runs = std::vector<std::pair<Eigen::Index, Eigen::Index>>;

Runs runsOf(const std::vector<int>& runs, Eigen::Index rows) {
    Runs list;
    for (Eigen::Index row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (row == 0 || (!runs.empty() && runs[at] != runs[at - 1]))
            list.emplace_back(row, 0);
        ++list.back().second;
    }
    return list;
}

double lagged(const double* column, const Runs& runs, Eigen::Index lag, Eigen::Index rows) {
    double sum = 0.0;
    for (const auto& [first, count] : runs)
        if (count > lag)
            sum += Eigen::Map<const Eigen::VectorXd>(column + first, count - lag)
                       .dot(Eigen::Map<const Eigen::VectorXd>(column + first + lag, count - lag));
    return sum / static_cast<double>(rows);
}

/// Autocorrelations of one column, computed only as far as they are asked for.
class Autocorrelation {
public:
    Autocorrelation(const double* column, const Runs& runs, Eigen::Index rows)
        : m_column(column), m_runs(&runs), m_rows(rows) {}
    double at(Eigen::Index lag) {
        while (static_cast<Eigen::Index>(m_values.size()) <= lag)
            m_values.push_back(lagged(m_column, *m_runs, static_cast<Eigen::Index>(m_values.size()), m_rows));
        return m_values[static_cast<std::size_t>(lag)];
    }

private:
    const double* m_column;
    const Runs* m_runs;
    Eigen::Index m_rows;
    std::vector<double> m_values;
};

} // namespace

Eigen::MatrixXd effectiveSampleSizes(const Eigen::MatrixXd& standardised, const std::vector<int>& runs) {
    const auto rows = standardised.rows();
    const auto n = static_cast<double>(rows);
    const Runs list = runsOf(runs, rows);
    std::vector<Autocorrelation> series;
    for (Eigen::Index c = 0; c < standardised.cols(); ++c)
        series.emplace_back(standardised.col(c).data(), list, rows);
    const auto last = static_cast<Eigen::Index>(std::min(n / 4.0, 40.0 * std::log10(n)));
    const double inside = 2.0 / std::sqrt(n);
    Eigen::MatrixXd sizes = Eigen::MatrixXd::Constant(standardised.cols(), standardised.cols(), n);
    for (Eigen::Index x = 0; x < standardised.cols(); ++x) {
        for (Eigen::Index y = 0; y < x; ++y) {
            double sum = 0.0;
            for (Eigen::Index lag = 1; lag <= last; ++lag) {
                const double a = series[static_cast<std::size_t>(x)].at(lag);
                const double b = series[static_cast<std::size_t>(y)].at(lag);
                if (std::abs(a) < inside && std::abs(b) < inside)
                    break;
                sum += (1.0 - static_cast<double>(lag) / n) * a * b;
            }
            const double size = std::clamp(n / std::max(1.0, 1.0 + 2.0 * sum), std::min(4.0, n), n);
            sizes(x, y) = sizes(y, x) = size;
        }
    }
    return sizes;
}

Eigen::VectorXd autocorrelation(const Eigen::VectorXd& standardised, const std::vector<int>& runs, int last) {
    const Runs list = runsOf(runs, standardised.size());
    Eigen::VectorXd values(last + 1);
    for (int lag = 0; lag <= last; ++lag)
        values(lag) = lagged(standardised.data(), list, lag, standardised.size());
    return values;
}

} // namespace mien::causal
