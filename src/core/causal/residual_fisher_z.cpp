// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/residual_fisher_z.h"

#include "core/causal/effective_samples.h"
#include "core/causal/normal.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace mien::causal {
namespace {

constexpr double leastVariance = 1e-10; ///< of a variance of 1

Eigen::MatrixXd part(const Eigen::MatrixXd& of, const std::vector<int>& rows,
                     const std::vector<int>& columns) {
    return of(rows, columns);
}

} // namespace

std::vector<Eigen::MatrixXd> laggedProducts(const Eigen::MatrixXd& standardised, const std::vector<int>& runs,
                                            const JobContext& job) {
    const auto rows = standardised.rows();
    const auto n = static_cast<double>(rows);
    std::vector<std::pair<Eigen::Index, Eigen::Index>> list; // first row, number
    for (Eigen::Index row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (row == 0 || (!runs.empty() && runs[at] != runs[at - 1]))
            list.emplace_back(row, 0);
        ++list.back().second;
    }
    const auto last = static_cast<Eigen::Index>(std::min(n / 4.0, 40.0 * std::log10(n)));
    std::vector<Eigen::MatrixXd> all;
    for (Eigen::Index lag = 1; lag <= last && !job.cancelled(); ++lag) {
        Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(standardised.cols(), standardised.cols());
        double count = 0.0;
        for (const auto& [first, length] : list) {
            if (length <= lag)
                continue;
            count += static_cast<double>(length - lag);
            sum.noalias() += standardised.middleRows(first, length - lag).transpose() *
                             standardised.middleRows(first + lag, length - lag);
        }
        if (count < 1.0)
            break;
        all.emplace_back(sum / count * (1.0 - static_cast<double>(lag) / n));
        if (all.back().diagonal().cwiseAbs().maxCoeff() < 2.0 / std::sqrt(n))
            break;
    }
    return all;
}

class ResidualFisherZ::Session final : public TestSession {
public:
    explicit Session(const ResidualFisherZ& test) : m_test(test) {}

    Answer decide(int x, int y, std::span<const int> given) override {
        const auto count = static_cast<double>(given.size());
        if (m_test.m_worth - count - 3.0 < 1.0)
            return {Verdict::NotDone, 0.0};
        m_places.assign(given.begin(), given.end());
        const std::vector<int> both{x, y};
        Eigen::MatrixXd left = part(m_test.m_correlation, both, both);
        Eigen::MatrixXd weights(static_cast<Eigen::Index>(given.size()), 2);
        if (!given.empty()) {
            const Eigen::LLT<Eigen::MatrixXd> factor(part(m_test.m_correlation, m_places, m_places));
            if (factor.info() != Eigen::Success ||
                factor.matrixLLT().diagonal().cwiseAbs2().minCoeff() < leastVariance)
                return {Verdict::NotDone, 0.0};
            const Eigen::MatrixXd along = part(m_test.m_correlation, m_places, both);
            weights = factor.solve(along);
            left -= along.transpose() * weights;
        }
        if (left(0, 0) < leastVariance || left(1, 1) < leastVariance)
            return {Verdict::NotDone, 0.0};
        const double r = std::min(1.0, std::abs(left(0, 1)) / std::sqrt(left(0, 0) * left(1, 1)));
        const auto limit = [&](double samples) {
            return std::tanh(m_test.m_critical / std::sqrt(std::max(1e-9, samples - count - 3.0)));
        };
        if (r <= limit(m_test.m_worth))
            return {Verdict::Independent, r}; // fewer samples would say so even more
        m_places.push_back(x);
        m_places.push_back(y);
        Eigen::VectorXd ofX(weights.rows() + 2);
        Eigen::VectorXd ofY(weights.rows() + 2);
        ofX << -weights.col(0), 1.0, 0.0;
        ofY << -weights.col(1), 0.0, 1.0;
        const double samples =
            m_test.samples(m_places, ofX / std::sqrt(left(0, 0)), ofY / std::sqrt(left(1, 1)));
        if (samples - count - 3.0 < 1.0)
            return {Verdict::NotDone, 0.0};
        return {r > limit(samples) ? Verdict::Dependent : Verdict::Independent, r};
    }

private:
    const ResidualFisherZ& m_test;
    std::vector<int> m_places;
};

ResidualFisherZ::ResidualFisherZ(Eigen::MatrixXd correlation, std::vector<Eigen::MatrixXd> products,
                                 double rows, double worth, double alpha)
    : m_correlation(std::move(correlation)),
      m_products(std::move(products)),
      m_rows(rows),
      m_worth(worth),
      m_critical(upperNormalQuantile(alpha / 2.0)) {}

double ResidualFisherZ::samples(const std::vector<int>& places, const Eigen::VectorXd& x,
                                const Eigen::VectorXd& y) const {
    double sum = 0.0;
    const double inside = 2.0 / std::sqrt(m_rows);
    for (std::size_t k = 0; k < m_products.size(); ++k) {
        const Eigen::MatrixXd own = part(m_products[k], places, places);
        const double a = x.dot(own * x);
        const double b = y.dot(own * y);
        if (std::abs(a) < inside && std::abs(b) < inside)
            break;
        sum += (1.0 - static_cast<double>(k + 1) / m_rows) * a * b;
    }
    return std::clamp(m_worth / std::max(1.0, 1.0 + 2.0 * sum), std::min(4.0, m_worth), m_worth);
}

std::unique_ptr<TestSession> ResidualFisherZ::session() const {
    return std::make_unique<Session>(*this);
}

double ResidualFisherZ::logP(int x, int y, int givenCount, double score) const {
    const Eigen::VectorXd one = Eigen::VectorXd::Unit(2, 0);
    const Eigen::VectorXd other = Eigen::VectorXd::Unit(2, 1);
    const double degrees = samples({x, y}, one, other) - givenCount - 3.0;
    return degrees < 1.0 ? 0.0 : logTwoSidedP(std::atanh(std::min(score, 1.0 - 1e-16)) * std::sqrt(degrees));
}

} // namespace mien::causal
