// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/layout.h"

/// From a path to cells and a layout. Internal to this module.
namespace mien::dataset {

/// A table file, or a folder of label files (only listed; layouts read them one by one).
Result<TableSource> openTable(const std::filesystem::path& path, const JobContext& job);

/// The layout of that name, or the one that recognises the source where `name` is empty. Corrupt where none
/// or several do.
Result<const DatasetLayout*> layoutOf(const TableSource& source, std::string_view name);

} // namespace mien::dataset
