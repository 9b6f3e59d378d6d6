// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/dataset_table.h"
#include "app/cli/text_table.h"
#include "core/dataset/prior.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

using namespace dataset;

struct DatasetPriorState {
    DatasetTable table;
    PriorOptions options;
};

std::vector<std::string> remarks(const Prior& prior, const PriorOptions& options) {
    std::vector<std::string> out;
    if (prior.allSubjects)
        out.push_back("Counted from all subjects: a model that is tested on one of them has seen its labels. "
                      "Leave the test subject out with --leave-out.");
    if (options.mapping == "released")
        out.push_back("The released mapping exchanges AU 1 and AU 2 against FACS and has no AU 4; "
                      "--mapping facs-extended has both right.");
    if (prior.usedRows() < prior.rows)
        out.push_back(fmt::format("{} of {} rows have no mapped action unit.", prior.rows - prior.usedRows(),
                                  prior.rows));
    return out;
}

template <class Matrix, class Write>
std::string matrixText(const Matrix& matrix, Write write) {
    std::vector<std::string> header{""};
    for (std::size_t j = 0; j < kPriorNodes; ++j)
        header.push_back(std::to_string(j));
    TextTable table(header);
    for (std::size_t i = 0; i < kPriorNodes; ++i) {
        std::vector<std::string> row{std::to_string(i)};
        for (const auto value : matrix[i])
            row.push_back(write(value));
        table.add(row);
    }
    return table.text();
}

Output outputOf(const Prior& prior, const PriorOptions& options) {
    Output out;
    const auto notes = remarks(prior, options);
    const auto kind = kindOf(prior, options);
    out.json = {{"prior", kind},
                {"mapping", options.mapping},
                {"zero_diagonal", options.zeroDiagonal},
                {"rows", prior.rows},
                {"rows_used", prior.usedRows()},
                {"rows_single", prior.singleRows},
                {"rows_multi", prior.multiRows},
                {"subjects", prior.subjects},
                {"counts", prior.counts},
                {"normalised", prior.normalised},
                {"notes", notes}};
    out.text = fmt::format(
        "prior {}: {} of {} rows used ({} with one mapped unit, {} with several), {} subjects\n", kind,
        prior.usedRows(), prior.rows, prior.singleRows, prior.multiRows, prior.subjects.size());
    out.text += matrixText(prior.counts, [](std::int64_t v) { return std::to_string(v); }) + "\n";
    out.text += matrixText(prior.normalised,
                           [](double v) { return v == 0.0 ? std::string("0") : fmt::format("{:.4f}", v); });
    for (const auto& note : notes)
        out.text += "- " + note + "\n";
    return out;
}

} // namespace

Run declareDatasetPrior(Verb& verb) {
    auto s = Verb::state<DatasetPriorState>();
    s->table.declare(verb);
    verb.options(s->options);
    verb.option("--subjects", s->options.subjects, "count these subjects alone").separatedBy(',');
    verb.option("--leave-out", s->options.leaveOut, "count all but these subjects").separatedBy(',');
    return [s](Context& context) -> Result<Output> {
        const auto data = context.timed("read", [&] { return s->table.read(context.job); });
        if (!data)
            return Unexpected(data.error());
        const auto prior = context.timed("count", [&] { return priorOf(*data, s->options); });
        if (!prior)
            return Unexpected(prior.error());
        return outputOf(*prior, s->options);
    };
}

} // namespace mien::cli
