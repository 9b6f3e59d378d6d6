// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/synthesis/moving_face.h"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace mien::synthesis {

/// What one planted expression really does.
struct PlantedTruth {
    annotation::ExpressionEvent event;
    /// Farthest way of each of the 12 regions (node order) from its neutral place while the event lasts, head
    /// movement left out, pixels at kReferenceFaceWidthPx. Includes other expressions planted at the same
    /// time.
    std::array<double, 12> regionPeakPx{};

    double peakPx() const { return *std::max_element(regionPeakPx.begin(), regionPeakPx.end()); }
};

/// Everything that is known of a rendered clip.
struct ClipTruth {
    ClipSpec spec;
    std::filesystem::path film; ///< empty before it is written
    double faceWidthPx = 0.0;   ///< of the neutral face in the film
    std::string sourceSha256, filmSha256;
    std::vector<PlantedTruth> events;            ///< expressions alone; movements of speech stand in the spec
    std::vector<HalfAction> units;               ///< columns of `intensities`
    std::vector<face::Landmarks> landmarks;      ///< per frame, film pixels, head movement included
    std::vector<std::vector<float>> intensities; ///< per frame and unit: 0 … 1 is none … intensity E
    std::vector<float> lidClosure;               ///< per frame: 0 open … 1 closed, by blinks
};

ClipTruth truthOf(const ClipSpec& spec, const Anatomy& anatomy, const Performance& performance);
inline ClipTruth truthOf(const ClipSpec& spec, const MovingFace& face) {
    return truthOf(spec, face.anatomy(), face.performance());
}

/// Names of the files beside the film.
inline constexpr std::string_view kEventsFile = "events.csv";
inline constexpr std::string_view kBlinksFile = "blinks.csv";
inline constexpr std::string_view kSpeechFile = "speech.csv";
inline constexpr std::string_view kGazeFile = "gaze.csv";
inline constexpr std::string_view kIntensitiesFile = "action_units.csv";
inline constexpr std::string_view kLandmarksFile = "landmarks.npy";
inline constexpr std::string_view kManifestFile = "manifest.json";

/// Writes the truth tables of a clip into `folder`. `command` is what made it, for the manifest.
Result<void> writeTruth(const ClipTruth& truth, const std::filesystem::path& folder,
                        const std::string& command);

} // namespace mien::synthesis
