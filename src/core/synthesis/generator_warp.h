// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/generator.h"
#include "core/synthesis/portrait.h"

namespace mien::synthesis {

/// Generator `warp`: a portrait whose skin is moved.
std::span<const GeneratorUnit> warpUnits();
Result<std::shared_ptr<const ActorSource>> loadWarpSource(const ClipSpec& spec, const JobContext& job);
std::shared_ptr<const ActorSource> warpSourceOf(Portrait portrait);

} // namespace mien::synthesis
