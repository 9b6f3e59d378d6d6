// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/landmark_model.h"
#include "core/face/models.h"

#include <fmt/format.h>

#include <map>
#include <mutex>

namespace mien::face {
namespace {

/// Models in use, by path. Weak: the 70 MB go when the last tracker goes.
struct Store {
    std::mutex mutex;
    std::map<std::filesystem::path, std::weak_ptr<const LandmarkModel>> models;
};

Store& store() {
    static Store instance;
    return instance;
}

} // namespace

Result<std::shared_ptr<const LandmarkModel>> loadLandmarkModel(const std::filesystem::path& path) {
    const ModelRow& row = landmarkModel();
    const std::filesystem::path file = row.path(path);
    if (!row.available(path))
        return fail(
            ErrorCode::MissingDependency,
            fmt::format("The 68-point landmark model is not there; install Debian's package {} or name "
                        "the file in {}.",
                        row.package, row.environment),
            file.string());
    Store& shared = store();
    const std::lock_guard lock(shared.mutex); // a second caller waits for the first one's loading
    auto& slot = shared.models[file];
    if (auto model = slot.lock())
        return model;
    auto forest = readLandmarkForest(file);
    if (!forest)
        return Unexpected(forest.error());
    auto model = std::make_shared<const LandmarkModel>(std::move(*forest));
    slot = model;
    return model;
}

} // namespace mien::face
