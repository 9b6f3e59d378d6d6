// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/feature_array.h"

#include "core/annotation/csv.h"
#include "core/base/guarded.h"
#include "core/base/npz.h"

#include <fmt/format.h>

namespace mien::dataset {

Result<std::vector<std::string>> listArrays(const std::filesystem::path& npz) {
    const auto file = NpzFile::open(npz);
    if (!file)
        return Unexpected(file.error());
    return file->names();
}

Result<NpyArray> readFeatures(const FeatureArray& features) {
    return guarded(features.file.string(), [&]() -> Result<NpyArray> {
        if (annotation::lowerCase(features.file.extension().string()) != ".npz")
            return readNpy(features.file);
        const auto file = NpzFile::open(features.file);
        if (!file)
            return Unexpected(file.error());
        const auto& names = file->names();
        const auto& name = features.name.empty() && names.size() == 1 ? names.front() : features.name;
        if (std::find(names.begin(), names.end(), name) == names.end())
            return fail(
                ErrorCode::NotFound,
                fmt::format("Name one of the file's arrays behind a colon: {}.", fmt::join(names, ", ")),
                features.file.string());
        return file->read(name);
    });
}

} // namespace mien::dataset
