// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/dataset_spec.h"
#include "core/synthesis/json_fields.h"

namespace mien::synthesis {

/// "people" of a spec in its three forms: a list; {"folder", "table"}, where every image and every folder of
/// images is a person; {"rig", "count", "first"}, where every identity is one. spec.json gets them as a list.
/// Throws a sentence.
void readPeople(Fields& fields, DatasetSpec& spec, const std::filesystem::path& folder);

/// People without a split of their own: a share of them, drawn once, is the test set.
void assignSplits(DatasetSpec& spec);

} // namespace mien::synthesis
