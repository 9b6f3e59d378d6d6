// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/dataset_spec.h"

#include <optional>
#include <string>
#include <vector>

namespace mien::synthesis {

/// One clip (with twins: one pair) before it is drawn.
struct PlannedClip {
    std::string id;                     ///< "c000001"
    std::optional<std::size_t> subject; ///< fixed by do(subject); absent: the model draws
    std::string emotion;                ///< wanted by counts.by; empty: whatever the model draws
    std::string stratum;                ///< "gender=female race=unknown"; empty without strata
    std::uint64_t firstIndex = 0;       ///< of its samples: each clip has a million of its own
};

struct DatasetPlan {
    std::vector<PlannedClip> clips;
    std::vector<std::string> missingStrata; ///< wanted, but no person belongs to them
};

/// What is to be made. InvalidArgument names every stratum that nobody belongs to, unless the spec allows it.
Result<DatasetPlan> planDataset(const DatasetSpec& spec);

/// The sample of a planned clip. With counts by label: the first of its samples that has the label, which is
/// a draw from P(everything | label). InvalidArgument where 20,000 draws have none.
Result<Sample> drawClip(const Scm& scm, const DatasetSpec& spec, const PlannedClip& clip);

/// Its counterfactual twin by spec.twins.
Result<Sample> twinOf(const Scm& scm, const DatasetSpec& spec, const Sample& sample);

/// Person's value of a demographic; "unknown" where the source gives none.
std::string demographicOf(const DatasetPerson& person, const std::string& key);

} // namespace mien::synthesis
