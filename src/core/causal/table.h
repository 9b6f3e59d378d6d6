// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <Eigen/Core>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mien::causal {

/// Samples in rows, variables in columns. NaN is a missing value.
struct Table {
    std::vector<std::string> names;
    Eigen::MatrixXd values;
    /// The number of the uninterrupted run that each row belongs to (a film's scorable spans): lags and
    /// blocks do not cross from one run to the next. Empty: one run.
    std::vector<int> runs = {};

    Eigen::Index rows() const { return values.rows(); }
    int columns() const { return static_cast<int>(values.cols()); }
};

/// A table of numbers with a header; commas, semicolons or tabs. Empty cells, NA and NaN are missing.
/// Corrupt, with line and column: text, an infinite value, a row of another length; no header; more than
/// 1,000 columns.
Result<Table> parseTable(std::string_view text, const std::string& source);
Result<Table> readTable(const std::filesystem::path& path);

} // namespace mien::causal
