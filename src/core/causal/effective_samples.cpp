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

/// Σ a(t) b(t + lag) within the runs.
double products(const Eigen::VectorXd& a, const Eigen::VectorXd& b, const Runs& runs, Eigen::Index lag) {
    double sum = 0.0;
    for (const auto& [first, count] : runs)
        if (count > lag)
            sum += a.segment(first, count - lag).dot(b.segment(first + lag, count - lag));
    return sum;
}

/// Autocorrelations of one column, computed only as far as they are asked for. The mean of the products there
/// are, times 1 − lag / n: what is missing makes a series look no less autocorrelated.
class Autocorrelation {
public:
    Autocorrelation(const Eigen::VectorXd& column, const Runs& runs) : m_values(column), m_runs(&runs) {
        const auto missing = column.array().isNaN();
        if (missing.any()) {
            m_present = (1.0 - missing.cast<double>()).matrix();
            m_values = missing.select(0.0, column);
        }
    }
    double at(Eigen::Index lag) {
        while (static_cast<Eigen::Index>(m_found.size()) <= lag)
            m_found.push_back(compute(static_cast<Eigen::Index>(m_found.size())));
        return m_found[static_cast<std::size_t>(lag)];
    }
    const Eigen::VectorXd& present() const { return m_present; } ///< empty: all rows are there

private:
    double compute(Eigen::Index lag) const {
        double count = 0.0;
        if (m_present.size() > 0)
            count = products(m_present, m_present, *m_runs, lag);
        else
            for (const auto& [first, rows] : *m_runs)
                count += static_cast<double>(std::max<Eigen::Index>(0, rows - lag));
        const auto n = static_cast<double>(m_values.size());
        return count < 1.0 ? 0.0
                           : products(m_values, m_values, *m_runs, lag) / count *
                                 (1.0 - static_cast<double>(lag) / n);
    }

    Eigen::VectorXd m_values;
    Eigen::VectorXd m_present;
    const Runs* m_runs;
    std::vector<double> m_found;
};

double rowsOfBoth(const Autocorrelation& x, const Autocorrelation& y, double rows) {
    if (x.present().size() == 0)
        return y.present().size() == 0 ? rows : y.present().sum();
    return y.present().size() == 0 ? x.present().sum() : x.present().dot(y.present());
}

} // namespace

Eigen::MatrixXd effectiveSampleSizes(const Eigen::MatrixXd& standardised, const std::vector<int>& runs,
                                     const JobContext& job) {
    const auto rows = standardised.rows();
    const auto n = static_cast<double>(rows);
    const Runs list = runsOf(runs, rows);
    std::vector<Autocorrelation> series;
    for (Eigen::Index c = 0; c < standardised.cols(); ++c)
        series.emplace_back(standardised.col(c), list);
    const auto last = static_cast<Eigen::Index>(std::min(n / 4.0, 40.0 * std::log10(n)));
    const double inside = 2.0 / std::sqrt(n);
    Eigen::MatrixXd sizes = Eigen::MatrixXd::Constant(standardised.cols(), standardised.cols(), n);
    for (Eigen::Index x = 0; x < standardised.cols() && !job.cancelled(); ++x) {
        for (Eigen::Index y = 0; y < x && !job.cancelled(); ++y) {
            auto& one = series[static_cast<std::size_t>(x)];
            auto& other = series[static_cast<std::size_t>(y)];
            double sum = 0.0;
            for (Eigen::Index lag = 1; lag <= last; ++lag) {
                const double a = one.at(lag);
                const double b = other.at(lag);
                if (std::abs(a) < inside && std::abs(b) < inside)
                    break;
                sum += (1.0 - static_cast<double>(lag) / n) * a * b;
            }
            const double both = rowsOfBoth(one, other, n);
            sizes(x, y) = sizes(y, x) =
                std::clamp(both / std::max(1.0, 1.0 + 2.0 * sum), std::min(4.0, both), both);
        }
    }
    return sizes;
}

Eigen::VectorXd autocorrelation(const Eigen::VectorXd& standardised, const std::vector<int>& runs, int last) {
    const Runs list = runsOf(runs, standardised.size());
    Autocorrelation series(standardised, list);
    Eigen::VectorXd values(last + 1);
    for (int lag = 0; lag <= last; ++lag)
        values(lag) = series.at(lag);
    return values;
}

} // namespace mien::causal
