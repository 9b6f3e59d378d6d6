// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/generator.h"

#include "core/synthesis/external_prompt.h"
#include "core/synthesis/generator_rig.h"
#include "core/synthesis/generator_warp.h"
#include "core/synthesis/rig_units.h"

#include <fmt/format.h>

namespace mien::synthesis {
namespace {

constexpr GeneratorRow kRows[] = {
    {"warp", "a portrait: an image, or a film", false, false, false, warpUnits, loadWarpSource},
    {"rig", "a face rig: a folder with its .npz, .obj and vertex_indices.json", true, true, true, rigUnits,
     loadRigSource},
    {"external", "a portrait: an image, or a film", false, false, false, externalUnits, nullptr},
};

} // namespace

Result<ExactFlow> Actor::flow(const Pose&, const Pose&) const {
    return fail(ErrorCode::Unsupported,
                "This generator does not know the exact flow of its films; the generator \"rig\" does.");
}

std::span<const GeneratorRow> generatorRows() {
    return kRows;
}

const GeneratorRow* generatorRow(std::string_view name) {
    const auto* row = std::find_if(std::begin(kRows), std::end(kRows),
                                   [&](const GeneratorRow& r) { return r.name == name; });
    return row == std::end(kRows) ? nullptr : row;
}

bool shows(const GeneratorRow& row, int actionUnit) {
    const auto units = row.units();
    return std::any_of(units.begin(), units.end(),
                       [&](const GeneratorUnit& u) { return u.number == actionUnit; });
}

bool someGeneratorShows(int actionUnit) {
    return std::any_of(std::begin(kRows), std::end(kRows),
                       [&](const GeneratorRow& row) { return shows(row, actionUnit); });
}

bool someActorShows(int actionUnit) {
    return std::any_of(std::begin(kRows), std::end(kRows), [&](const GeneratorRow& row) {
        return row.load != nullptr && shows(row, actionUnit);
    });
}

Result<std::shared_ptr<const ActorSource>> loadActorSource(const ClipSpec& spec, const JobContext& job) {
    const auto* row = generatorRow(spec.generator);
    if (row == nullptr)
        return fail(ErrorCode::InvalidArgument, fmt::format("There is no generator \"{}\".", spec.generator));
    if (row->load == nullptr)
        return fail(ErrorCode::InvalidArgument, std::string(kNoActors));
    return row->load(spec, job);
}

} // namespace mien::synthesis
