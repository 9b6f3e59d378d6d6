// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace mien::dataset {

/// How published code reads the AU column of a spotting table: what stands between "+" signs.
enum class TokenRule {
    /// The first number of each token; sides, intensities and remarks are cut off ("L14B" is 14, "4(B/C)" is
    /// 4),
    /// "ref(…)" is left out.
    Number,
    /// Only tokens that are a number and nothing else, as the released script compares them: "12C" is none.
    Exact
};

/// The action units of a row, ascending, each once. Coarser than annotation::FacsCode on purpose: statistics
/// that are to agree with published ones must read the column as they did.
std::vector<int> unitsOf(std::string_view code, TokenRule rule = TokenRule::Number);

} // namespace mien::dataset
