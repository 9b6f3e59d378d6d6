// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/generator.h"

namespace mien::synthesis {

/// Generator `rig`: a face of blendshapes, whose every point is known. ClipSpec::source is the rig's folder.
Result<std::shared_ptr<const ActorSource>> loadRigSource(const ClipSpec& spec, const JobContext& job);

} // namespace mien::synthesis
