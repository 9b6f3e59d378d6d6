// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/region_tracks.h"

#include "core/math/filters.h"
#include "core/math/statistics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mien::spotting {
namespace {

/// Noise that is left after the low-pass, estimated from what the low-pass took away: for white noise the two
/// are in the ratio of the pass band to the rest. `raw` is overwritten.
double noiseAfterLowPass(std::span<float> raw, std::span<const float> smooth, double fps, double cutoffHz) {
    for (std::size_t i = 0; i < raw.size(); ++i)
        raw[i] -= smooth[i];
    const double sigma = math::gaussianSigmaS(cutoffHz) * fps;
    const double kept = std::min(0.95, 1.0 / (2.0 * std::sqrt(std::numbers::pi) * std::max(sigma, 0.3)));
    return math::robustSigma(raw) * std::sqrt(kept / (1.0 - kept));
}

} // namespace

void addTrack(RegionTracks& tracks, std::size_t region, int axis, std::span<float> raw, double lowPassHz) {
    auto& track = axis == 0 ? tracks.x[region] : tracks.y[region];
    track = math::lowPass(raw, tracks.fps, lowPassHz);
    tracks.noise[region] =
        std::max(tracks.noise[region], noiseAfterLowPass(raw, track, tracks.fps, lowPassHz));
}

} // namespace mien::spotting
