// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "core/dataset/import.h"

namespace mien::cli {

/// TABLE and --layout, shared by the verbs that count a dataset's rows; films are not looked for.
struct DatasetTable {
    std::string path;
    dataset::ImportOptions options;

    void declare(Verb& verb);
    Result<dataset::Dataset> read(const JobContext& job) const;
};

} // namespace mien::cli
