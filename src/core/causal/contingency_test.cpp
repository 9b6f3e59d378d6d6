// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/contingency_test.h"

#include "core/causal/normal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mien::causal {
namespace {

constexpr double samplesPerCell = 5.0; // the usual rule for the χ² approximation

struct Sum {
    double statistic = 0.0;
    double degrees = 0.0;
};

/// One table of counts, x in rows.
Sum sumOf(const std::uint32_t* cells, int rows, int columns, ContingencyStatistic kind) {
    std::vector<double> byRow(static_cast<std::size_t>(rows), 0.0);
    std::vector<double> byColumn(static_cast<std::size_t>(columns), 0.0);
    double total = 0.0;
    for (int i = 0; i < rows; ++i) {
        for (int j = 0; j < columns; ++j) {
            const double count = cells[i * columns + j];
            byRow[static_cast<std::size_t>(i)] += count;
            byColumn[static_cast<std::size_t>(j)] += count;
            total += count;
        }
    }
    const auto shown = [](const std::vector<double>& sums) {
        return static_cast<double>(std::count_if(sums.begin(), sums.end(), [](double s) { return s > 0.0; }));
    };
    Sum sum;
    if (total == 0.0)
        return sum;
    sum.degrees = (shown(byRow) - 1.0) * (shown(byColumn) - 1.0);
    for (int i = 0; i < rows; ++i) {
        for (int j = 0; j < columns; ++j) {
            const double count = cells[i * columns + j];
            const double expected =
                byRow[static_cast<std::size_t>(i)] * byColumn[static_cast<std::size_t>(j)] / total;
            if (expected == 0.0)
                continue;
            if (kind == ContingencyStatistic::ChiSquare)
                sum.statistic += (count - expected) * (count - expected) / expected;
            else if (count > 0.0)
                sum.statistic += 2.0 * count * std::log(count / expected);
        }
    }
    return sum;
}

} // namespace

class ContingencyTest::Session final : public TestSession {
public:
    explicit Session(const ContingencyTest& test) : m_test(test) {
        m_strata.push_back({std::vector<std::uint32_t>(test.m_data.rows(), 0), 1});
    }

    Answer decide(int x, int y, std::span<const int> given) override {
        const auto& data = m_test.m_data;
        const int rows = levels(x);
        const int columns = levels(y);
        const double n = m_test.samples(x, y);
        double cells = static_cast<double>(rows) * columns;
        for (const int v : given)
            cells *= levels(v);
        if (n < samplesPerCell * cells)
            return {};
        const Strata& strata = strataOf(given);
        const auto area = static_cast<std::size_t>(rows * columns);
        m_counts.assign(strata.count * area, 0);
        const auto& codesX = data.codes[static_cast<std::size_t>(x)];
        const auto& codesY = data.codes[static_cast<std::size_t>(y)];
        for (std::size_t row = 0; row < codesX.size(); ++row)
            ++m_counts[strata.of[row] * area + codesX[row] * static_cast<std::size_t>(columns) + codesY[row]];
        Sum all;
        for (std::size_t s = 0; s < strata.count; ++s) {
            const Sum one = sumOf(m_counts.data() + s * area, rows, columns, m_test.m_statistic);
            all.statistic += one.statistic;
            all.degrees += one.degrees;
        }
        if (all.degrees < 1.0)
            return {};
        const double scale = n / static_cast<double>(data.rows());
        const double logP = logChiSquareP(all.statistic * scale, all.degrees);
        return {logP > m_test.m_logAlpha ? Verdict::Independent : Verdict::Dependent, -logP};
    }

private:
    /// Each row's combination of the given variables, numbered in the order of appearance.
    struct Strata {
        std::vector<std::uint32_t> of;
        std::size_t count = 1;
    };

    int levels(int v) const { return m_test.m_data.levels[static_cast<std::size_t>(v)]; }

    const Strata& strataOf(std::span<const int> given) {
        std::size_t shared = 0;
        while (shared < given.size() && shared < m_given.size() && given[shared] == m_given[shared])
            ++shared;
        m_given.resize(shared);
        for (std::size_t i = shared; i < given.size(); ++i) {
            if (m_strata.size() <= i + 1)
                m_strata.emplace_back();
            const Strata& before = m_strata[i];
            Strata& after = m_strata[i + 1];
            const auto& codes = m_test.m_data.codes[static_cast<std::size_t>(given[i])];
            const auto width = static_cast<std::size_t>(levels(given[i]));
            constexpr auto unseen = std::numeric_limits<std::uint32_t>::max();
            std::vector<std::uint32_t> numbers(before.count * width, unseen);
            after.of.resize(codes.size());
            after.count = 0;
            for (std::size_t row = 0; row < codes.size(); ++row) {
                auto& number = numbers[before.of[row] * width + codes[row]];
                if (number == unseen)
                    number = static_cast<std::uint32_t>(after.count++);
                after.of[row] = number;
            }
            m_given.push_back(given[i]);
        }
        return m_strata[given.size()];
    }

    const ContingencyTest& m_test;
    std::vector<int> m_given;
    std::vector<Strata> m_strata; ///< after the first k given variables
    std::vector<std::uint32_t> m_counts;
};

ContingencyTest::ContingencyTest(Categories data, Eigen::MatrixXd samples, double alpha,
                                 ContingencyStatistic statistic)
    : m_data(std::move(data)),
      m_samples(std::move(samples)),
      m_logAlpha(std::log(alpha)),
      m_statistic(statistic) {}

std::unique_ptr<TestSession> ContingencyTest::session() const {
    return std::make_unique<Session>(*this);
}

} // namespace mien::causal
