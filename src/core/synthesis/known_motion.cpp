// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/known_motion.h"

#include "core/base/file_io.h"
#include "core/base/json.h"

#include "core/synthesis/clip_json.h"
#include "core/synthesis/clip_truth.h"

#include <nlohmann/json.hpp>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;

struct Origin {
    ClipSpec spec;
    std::string sourceSha256;
};

std::optional<Origin> originOf(const fs::path& film) {
    const auto folder = film.has_parent_path() ? film.parent_path() : fs::path(".");
    const auto manifest = parseOrderedJson(readTextFile(folder / kManifestFile).value_or(""));
    if (!manifest.is_object() ||
        manifest.value("film", nlohmann::ordered_json()) != film.filename().string() ||
        !manifest.contains("options"))
        return std::nullopt;
    auto spec = clipSpecFromJson(manifest["options"]);
    const auto sha = manifest.value("source_sha256", nlohmann::ordered_json());
    if (!spec || !sha.is_string())
        return std::nullopt;
    return Origin{std::move(*spec), sha.get<std::string>()};
}

} // namespace

Result<std::optional<KnownMotion>> KnownMotion::of(const fs::path& film, const JobContext& job) {
    const auto origin = originOf(film);
    if (!origin)
        return std::optional<KnownMotion>();
    const auto* generator = generatorRow(origin->spec.generator);
    std::error_code ignored;
    if (generator == nullptr || !generator->exactFlow || !fs::exists(origin->spec.source, ignored))
        return std::optional<KnownMotion>();
    const auto source = loadActorSource(origin->spec, job);
    if (!source)
        return Unexpected(source.error());
    if ((*source)->sha256() != origin->sourceSha256)
        return std::optional<KnownMotion>();
    auto actor = (*source)->actor(origin->spec, job);
    if (!actor)
        return Unexpected(actor.error());
    return std::optional<KnownMotion>(KnownMotion(std::move(*actor)));
}

Result<ExactFlow> KnownMotion::flow(FrameIndex from, FrameIndex to) const {
    const auto& performance = m_actor->performance();
    return m_actor->flow(performance.poseAt(from), performance.poseAt(to));
}

} // namespace mien::synthesis
