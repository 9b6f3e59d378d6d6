// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/import.h"

#include "core/base/guarded.h"
#include "core/dataset/checks.h"
#include "core/dataset/table_source.h"

#include "core/annotation/csv.h"

#include <fmt/format.h>

#include <map>
#include <tuple>

namespace mien::dataset {
namespace {

constexpr std::string_view kDemographic = "subject.";

Result<void> checkOptions(const ImportOptions& options) {
    if (!options.layout.empty())
        if (const auto layout = datasetLayout(options.layout); !layout)
            return Unexpected(layout.error());
    std::vector<std::string_view> rules;
    for (const auto& check : importChecks())
        if (!check.rule.empty())
            rules.push_back(check.rule);
    for (const auto& rule : options.reportOnly)
        if (std::find(rules.begin(), rules.end(), rule) == rules.end())
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("There is no repair rule \"{}\"; known are {}.", shown(rule),
                                    fmt::join(rules, ", ")));
    return {};
}

/// Subjects in the order of their first row; demographics from columns called "subject.<what>".
void gatherSubjects(Draft& draft, Dataset& out) {
    std::map<std::string, std::size_t> places;
    const auto subjectOf = [&](const std::string& id) -> Subject& {
        const auto [at, added] = places.try_emplace(id, out.subjects.size());
        if (added)
            out.subjects.push_back({id, {}});
        return out.subjects[at->second];
    };
    for (const auto& row : draft.rows) {
        if (row.sample.subject.empty())
            continue;
        auto& subject = subjectOf(row.sample.subject);
        for (const auto& cell : row.sample.cells) {
            if (!annotation::lowerCase(cell.column).starts_with(kDemographic) || saysNothing(cell.text))
                continue;
            const auto what = cell.column.substr(kDemographic.size());
            const auto [known, added] = subject.demographics.emplace(what, cell.text);
            if (!added && known->second != cell.text)
                draft.reported(
                    "demographics-differ", {row.table, row.sample.row, cell.column, cell.text},
                    fmt::format("Subject \"{}\" has \"{}\" here and \"{}\" in an earlier row, which counts.",
                                shown(subject.id), shown(cell.text), shown(known->second)));
        }
    }
    for (const auto& labels : draft.labels)
        subjectOf(labels.subject);
}

Result<Dataset> import(const TableSource& source, const ImportOptions& options, bool withFilms,
                       const JobContext& job) {
    const auto layout = layoutOf(source, options.layout);
    if (!layout)
        return Unexpected(layout.error());
    auto draft = (*layout)->read(source, options, job);
    if (!draft)
        return Unexpected(draft.error());
    if (draft->rows.empty() && draft->labels.empty())
        return fail(ErrorCode::Corrupt, "The table has a header but no rows.", source.source);
    checkNames(*draft);
    checkFrames(*draft);
    if (withFilms)
        if (const auto found = findFilms(*draft, source.path, job); !found)
            return Unexpected(found.error());
    settleFrames(*draft);
    checkWords(*draft);
    checkActionUnits(*draft);
    checkTiming(*draft);

    Dataset out;
    gatherSubjects(*draft, out);
    out.layout = (*layout)->name;
    out.name = out.layout == "generic" || out.layout == "internal"
                   ? std::filesystem::path(source.source).stem().string()
                   : std::string((*layout)->dataset);
    for (auto& row : draft->rows)
        out.samples.push_back(std::move(row.sample));
    out.frameLabels = std::move(draft->labels);
    out.report = std::move(draft->report);
    std::stable_sort(out.report.findings.begin(), out.report.findings.end(),
                     [](const Finding& a, const Finding& b) {
                         return std::tie(a.table, a.row) < std::tie(b.table, b.row);
                     });
    return out;
}

} // namespace

Result<Dataset> importDataset(const std::filesystem::path& table, const ImportOptions& options,
                              const JobContext& job) {
    return guarded(table.string(), [&]() -> Result<Dataset> {
        if (const auto valid = checkOptions(options); !valid)
            return Unexpected(valid.error());
        const auto source = openTable(table, job);
        if (!source)
            return Unexpected(source.error());
        return import(*source, options, true, job);
    });
}

Result<Dataset> parseDataset(std::string_view bytes, const std::string& source,
                             const ImportOptions& options) {
    return guarded(source, [&]() -> Result<Dataset> {
        if (const auto valid = checkOptions(options); !valid)
            return Unexpected(valid.error());
        auto sheets = parseSheets(bytes, source);
        if (!sheets)
            return Unexpected(sheets.error());
        return import(TableSource{{}, source, *std::move(sheets), {}}, options, false, {});
    });
}

} // namespace mien::dataset
