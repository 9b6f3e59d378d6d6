// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/face_frame.h"

#include <array>
#include <vector>

namespace mien::synthesis {

/// The two halves of the face that can act alone, as the image shows them.
enum class Half : std::uint8_t { ImageLeft, ImageRight };

/// How strongly an action unit acts on one half of the face; 1 is intensity E.
struct HalfAction {
    int actionUnit = 0;
    Half half = Half::ImageLeft;
    double amount = 0.0;

    bool operator==(const HalfAction&) const = default;
};

/// What the face does in one frame, in the terms that the warp is made of.
struct FaceState {
    std::vector<HalfAction> actions; ///< no two of the same unit and half
    std::array<double, 2> blink{};   ///< additional closure of the lids by half, 0 … 1
    std::array<double, 2> gaze{};    ///< right and up in the image, -1 … 1; generators with eyes that turn
};

/// The openings of a face in a state: what no smooth warp can do.
struct Openings {
    double mouthGap = 0.0;              ///< drop of lower lip and jaw, units of FaceFrame
    std::array<double, 2> lidClosure{}; ///< 0 … 1 by half
};

Openings openingsOf(const FaceState& state);

/// Landmark of the other half of the face that mirrors landmark k (iBUG mark-up).
int mirroredLandmark(int k);

/// Smooth displacement by all pulls of the state at a point; FaceFrame units, neutral coordinates.
cv::Point2d displacementAt(const FaceFrame& frame, const FaceState& state, cv::Point2d face);

/// Box outside which displacementAt is zero, FaceFrame units.
cv::Rect2d supportOf(const FaceFrame& frame, const std::vector<HalfAction>& actions);

} // namespace mien::synthesis
