// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mien::dataset {

/// Something in a table that a careful reader would stumble over: repaired by a named rule, or reported.
struct Finding {
    std::string check;    ///< id of the row of importChecks(), e.g. "offset-zero"
    std::string table;    ///< file, and sheet where it has several
    std::int64_t row = 0; ///< counted from 1; 0: the whole table
    std::string column;   ///< as the header names it; empty where it is about the row
    std::string value;    ///< the cell as it stands
    std::string sentence; ///< for people: what, and what was or can be done
    std::string rule;     ///< the rule that repaired it; empty: reported only
    std::string before;   ///< the field's value before and after the repair
    std::string after;

    bool repaired() const { return !rule.empty(); }
    bool operator==(const Finding&) const = default;
};

/// What an import met. Nothing is dropped without a finding.
struct ImportReport {
    std::int64_t rowsRead = 0;     ///< rows of the table below its header that hold anything
    std::int64_t frameBase = 0;    ///< what the table calls a film's first frame: 0 or 1
    std::string frameBaseReason;   ///< one sentence: why that base
    std::vector<Finding> findings; ///< in the order of the rows

    std::int64_t repaired() const;
    std::int64_t reported() const;
};

/// The repair log: check, table, row, column, value, outcome, rule, before, after, sentence.
std::string repairLogCsv(const ImportReport& report);

} // namespace mien::dataset
