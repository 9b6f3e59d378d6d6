// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/columns.h"

// The rows of datasetLayouts(), one file each. Internal to this module.
namespace mien::dataset {

extern const DatasetLayout kCasmeLayout;
extern const DatasetLayout kCasme2Layout;
extern const DatasetLayout kCasmeSqLayout;
extern const DatasetLayout kCasme3Layout;
extern const DatasetLayout kSammLayout;
extern const DatasetLayout kSammLvLayout;
extern const DatasetLayout kSmicLayout;
extern const DatasetLayout kMmewLayout;
extern const DatasetLayout k4dmeLayout;
extern const DatasetLayout kDfmeLayout;
extern const DatasetLayout kDisfaLayout;
extern const DatasetLayout kBp4dLayout;
extern const DatasetLayout kInternalLayout;
extern const DatasetLayout kGenericLayout;

// How sure a layout is that a table is its own.
inline constexpr int kNo = 0;
inline constexpr int kPerhaps = 1; ///< the columns fit, those of others may too
inline constexpr int kLikely = 2;
inline constexpr int kSure = 3;

/// Why the frames of most tables count from 1.
inline constexpr std::string_view kNamesFromOne =
    "The release numbers a film's images from 1; frame 1 of the table is frame 0 here.";
inline constexpr std::string_view kNumbersFromZero = "The table's frames count from 0, as here.";

} // namespace mien::dataset
