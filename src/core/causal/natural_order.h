// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mien::causal {

/// Names as people sort them: runs of digits by value, so that X2 stands before X10.
bool naturallyBefore(std::string_view a, std::string_view b);

/// The order in which the search works, whatever the order of the columns: place → index into `names`.
std::vector<int> canonicalOrder(const std::vector<std::string>& names);

} // namespace mien::causal
