// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/synthesis/dataset_plan.h"

namespace mien::synthesis {

struct DatasetOutcome {
    int clips = 0;    ///< in the dataset; a pair of twins is two
    int rendered = 0; ///< now; the others were there already
    std::vector<std::string> missingStrata;
    std::string manifestSha256;
    /// What the drawn samples show of the planted links and confounders (dataset_tables.h).
    nlohmann::ordered_json measured;
};

/// Makes the dataset in `folder`: clips/<id>/ (film, truth, clip.json), clips.csv (generic layout),
/// events.csv (mien), events_internal.csv, events_megc.csv, people.csv, scm.json, spec.json, manifest.json,
/// and command.txt, the only file that may differ between runs.
///
/// Clips are rendered in parallel, each in a folder of its own that is moved in place when it is complete. A
/// run that was killed or cancelled is taken up where it stopped; the bytes of the dataset depend on the spec
/// alone. Refuses a folder that holds anything but this dataset.
Result<DatasetOutcome> writeDataset(const DatasetSpec& spec, const std::filesystem::path& folder,
                                    const JobContext& job, const std::string& program,
                                    const std::string& commandLine);

} // namespace mien::synthesis
