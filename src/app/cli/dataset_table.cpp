// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dataset_table.h"

namespace mien::cli {

void DatasetTable::declare(Verb& verb) {
    std::vector<std::string> layouts;
    for (const auto& layout : dataset::datasetLayouts())
        layouts.emplace_back(layout.name);
    verb.required("TABLE", path, "the dataset's table (.xlsx, .csv, .tsv)");
    verb.option("--layout", options.layout,
                "layout of TABLE; recognised by its columns where it is not given")
        .oneOf(layouts);
}

Result<dataset::Dataset> DatasetTable::read(const JobContext& job) const {
    return dataset::importDataset(path, options, job);
}

} // namespace mien::cli
