// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/npy.h"
#include "core/dataset/dataset.h"

namespace mien::dataset {

/// Names of the arrays of a .npz file, sorted.
Result<std::vector<std::string>> listArrays(const std::filesystem::path& npz);

/// Reads a .npy file, or the named array of a .npz file; a .npz with one array needs no name. Arrays above 1
/// GiB are refused.
Result<NpyArray> readFeatures(const FeatureArray& features);

} // namespace mien::dataset
