// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"

namespace mien::dataset {

inline constexpr std::string_view kUnknownValue = "unknown";

/// A column that strata are formed by, perhaps with the borders of bins ("age:20,40").
struct StratumColumn {
    std::string name;
    std::vector<double> borders; ///< ascending; empty: values as they are
};
Result<StratumColumn> stratumColumn(const std::string& text);

/// The value of a sample, kUnknownValue where the table does not say (or says no number where bins are
/// asked). `found` is set where the sample has such a column at all.
std::string valueOf(const Dataset& dataset, const Sample& sample, const StratumColumn& column, bool& found);

} // namespace mien::dataset
