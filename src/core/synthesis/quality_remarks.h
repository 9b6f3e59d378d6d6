// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/quality_film.h"

#include <span>
#include <string>
#include <vector>

namespace mien::synthesis {

// What a reader of these figures must know, whatever the film; command line and window say the same.
inline constexpr std::string_view kStillTrap =
    "PSNR and SSIM compare consecutive frames of the same film: they reward the absence of motion, and a "
    "still film scores highest (100 dB and 1). Read them beside the motion.";
inline constexpr std::string_view kSizeTrap =
    "TV grows with the size of the frames; compare films of different sizes by tv_per_pixel only.";
inline constexpr std::string_view kNoClipModel =
    "CLIP-IQA was not measured: it needs a CLIP model of your own, named with --clip-model and "
    "--clip-prompts.";

/// What is to be said about the figures of one film; empty where nothing is.
std::vector<std::string> remarksOn(const FilmQuality& quality);

/// Means over films, each counting once, as in the paper.
struct QualityMeans {
    double psnrDb = 0.0, ssim = 0.0, totalVariation = 0.0, totalVariationPerPixel = 0.0, excursionGrey = 0.0;
    std::optional<double> brisque, clipIqa; ///< absent where a film has none
};
/// `films` is not empty.
QualityMeans meansOf(std::span<const FilmQuality> films);

} // namespace mien::synthesis
