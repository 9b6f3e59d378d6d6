// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analyse.h"

namespace mien::pipeline {

/// What is kept of a film, so that it is measured once: all that spotters ask of a frame (120 bytes). The
/// motion from frame to frame (MDMO) is not kept and zero where features come from the cache.
struct FilmFeatures {
    motion::FaceMotionSeries series;
    double scorableFraction = 0.0;
    std::string key;        ///< of film, landmark model and everything that the features depend on
    bool fromCache = false; ///< nothing was measured
};

/// Everything of the options that the features depend on, as text: not the spotter, nor what else is
/// returned.
std::string featureParameters(const AnalyseOptions& options);

/// From options.cacheDir, or measured and put there. A file that is absent, damaged or of another key counts
/// as absent. Folders of images, and runs without a cacheDir, are always measured. Errors as analyse().
Result<FilmFeatures> filmFeatures(const std::filesystem::path& media, const AnalyseOptions& options,
                                  const JobContext& job);

/// Puts what analyse() measured with these options where filmFeatures() looks for it, so that a film that was
/// spotted need not be measured again to learn from it.
void keepFeatures(const std::filesystem::path& media, const AnalyseOptions& options,
                  const Analysis& measured);

} // namespace mien::pipeline
