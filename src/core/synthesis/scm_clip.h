// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/clip_spec.h"
#include "core/synthesis/scm.h"

namespace mien::synthesis {

/// Frames of one expression as a whole: what a spotter is to find.
struct EpisodeFrames {
    FrameIndex onset, apex, offset; ///< earliest onset, apex of the strongest unit, latest offset
    std::string actionUnits;        ///< "L12B+25C"
    annotation::Side side = annotation::Side::Bilateral;
};

/// X = G(Z, Y, nuisance): what to render for a sample. `frame` gives what the model does not speak of:
/// source, name, frames, fps, size, codec, quality, generator. `strength` scales all movements of the face:
/// below 1 where a combination of units would fold the skin (dataset_clip.h). InvalidArgument where the
/// frame rate has too few frames for a micro-expression.
Result<ClipSpec> clipOf(const Sample& sample, const ClipSpec& frame, double strength = 1.0);

/// The expressions of a clip that clipOf() made, in the order of the sample's episodes. An episode without
/// any unit (all taken away) is absent: nothing shows, so nothing is there to find.
std::vector<std::optional<EpisodeFrames>> episodeFrames(const Sample& sample, const ClipSpec& clip);

} // namespace mien::synthesis
