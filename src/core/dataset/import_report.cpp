// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/import_report.h"

#include "core/annotation/csv.h"

#include <algorithm>

namespace mien::dataset {

std::int64_t ImportReport::repaired() const {
    return std::count_if(findings.begin(), findings.end(), [](const auto& f) { return f.repaired(); });
}

std::int64_t ImportReport::reported() const {
    return static_cast<std::int64_t>(findings.size()) - repaired();
}

std::string repairLogCsv(const ImportReport& report) {
    using annotation::csvLine;
    std::string text = csvLine(
        {"check", "table", "row", "column", "value", "outcome", "rule", "before", "after", "sentence"});
    for (const auto& f : report.findings)
        text += csvLine({f.check, f.table, std::to_string(f.row), f.column, f.value,
                         f.repaired() ? "repaired" : "reported", f.rule, f.before, f.after, f.sentence});
    return text;
}

} // namespace mien::dataset
