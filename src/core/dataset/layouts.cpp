// SPDX-License-Identifier: GPL-3.0-or-later
// Every layout of dataset tables. A new one is one row here and one layout_<name>.cpp.
#include "core/dataset/layout.h"

#include <fmt/format.h>

namespace mien::dataset {

std::span<const DatasetLayout> datasetLayouts() {
    static const std::array rows{
        kCasmeLayout,  kCasme2Layout, kCasmeSqLayout,  kCasme3Layout,  kSammLayout,
        kSammLvLayout, kSmicLayout,   kMmewLayout,     k4dmeLayout,    kDfmeLayout,
        kDisfaLayout,  kBp4dLayout,   kInternalLayout, kGenericLayout,
    };
    return rows;
}

Result<const DatasetLayout*> datasetLayout(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& layout : datasetLayouts()) {
        if (layout.name == name)
            return &layout;
        names.push_back(layout.name);
    }
    return fail(ErrorCode::InvalidArgument, fmt::format("There is no dataset layout \"{}\"; known are {}.",
                                                        shown(name), fmt::join(names, ", ")));
}

} // namespace mien::dataset
