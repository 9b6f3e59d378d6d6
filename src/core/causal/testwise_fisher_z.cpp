// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/testwise_fisher_z.h"

#include "core/causal/normal.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace mien::causal {
namespace {

constexpr double leastVariance = 1e-10; ///< of a variance of 1
constexpr std::size_t mostPatterns = 4096;

} // namespace

class TestwiseFisherZ::Session final : public TestSession {
public:
    explicit Session(const TestwiseFisherZ& test) : m_test(test) {}

    Answer decide(int x, int y, std::span<const int> given) override {
        m_variables.assign(given.begin(), given.end());
        m_variables.push_back(x);
        m_variables.push_back(y);
        const double rows = gather();
        const double degrees = rows * m_test.m_perRow(x, y) - static_cast<double>(given.size()) - 3.0;
        if (degrees < 1.0 || !reduce())
            return {Verdict::NotDone, 0.0};
        const auto last = static_cast<Eigen::Index>(m_variables.size()) - 1;
        const double left = m_moments(last - 1, last - 1);
        const double right = m_moments(last, last);
        if (left < leastVariance || right < leastVariance)
            return {Verdict::NotDone, 0.0};
        const double r = std::min(1.0, std::abs(m_moments(last, last - 1)) / std::sqrt(left * right));
        return {r > std::tanh(m_test.m_critical / std::sqrt(degrees)) ? Verdict::Dependent
                                                                      : Verdict::Independent,
                r};
    }

private:
    /// Correlations of the variables over the rows that have them all, into m_moments; the number of those
    /// rows.
    double gather() {
        const auto size = static_cast<Eigen::Index>(m_variables.size());
        m_moments.setZero(size, size);
        m_sums.setZero(size);
        double count = 0.0;
        for (const Pattern& pattern : m_test.m_patterns) {
            const auto there = [&](int v) { return pattern.present[static_cast<std::size_t>(v)] != 0; };
            if (!std::all_of(m_variables.begin(), m_variables.end(), there))
                continue;
            count += pattern.count;
            for (Eigen::Index i = 0; i < size; ++i) {
                const int a = m_variables[static_cast<std::size_t>(i)];
                m_sums(i) += pattern.sums(a);
                for (Eigen::Index j = 0; j <= i; ++j)
                    m_moments(i, j) += pattern.products(a, m_variables[static_cast<std::size_t>(j)]);
            }
        }
        if (count < 1.0)
            return 0.0;
        for (Eigen::Index i = 0; i < size; ++i)
            for (Eigen::Index j = 0; j <= i; ++j)
                m_moments(i, j) = m_moments(i, j) / count - (m_sums(i) / count) * (m_sums(j) / count);
        for (Eigen::Index i = size; i-- > 0;)
            for (Eigen::Index j = 0; j < i; ++j)
                m_moments(i, j) /= std::sqrt(std::max(1e-300, m_moments(i, i) * m_moments(j, j)));
        for (Eigen::Index i = 0; i < size; ++i)
            m_moments(i, i) = m_moments(i, i) > leastVariance ? 1.0 : 0.0;
        return count;
    }

    /// Takes the given variables out of the last two; false where others determine one of them.
    bool reduce() {
        const auto size = m_moments.rows();
        for (Eigen::Index k = 0; k + 2 < size; ++k) {
            const double pivot = m_moments(k, k);
            if (pivot < leastVariance)
                return false;
            for (Eigen::Index i = k + 1; i < size; ++i)
                for (Eigen::Index j = k + 1; j <= i; ++j)
                    m_moments(i, j) -= m_moments(i, k) * m_moments(j, k) / pivot;
        }
        return true;
    }

    const TestwiseFisherZ& m_test;
    std::vector<int> m_variables;
    Eigen::MatrixXd m_moments;
    Eigen::VectorXd m_sums;
};

Result<std::unique_ptr<TestwiseFisherZ>> TestwiseFisherZ::create(const Eigen::MatrixXd& values,
                                                                 const std::vector<int>& times,
                                                                 Eigen::MatrixXd perRow, double alpha) {
    std::unique_ptr<TestwiseFisherZ> test(new TestwiseFisherZ(
        static_cast<int>(values.cols()), std::move(perRow), upperNormalQuantile(alpha / 2.0)));
    std::map<std::vector<char>, std::size_t> places;
    std::vector<char> present(static_cast<std::size_t>(values.cols()));
    for (Eigen::Index row = 0; row < values.rows(); ++row) {
        const double weight = times.empty() ? 1.0 : times[static_cast<std::size_t>(row)];
        for (Eigen::Index c = 0; c < values.cols(); ++c)
            present[static_cast<std::size_t>(c)] = !std::isnan(values(row, c));
        if (weight == 0.0)
            continue;
        const auto [place, fresh] = places.emplace(present, test->m_patterns.size());
        if (fresh && places.size() > mostPatterns)
            return fail(ErrorCode::InvalidArgument,
                        "Values are missing in more than " + std::to_string(mostPatterns) +
                            " different combinations of columns; leave out incomplete rows instead.");
        if (fresh)
            test->m_patterns.push_back({present, 0.0, Eigen::VectorXd::Zero(values.cols()),
                                        Eigen::MatrixXd::Zero(values.cols(), values.cols())});
        Pattern& pattern = test->m_patterns[place->second];
        pattern.count += weight;
        const Eigen::VectorXd cells =
            values.row(row).transpose().unaryExpr([](double v) { return std::isnan(v) ? 0.0 : v; });
        pattern.sums += weight * cells;
        pattern.products.selfadjointView<Eigen::Lower>().rankUpdate(cells, weight);
    }
    for (Pattern& pattern : test->m_patterns)
        pattern.products.triangularView<Eigen::StrictlyUpper>() = pattern.products.transpose();
    return test;
}

double TestwiseFisherZ::rowsOf(int x, int y) const {
    double count = 0.0;
    for (const Pattern& pattern : m_patterns)
        if (pattern.present[static_cast<std::size_t>(x)] && pattern.present[static_cast<std::size_t>(y)])
            count += pattern.count;
    return count;
}

std::unique_ptr<TestSession> TestwiseFisherZ::session() const {
    return std::make_unique<Session>(*this);
}

double TestwiseFisherZ::logP(int x, int y, int givenCount, double score) const {
    const double degrees = rowsOf(x, y) * m_perRow(x, y) - givenCount - 3.0;
    return degrees < 1.0 ? 0.0 : logTwoSidedP(std::atanh(std::min(score, 1.0 - 1e-16)) * std::sqrt(degrees));
}

} // namespace mien::causal
