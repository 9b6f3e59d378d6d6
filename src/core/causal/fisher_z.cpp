// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/fisher_z.h"

#include "core/causal/normal.h"

#include <algorithm>
#include <cmath>

namespace mien::causal {
namespace {

constexpr double leastVariance = 1e-10; ///< of a variance of 1

} // namespace

class FisherZ::Session final : public TestSession {
public:
    explicit Session(const FisherZ& test)
        : m_test(test), m_size(static_cast<std::size_t>(test.variableCount())) {
        m_left.push_back({});
    }

    Answer decide(int x, int y, std::span<const int> given) override {
        const std::size_t count = given.size();
        const double limit = limitOf(x, y, count);
        if (limit < 0.0 || !factorise(given))
            return {Verdict::NotDone, 0.0};
        follow(x, y, given);
        const Left& left = m_left[count];
        if (left.x < leastVariance || left.y < leastVariance)
            return {Verdict::NotDone, 0.0};
        const double r = std::min(1.0, std::abs(left.both) / std::sqrt(left.x * left.y));
        return {r > limit ? Verdict::Dependent : Verdict::Independent, r};
    }

private:
    /// Variances and covariance of x and y after the first k given variables are taken out.
    struct Left {
        double x = 1.0;
        double y = 1.0;
        double both = 0.0;
    };

    double limitOf(int x, int y, std::size_t count) {
        if (m_test.m_common) {
            return count < m_test.m_thresholds.size() ? m_test.m_thresholds[count] : -1.0;
        }
        if (x != m_limitX || y != m_limitY || count != m_limitCount) {
            m_limitX = x, m_limitY = y, m_limitCount = count;
            m_limit = m_test.threshold(m_test.samples(x, y), static_cast<int>(count));
        }
        return m_limit;
    }

    double correlation(int i, int j) const {
        return m_test.m_correlation
            .data()[static_cast<std::size_t>(i) * m_size + static_cast<std::size_t>(j)];
    }

    /// Rows of the Cholesky factor for what is new in `given`. False where the others determine one of them.
    bool factorise(std::span<const int> given) {
        std::size_t shared = 0;
        while (shared < given.size() && shared < m_given.size() && given[shared] == m_given[shared])
            ++shared;
        m_given.resize(shared);
        m_followed = std::min(m_followed, shared);
        while (m_rows.size() < given.size()) {
            m_rows.emplace_back(m_rows.size() + 1);
            m_alongX.push_back(0.0);
            m_alongY.push_back(0.0);
            m_left.push_back({});
        }
        for (std::size_t i = shared; i < given.size(); ++i) {
            double* row = m_rows[i].data();
            double rest = 1.0;
            for (std::size_t j = 0; j < i; ++j) {
                const double* other = m_rows[j].data();
                double value = correlation(given[i], given[j]);
                for (std::size_t k = 0; k < j; ++k)
                    value -= row[k] * other[k];
                row[j] = value * other[j];
                rest -= row[j] * row[j];
            }
            if (rest < leastVariance)
                return false;
            row[i] = 1.0 / std::sqrt(rest); // the inverse of the diagonal
            m_given.push_back(given[i]);
        }
        return true;
    }

    void follow(int x, int y, std::span<const int> given) {
        if (x != m_x || y != m_y) {
            m_x = x, m_y = y;
            m_followed = 0;
            m_left[0] = {1.0, 1.0, correlation(x, y)};
        }
        for (std::size_t i = m_followed; i < given.size(); ++i) {
            const double* row = m_rows[i].data();
            double alongX = correlation(x, given[i]);
            double alongY = correlation(y, given[i]);
            for (std::size_t k = 0; k < i; ++k) {
                alongX -= row[k] * m_alongX[k];
                alongY -= row[k] * m_alongY[k];
            }
            m_alongX[i] = alongX *= row[i];
            m_alongY[i] = alongY *= row[i];
            const Left& before = m_left[i];
            m_left[i + 1] = {before.x - alongX * alongX, before.y - alongY * alongY,
                             before.both - alongX * alongY};
        }
        m_followed = given.size();
    }

    const FisherZ& m_test;
    std::size_t m_size;
    std::vector<int> m_given;                ///< whose rows are valid
    std::vector<std::vector<double>> m_rows; ///< row i: L[i][0 … i-1], 1 / L[i][i]
    std::vector<double> m_alongX;
    std::vector<double> m_alongY;
    std::vector<Left> m_left;
    std::size_t m_followed = 0; ///< entries of the three above that are valid for m_x, m_y and m_given
    int m_x = -1;
    int m_y = -1;
    int m_limitX = -1;
    int m_limitY = -1;
    std::size_t m_limitCount = 0;
    double m_limit = -1.0;
};

FisherZ::FisherZ(Eigen::MatrixXd correlation, double samples, double alpha)
    : m_correlation(std::move(correlation)),
      m_samples(Eigen::MatrixXd::Constant(1, 1, samples)),
      m_common(true),
      m_critical(upperNormalQuantile(alpha / 2.0)) {
    for (int count = 0; count < variableCount(); ++count)
        m_thresholds.push_back(threshold(samples, count));
}

FisherZ::FisherZ(Eigen::MatrixXd correlation, Eigen::MatrixXd samples, double alpha)
    : m_correlation(std::move(correlation)),
      m_samples(std::move(samples)),
      m_common(false),
      m_critical(upperNormalQuantile(alpha / 2.0)) {}

double FisherZ::threshold(double samples, int givenCount) const {
    const double degrees = samples - givenCount - 3.0;
    return degrees < 1.0 ? -1.0 : std::tanh(m_critical / std::sqrt(degrees));
}

std::unique_ptr<TestSession> FisherZ::session() const {
    return std::make_unique<Session>(*this);
}

double FisherZ::logP(int x, int y, int givenCount, double score) const {
    const double degrees = samples(x, y) - givenCount - 3.0;
    return degrees < 1.0 ? 0.0 : logTwoSidedP(std::atanh(std::min(score, 1.0 - 1e-16)) * std::sqrt(degrees));
}

} // namespace mien::causal
