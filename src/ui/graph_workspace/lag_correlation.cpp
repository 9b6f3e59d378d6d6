// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/lag_correlation.h"

#include <limits>

namespace mien::ui {

LagCorrelation lagCorrelation(const causal::Table& table, int first, int second, int most, double samples) {
    const Eigen::Index rows = table.rows();
    const auto standardised = [&](int column) {
        Eigen::VectorXd values = table.values.col(column);
        double sum = 0.0, squares = 0.0;
        Eigen::Index count = 0;
        for (const double v : values)
            if (!std::isnan(v))
                sum += v, ++count;
        const double mean = count > 0 ? sum / static_cast<double>(count) : 0.0;
        for (const double v : values)
            if (!std::isnan(v))
                squares += (v - mean) * (v - mean);
        const double spread = std::sqrt(squares / static_cast<double>(std::max<Eigen::Index>(1, count)));
        values.array() = (values.array() - mean) / spread;
        return values;
    };
    const Eigen::VectorXd a = standardised(first);
    const Eigen::VectorXd b = standardised(second);
    LagCorrelation out;
    out.most = most;
    out.bound = samples > 3.0 ? 2.0 / std::sqrt(samples) : 1.0;
    double largest = -1.0;
    for (int lag = -most; lag <= most; ++lag) {
        double sum = 0.0;
        Eigen::Index count = 0;
        for (Eigen::Index t = std::max<Eigen::Index>(0, -lag); t < std::min(rows, rows - lag); ++t) {
            if (!table.runs.empty() &&
                table.runs[static_cast<std::size_t>(t)] != table.runs[static_cast<std::size_t>(t + lag)])
                continue;
            const double product = a(t) * b(t + lag);
            if (std::isnan(product))
                continue;
            sum += product;
            ++count;
        }
        constexpr Eigen::Index fewest = 5; // of less a mean says nothing
        const double r = count < fewest ? std::numeric_limits<double>::quiet_NaN()
                                        : std::clamp(sum / static_cast<double>(count), -1.0, 1.0);
        out.values.push_back(r);
        if (std::abs(r) > largest) {
            largest = std::abs(r);
            out.strongest = lag;
        }
    }
    return out;
}

int columnOf(const causal::Table& table, const std::string& variable) {
    const auto place = [&](const std::string& name) {
        const auto found = std::find(table.names.begin(), table.names.end(), name);
        return found == table.names.end() ? -1 : static_cast<int>(found - table.names.begin());
    };
    if (const int column = place(variable); column >= 0)
        return column;
    for (const char* opening : {"[", " (", "("})
        if (const auto at = variable.rfind(opening); at != std::string::npos && at > 0)
            if (const int column = place(variable.substr(0, at)); column >= 0)
                return column;
    return -1;
}

} // namespace mien::ui
