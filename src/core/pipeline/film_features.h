// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analyse.h"

namespace mien::pipeline {

/// What is kept of a film, so that it is measured once: of every frame its state and the displacement of the
/// 12 regions (about 100 bytes); all else in the series is zero.
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

} // namespace mien::pipeline
