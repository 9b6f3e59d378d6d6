// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/dataset_spec.h"
#include "core/synthesis/json_fields.h"

namespace mien::synthesis {

/// "counts", "strata", "twins", "film", "expressions", "nuisance", "confounding". Throws a sentence.
void readDatasetFields(Fields& fields, DatasetSpec& spec);
/// "class_weights" and "class_weights_in", once the emotions are known.
void readClassWeights(Fields& fields, DatasetSpec& spec);

} // namespace mien::synthesis
