// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/media_options.h"
#include "app/cli/text_table.h"
#include "core/base/file_io.h"
#include "core/dataset/import.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

using namespace dataset;

Json toJson(const Finding& f) {
    Json out = {{"check", f.check},   {"table", f.table}, {"row", f.row},
                {"column", f.column}, {"value", f.value}, {"what", f.sentence}};
    if (f.repaired())
        out.update(Json{{"rule", f.rule}, {"before", f.before}, {"after", f.after}});
    return out;
}

/// How often each check found something, in the order of the checks' table.
Json countsOf(const ImportReport& report) {
    Json out = Json::object();
    for (const auto& check : importChecks()) {
        const auto count = std::count_if(report.findings.begin(), report.findings.end(),
                                         [&](const Finding& f) { return f.check == check.id; });
        if (count > 0)
            out[std::string(check.id)] = count;
    }
    return out;
}

std::string tableOf(const ImportReport& report) {
    TextTable table({"check", "found", "repaired", "first row", "what"});
    for (const auto& check : importChecks()) {
        const Finding* first = nullptr;
        std::int64_t found = 0;
        std::int64_t repaired = 0;
        for (const auto& f : report.findings) {
            if (f.check != check.id)
                continue;
            first = first != nullptr ? first : &f;
            ++found;
            repaired += f.repaired() ? 1 : 0;
        }
        if (first != nullptr)
            table.add({std::string(check.id), std::to_string(found), std::to_string(repaired),
                       first->row > 0 ? std::to_string(first->row) : "table", first->sentence});
    }
    return report.findings.empty() ? std::string() : table.text();
}

Output outputOf(const Dataset& data) {
    const auto& report = data.report;
    std::int64_t labelled = 0;
    for (const auto& labels : data.frameLabels)
        labelled += static_cast<std::int64_t>(labels.frames.size());
    Output out;
    out.json = {{"dataset", data.name},
                {"layout", data.layout},
                {"rows", report.rowsRead},
                {"samples", data.samples.size()},
                {"subjects", data.subjects.size()},
                {"labelled_films", data.frameLabels.size()},
                {"labelled_frames", labelled},
                {"frame_base", report.frameBase},
                {"frame_base_reason", report.frameBaseReason},
                {"repaired", report.repaired()},
                {"reported", report.reported()},
                {"counts", countsOf(report)},
                {"findings", Json::array()}};
    for (const auto& finding : report.findings)
        out.json["findings"].push_back(toJson(finding));
    out.text = tableOf(report);
    out.text += fmt::format(
        "{} ({}): {} rows, {} samples, {} labelled frames, {} subjects; {} findings, {} repaired, "
        "{} reported\n{}\n",
        data.name, data.layout, report.rowsRead, data.samples.size(), labelled, data.subjects.size(),
        report.findings.size(), report.repaired(), report.reported(), report.frameBaseReason);
    return out;
}

std::vector<std::string> layoutNames() {
    std::vector<std::string> names;
    for (const auto& layout : datasetLayouts())
        names.emplace_back(layout.name);
    return names;
}

std::vector<std::string> ruleNames() {
    std::vector<std::string> names;
    for (const auto& check : importChecks())
        if (!check.rule.empty())
            names.emplace_back(check.rule);
    return names;
}

} // namespace

Run declareDatasetCheck(Verb& verb) {
    struct State {
        std::string table, log, out;
        ImportOptions options;
    };
    auto s = Verb::state<State>();
    verb.required("TABLE", s->table, "the dataset's table (.xlsx, .csv, .tsv), or its folder of label files");
    verb.option("--layout", s->options.layout,
                "layout of TABLE; recognised by its columns where it is not given")
        .oneOf(layoutNames());
    verb.option("--films", s->options.films,
                "folder of the films or images; beside TABLE where it is not given");
    verb.option("--report-only", s->options.reportOnly, "rules that are not to be applied, only reported")
        .oneOf(ruleNames())
        .separatedBy(',');
    verb.option("--log", s->log, "write every finding and repair to this CSV").typeName("CSV");
    verb.option("--out", s->out, "write the samples, repaired, in the generic layout to this CSV")
        .typeName("CSV");
    verb.options(s->options);
    return [s](Context& context) -> Result<Output> {
        auto options = s->options;
        options.cacheDir = cacheFolder();
        std::error_code ignored;
        for (const auto& written : {s->log, s->out})
            if (!written.empty() && std::filesystem::equivalent(s->table, written, ignored))
                return fail(ErrorCode::InvalidArgument,
                            "This is the table that is read; name another file to write.", written);
        const auto data =
            context.timed("import", [&] { return importDataset(s->table, options, context.job); });
        if (!data)
            return Unexpected(data.error());
        if (!s->out.empty() && data->samples.empty())
            return fail(ErrorCode::InvalidArgument,
                        "Labels of single frames have no place in a table of samples; leave --out away.",
                        s->table);
        if (!s->log.empty())
            if (const auto written = writeFileAtomically(s->log, repairLogCsv(data->report)); !written)
                return Unexpected(written.error());
        if (!s->out.empty()) {
            const auto folder = std::filesystem::absolute(s->out).parent_path();
            if (const auto written = writeFileAtomically(s->out, genericTable(*data, folder)); !written)
                return Unexpected(written.error());
        }
        return outputOf(*data);
    };
}

} // namespace mien::cli
