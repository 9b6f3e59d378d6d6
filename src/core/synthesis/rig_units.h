// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/generator.h"
#include "core/synthesis/rig_model.h"

namespace mien::synthesis {

/// A shape's share in an action.
struct RigWeight {
    std::size_t shape = 0; ///< index into RigModel::shapes
    float weight = 0.0f;
    int side = 0; ///< 0: the whole shape; +1, -1: only its part on the subject's left, right
};

/// Action units of the FACS-like shapes of a rig (names of docs/formats/face-rig.md).
std::span<const GeneratorUnit> rigUnits();

/// Weights of the shapes for a state of the face. Shapes that the rig lacks are left out; lids that a blink
/// closes are not squinted as well.
std::vector<RigWeight> rigWeights(const RigModel& model, const FaceState& state);

/// The look shapes of a rig move the lids; the eyeballs turn by this, which takes a spot of a turned eyeball,
/// from its centre, to where it is while the eyes look ahead. By half of the face; axes as the rig's.
std::array<cv::Matx33f, 2> eyesAhead(const FaceState& state);

/// Share of a sided shape that acts at x (cm, positive to the subject's left): soft over the midline.
float rigSideShare(int side, float x);

} // namespace mien::synthesis
