// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/table.h"

namespace mien::causal {

/// What is done about missing values.
enum class Missing {
    Listwise, ///< a row that lacks a value is left out
    Testwise, ///< each test uses the rows that have its own variables
};

struct SetAside {
    std::string name;
    std::string reason; ///< the rest of a sentence that begins with the name
};

/// What a table looks like to the search: variables in natural order of their names, each column with mean 0
/// and variance 1 (divisor n) over the values it has. Listwise: complete rows only. Testwise: all rows, NaN
/// where a value is missing, and no correlation matrix.
struct Prepared {
    std::vector<std::string> names;
    std::vector<int> columns; ///< of the table
    Eigen::MatrixXd values;
    std::vector<int> runs; ///< of each row; a dropped row ends a run
    Eigen::MatrixXd correlation;
    Eigen::Index rowsDropped = 0;   ///< for a missing value
    Eigen::Index rowsWithGaps = 0;  ///< that were kept though they lack values
    std::vector<SetAside> setAside; ///< constant, empty, or determined by the variables before it
};

/// Corrupt: too few complete rows, fewer than two usable columns, an infinite value.
Result<Prepared> prepare(const Table& table, Missing missing = Missing::Listwise);

/// Of columns with mean 0 and variance 1 (divisor n).
Eigen::MatrixXd correlationOf(const Eigen::MatrixXd& standardised);

} // namespace mien::causal
