// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/prepare.h"

#include "core/causal/natural_order.h"

#include <cmath>

namespace mien::causal {
namespace {

constexpr Eigen::Index fewestRows = 5;   // a test without conditioning needs N − 3 ≥ 1
constexpr double leastVariance = 1e-9;   // of 1: below, a column is a combination of the others
constexpr double constantSpread = 1e-12; // of the column's size: below, its variance is rounding

Unexpected wrong(std::string sentence) {
    return fail(ErrorCode::Corrupt, std::move(sentence));
}

/// Mean 0, variance 1 in two passes; false where the column is constant.
bool standardise(Eigen::Ref<Eigen::VectorXd> column) {
    const double size = column.cwiseAbs().maxCoeff();
    if (size > 0.0)
        column /= size; // squares of huge values would overflow
    column.array() -= column.mean();
    column.array() -= column.mean(); // what rounding left of the mean
    const double spread = std::sqrt(column.squaredNorm() / static_cast<double>(column.size()));
    if (!(spread > constantSpread))
        return false;
    column /= spread;
    return true;
}

/// Places of the columns that are no linear combination of those before them: a Cholesky factorisation that
/// leaves out what has no pivot.
std::vector<int> independentColumns(const Eigen::MatrixXd& correlation) {
    const auto size = correlation.rows();
    std::vector<int> kept;
    Eigen::MatrixXd rows = Eigen::MatrixXd::Zero(size, size);
    for (Eigen::Index i = 0; i < size; ++i) {
        double rest = correlation(i, i);
        Eigen::Index j = 0;
        for (const int other : kept) {
            double value = correlation(i, other);
            for (Eigen::Index k = 0; k < j; ++k)
                value -= rows(i, k) * rows(other, k);
            rows(i, j) = value / rows(other, j);
            rest -= rows(i, j) * rows(i, j);
            ++j;
        }
        if (rest < leastVariance)
            continue;
        rows(i, j) = std::sqrt(rest);
        kept.push_back(static_cast<int>(i));
    }
    return kept;
}

/// The one column that column i repeats, or -1.
int twinOf(const Eigen::MatrixXd& correlation, const std::vector<int>& kept, Eigen::Index i) {
    for (const int other : kept)
        if (other < i && std::abs(correlation(i, other)) > 1.0 - 1e-9)
            return other;
    return -1;
}

/// The same over the values that are there.
bool standardisePresent(Eigen::Ref<Eigen::VectorXd> column) {
    std::vector<Eigen::Index> rows;
    for (Eigen::Index row = 0; row < column.size(); ++row)
        if (!std::isnan(column(row)))
            rows.push_back(row);
    Eigen::VectorXd values = column(rows);
    if (!standardise(values))
        return false;
    column(rows) = values;
    return true;
}

/// Of each pair, over the rows that have both: good for telling that one column repeats another, for no more.
Eigen::MatrixXd correlationOfCommonRows(const Eigen::MatrixXd& values) {
    Eigen::MatrixXd correlation = Eigen::MatrixXd::Identity(values.cols(), values.cols());
    for (Eigen::Index i = 0; i < values.cols(); ++i) {
        for (Eigen::Index j = 0; j < i; ++j) {
            Eigen::Index common = 0;
            Eigen::Array3d squares = Eigen::Array3d::Zero(); // xx, yy, xy
            Eigen::Array2d sums = Eigen::Array2d::Zero();
            for (Eigen::Index row = 0; row < values.rows(); ++row) {
                const double x = values(row, i);
                const double y = values(row, j);
                if (std::isnan(x) || std::isnan(y))
                    continue;
                ++common;
                sums += Eigen::Array2d(x, y);
                squares += Eigen::Array3d(x * x, y * y, x * y);
            }
            const auto n = static_cast<double>(std::max<Eigen::Index>(1, common));
            const double spread = (squares(0) - sums(0) * sums(0) / n) * (squares(1) - sums(1) * sums(1) / n);
            correlation(i, j) = correlation(j, i) =
                common >= fewestRows && spread > 0.0
                    ? (squares(2) - sums(0) * sums(1) / n) / std::sqrt(spread)
                    : 0.0;
        }
    }
    return correlation;
}

std::vector<int> columnsWithoutTwin(const Eigen::MatrixXd& correlation) {
    std::vector<int> kept;
    for (Eigen::Index i = 0; i < correlation.rows(); ++i)
        if (twinOf(correlation, kept, i) < 0)
            kept.push_back(static_cast<int>(i));
    return kept;
}

void takeRows(const Table& table, Missing missing, Prepared& out) {
    std::vector<Eigen::Index> rows;
    std::vector<int> usable; // columns that are not empty
    for (const int column : canonicalOrder(table.names)) {
        const auto values = table.values.col(column);
        if (values.array().isNaN().all())
            out.setAside.push_back({table.names[static_cast<std::size_t>(column)], "has no values"});
        else
            usable.push_back(column);
    }
    int run = 0;
    int lastRun = 0;
    for (Eigen::Index row = 0; row < table.rows(); ++row) {
        const int ownRun = table.runs.empty() ? 0 : table.runs[static_cast<std::size_t>(row)];
        bool complete = true;
        for (const int column : usable)
            complete = complete && !std::isnan(table.values(row, column));
        if (missing == Missing::Testwise && !complete) {
            ++out.rowsWithGaps;
            complete = true;
        }
        if (row > 0 && (ownRun != lastRun || !complete))
            ++run;
        lastRun = ownRun;
        if (!complete)
            continue;
        rows.push_back(row);
        out.runs.push_back(run);
    }
    out.rowsDropped = table.rows() - static_cast<Eigen::Index>(rows.size());
    out.values.resize(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(usable.size()));
    for (std::size_t c = 0; c < usable.size(); ++c) {
        out.columns.push_back(usable[c]);
        for (std::size_t r = 0; r < rows.size(); ++r)
            out.values(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(c)) =
                table.values(rows[r], usable[c]);
    }
}

void keepColumns(Prepared& out, const std::vector<int>& kept) {
    std::vector<int> columns;
    for (std::size_t c = 0; c < kept.size(); ++c) {
        columns.push_back(out.columns[static_cast<std::size_t>(kept[c])]);
        if (kept[c] != static_cast<int>(c))
            out.values.col(static_cast<Eigen::Index>(c)) = out.values.col(kept[c]).eval();
    }
    out.columns = std::move(columns);
    out.values.conservativeResize(Eigen::NoChange, static_cast<Eigen::Index>(kept.size()));
}

} // namespace

Eigen::MatrixXd correlationOf(const Eigen::MatrixXd& standardised) {
    Eigen::MatrixXd products = Eigen::MatrixXd::Zero(standardised.cols(), standardised.cols());
    products.selfadjointView<Eigen::Lower>().rankUpdate(standardised.transpose(),
                                                        1.0 / static_cast<double>(standardised.rows()));
    products.triangularView<Eigen::StrictlyUpper>() = products.transpose();
    products.diagonal().setOnes();
    return products;
}

Result<Prepared> prepare(const Table& table, Missing missing) {
    if (table.columns() < 2)
        return wrong("A causal graph needs at least two columns; this table has " +
                     std::to_string(table.columns()) + ".");
    if ((table.values.array().isInf()).any())
        return wrong("The table holds an infinite value.");
    Prepared out;
    takeRows(table, missing, out);
    if (out.values.rows() < fewestRows)
        return wrong("Only " + std::to_string(out.values.rows()) + " of " + std::to_string(table.rows()) +
                     " rows are complete; a test needs at least " + std::to_string(fewestRows) + ".");
    const auto nameOfPlace = [&](int place) {
        return table.names[static_cast<std::size_t>(out.columns[static_cast<std::size_t>(place)])];
    };
    std::vector<int> varying;
    for (int c = 0; c < static_cast<int>(out.values.cols()); ++c) {
        if (missing == Missing::Testwise &&
            out.values.rows() - out.values.col(c).array().isNaN().count() < fewestRows)
            out.setAside.push_back({nameOfPlace(c), "has fewer than 5 values"});
        else if (missing == Missing::Testwise ? standardisePresent(out.values.col(c))
                                              : standardise(out.values.col(c)))
            varying.push_back(c);
        else
            out.setAside.push_back({nameOfPlace(c), "is constant"});
    }
    keepColumns(out, varying);
    const auto correlation =
        missing == Missing::Testwise ? correlationOfCommonRows(out.values) : correlationOf(out.values);
    const auto kept =
        missing == Missing::Testwise ? columnsWithoutTwin(correlation) : independentColumns(correlation);
    for (int c = 0, k = 0; c < static_cast<int>(out.values.cols()); ++c) {
        if (k < static_cast<int>(kept.size()) && kept[static_cast<std::size_t>(k)] == c) {
            ++k;
            continue;
        }
        const int twin = twinOf(correlation, kept, c);
        out.setAside.push_back({nameOfPlace(c), twin >= 0 ? "repeats " + nameOfPlace(twin)
                                                          : "is a sum of multiples of other columns"});
    }
    if (kept.size() < 2)
        return wrong("Fewer than two columns vary and differ from one another; nothing can be searched.");
    if (missing == Missing::Listwise) {
        out.correlation =
            Eigen::MatrixXd(static_cast<Eigen::Index>(kept.size()), static_cast<Eigen::Index>(kept.size()));
        for (std::size_t i = 0; i < kept.size(); ++i)
            for (std::size_t j = 0; j < kept.size(); ++j)
                out.correlation(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) =
                    correlation(kept[i], kept[j]);
    }
    keepColumns(out, kept);
    for (const int column : out.columns)
        out.names.push_back(table.names[static_cast<std::size_t>(column)]);
    return out;
}

} // namespace mien::causal
