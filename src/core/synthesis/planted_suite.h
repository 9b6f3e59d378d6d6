// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/clip_spec.h"

#include <span>
#include <string>
#include <vector>

namespace mien::synthesis {

/// One clip of the planted-truth suite and the conditions it stands for.
struct SuiteClip {
    ClipSpec spec; ///< spec.name is the clip's identifier
    double peakPx = 0.0;
    double driftPxPerS = 0.0;
};

/// Conditions of the suite: every frame rate × peak displacement × head movement, `variants` clips of each.
struct SuiteOptions {
    std::vector<int> ratesFps{25, 30, 60, 100, 200};
    std::vector<double> peaksPx{1.0, 1.5, 2.0, 3.0, 4.0, 6.0}; ///< at kReferenceFaceWidthPx
    std::vector<double> driftsPxPerS{0.0, 3.0};
    int variants = 4;
    double noiseSigma = 1.0;
    std::uint64_t seed = 2026;
};

/// Clips of 4.5 s with a face 256 px wide, one micro- (0.3 to 0.5 s) and one macro-expression (0.9 to 1.6 s)
/// of the condition's peak displacement, and a blink in every second one. Sources, action units and times are
/// drawn from a stream of each clip's own, so that leaving out conditions does not change the other clips.
/// `sources`: at least one portrait, or a film whose first frame is one.
std::vector<SuiteClip> plantedSuite(std::span<const std::filesystem::path> sources,
                                    const SuiteOptions& options = {});

} // namespace mien::synthesis
