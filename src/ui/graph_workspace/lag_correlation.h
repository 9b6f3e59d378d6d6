// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/table.h"

#include <string>
#include <vector>

namespace mien::ui {

/// How two columns of a table go together when one is moved against the other.
struct LagCorrelation {
    int most = 0;               ///< lags -most … most
    std::vector<double> values; ///< r between the first at t and the second at t + lag; NaN: no such rows
    int strongest = 0;          ///< lag of the largest |r|
    double bound = 0.0;         ///< 2/√N of the effective samples: within it r may be chance

    double at(int lag) const { return values[static_cast<std::size_t>(lag + most)]; }
};

/// Over all rows whose lagged partner lies in the same run. Constant columns give NaN.
LagCorrelation lagCorrelation(const causal::Table& table, int first, int second, int most, double samples);

/// The column of this name, or, for a variable of lagged series ("nose tip[t-1]"), of what it is a lag of;
/// -1: none.
int columnOf(const causal::Table& table, const std::string& variable);

} // namespace mien::ui
