// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/resample.h"

#include "core/causal/effective_samples.h"

#include <algorithm>
#include <cmath>

namespace mien::causal {
namespace {

/// One past the last row of each row's run.
std::vector<Eigen::Index> endsOfRuns(Eigen::Index rows, const std::vector<int>& runs) {
    std::vector<Eigen::Index> ends(static_cast<std::size_t>(rows));
    Eigen::Index end = rows;
    for (Eigen::Index row = rows; row-- > 0;) {
        const auto at = static_cast<std::size_t>(row);
        if (row + 1 < rows && !runs.empty() && runs[at] != runs[at + 1])
            end = row + 1;
        ends[at] = end;
    }
    return ends;
}

} // namespace

int blockLengthFor(const Eigen::MatrixXd& standardised, const std::vector<int>& runs) {
    const auto n = static_cast<double>(standardised.rows());
    const int most = std::max(1, static_cast<int>(n / 4.0));
    const double inside = 2.0 / std::sqrt(n);
    int length = std::min(most, static_cast<int>(std::ceil(std::cbrt(n))));
    constexpr int step = 32;
    for (Eigen::Index c = 0; c < standardised.cols(); ++c) {
        int last = std::min(most, std::max(length, step));
        for (bool found = false; !found && length < most;) {
            const auto rho = autocorrelation(standardised.col(c), runs, last);
            int lag = 1;
            while (lag <= last && std::abs(rho(lag)) >= inside)
                ++lag;
            found = lag <= last || last == most;
            length = std::max(length, std::min(lag, most));
            last = std::min(most, 4 * last);
        }
    }
    return length;
}

std::vector<int> bootstrapRows(Eigen::Index rows, const std::vector<int>& runs, int blockLength, Rng& rng) {
    const auto ends = endsOfRuns(rows, runs);
    std::vector<int> times(static_cast<std::size_t>(rows), 0);
    for (Eigen::Index taken = 0; taken < rows;) {
        const auto first = static_cast<Eigen::Index>(rng.below(static_cast<std::uint64_t>(rows)));
        const auto end =
            std::min({first + blockLength, ends[static_cast<std::size_t>(first)], first + rows - taken});
        for (Eigen::Index row = first; row < end; ++row)
            ++times[static_cast<std::size_t>(row)];
        taken += end - first;
    }
    return times;
}

std::vector<int> subsampleRows(Eigen::Index rows, const std::vector<int>& runs, int blockLength, double share,
                               Rng& rng) {
    const auto ends = endsOfRuns(rows, runs);
    std::vector<std::pair<Eigen::Index, Eigen::Index>> blocks;
    for (Eigen::Index row = 0; row < rows;) {
        const auto end = std::min(row + blockLength, ends[static_cast<std::size_t>(row)]);
        blocks.emplace_back(row, end);
        row = end;
    }
    for (std::size_t i = blocks.size(); i > 1; --i)
        std::swap(blocks[i - 1], blocks[rng.below(i)]);
    std::vector<int> times(static_cast<std::size_t>(rows), 0);
    auto left = static_cast<Eigen::Index>(std::llround(share * static_cast<double>(rows)));
    for (const auto& [first, end] : blocks) {
        for (Eigen::Index row = first; row < end && left > 0; ++row, --left)
            times[static_cast<std::size_t>(row)] = 1;
    }
    return times;
}

Eigen::MatrixXd correlationOfRows(const Eigen::MatrixXd& values, const std::vector<int>& times) {
    const auto size = values.cols();
    std::vector<Eigen::Index> used;
    double total = 0.0;
    for (std::size_t row = 0; row < times.size(); ++row) {
        if (times[row] > 0)
            used.push_back(static_cast<Eigen::Index>(row));
        total += times[row];
    }
    Eigen::MatrixXd rows(static_cast<Eigen::Index>(used.size()), size);
    Eigen::VectorXd weights(static_cast<Eigen::Index>(used.size()));
    for (std::size_t i = 0; i < used.size(); ++i)
        weights(static_cast<Eigen::Index>(i)) = times[static_cast<std::size_t>(used[i])] / total;
    for (Eigen::Index c = 0; c < size; ++c) {
        for (std::size_t i = 0; i < used.size(); ++i)
            rows(static_cast<Eigen::Index>(i), c) = values(used[i], c);
        rows.col(c).array() -= weights.dot(rows.col(c));
        rows.col(c).array() *= weights.array().sqrt();
        const double spread = rows.col(c).norm();
        rows.col(c) *= spread > 1e-9 ? 1.0 / spread : 0.0;
    }
    Eigen::MatrixXd products = Eigen::MatrixXd::Zero(size, size);
    products.selfadjointView<Eigen::Lower>().rankUpdate(rows.transpose());
    products.triangularView<Eigen::StrictlyUpper>() = products.transpose();
    products.diagonal().setOnes();
    return products;
}

} // namespace mien::causal
