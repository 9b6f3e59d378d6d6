// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/truth_files.h"

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/base/npy.h"
#include "core/synthesis/clip_truth.h"

#include <nlohmann/json.hpp>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;

/// The film that the folder's manifest is about; empty where there is no manifest or it names none.
std::string filmOfManifest(const fs::path& folder) {
    const auto manifest = parseJson(readTextFile(folder / kManifestFile).value_or(""));
    if (!manifest.is_object() || !manifest.contains("film") || !manifest["film"].is_string())
        return {};
    return manifest["film"].get<std::string>();
}

Result<std::vector<face::Landmarks>> readLandmarks(const fs::path& path) {
    std::vector<face::Landmarks> out;
    if (!fs::exists(path))
        return out;
    const auto array = readNpy(path);
    if (!array)
        return Unexpected(array.error());
    if (array->type != NpyType::Float32 || array->shape.size() != 3 || array->shape[1] != 68 ||
        array->shape[2] != 2)
        return fail(ErrorCode::Corrupt,
                    "True landmarks are single-precision numbers of shape (frames, 68, 2).", path.string());
    const auto values = array->values<float>();
    out.resize(array->shape[0]);
    for (std::size_t t = 0; t < out.size(); ++t)
        for (std::size_t k = 0; k < 68; ++k)
            out[t][k] = {values[(t * 68 + k) * 2], values[(t * 68 + k) * 2 + 1]};
    return out;
}

} // namespace

Result<std::optional<TruthFiles>> readTruthBeside(const fs::path& film) {
    const auto folder = film.has_parent_path() ? film.parent_path() : fs::path(".");
    const auto table = folder / kEventsFile;
    std::error_code ignored;
    if (!fs::is_regular_file(film, ignored) || !fs::is_regular_file(table, ignored))
        return std::optional<TruthFiles>();
    const auto events = annotation::readEventTable(table, "mien");
    if (!events)
        return Unexpected(events.error());
    if (const auto dropped = events->firstDropped())
        return Unexpected(*dropped);
    TruthFiles truth;
    const auto name = annotation::filmName(film.filename().string());
    for (const auto& event : events->events)
        if (annotation::filmName(event.video) == name)
            truth.events.push_back(event);
    if (truth.events.empty() && filmOfManifest(folder) != film.filename().string())
        return std::optional<TruthFiles>();
    auto landmarks = readLandmarks(folder / kLandmarksFile);
    if (!landmarks)
        return Unexpected(landmarks.error());
    truth.landmarks = std::move(*landmarks);
    return std::optional<TruthFiles>(std::move(truth));
}

} // namespace mien::synthesis
