// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/clip_spec.h"
#include "core/synthesis/openings.h"

#include <vector>

namespace mien::synthesis {

/// The geometry of a clip: where every point of the neutral face is in every frame. Film pixels.
class MovingFace {
public:
    /// `neutral`: landmarks of the unmoved face in the film. InvalidArgument where an expression cannot reach
    /// its peak, moves none of the regions though a peak is asked, or folds the skin over (alone or together
    /// with others).
    static Result<MovingFace> create(const ClipSpec& spec, const face::Landmarks& neutral);

    FaceState stateAt(FrameIndex frame) const;
    /// With and without the movement of the head.
    face::Landmarks landmarksAt(FrameIndex frame) const;
    face::Landmarks expressionLandmarks(const FaceState& state) const;
    /// filmFromNeutral: the similarity that the whole picture undergoes (sway and roll about the nose).
    cv::Matx23d headAt(FrameIndex frame) const;

    const FaceFrame& frame() const { return m_frame; }
    const EyeLid& lid(std::size_t half) const { return m_lids[half]; }
    const Mouth& mouth() const { return m_mouth; }
    const face::Landmarks& neutral() const { return m_neutral; }
    /// Every unit and half that ever acts, amount 1, in order of number.
    const std::vector<HalfAction>& repertoire() const { return m_repertoire; }
    /// Film pixels per pixel at kReferenceFaceWidthPx.
    double filmPxPerReferencePx() const;

private:
    MovingFace(const ClipSpec& spec, const face::Landmarks& neutral);
    Result<void> scaleExpressions();
    Result<void> checkFolding() const;

    ClipSpec m_spec;
    face::Landmarks m_neutral;
    FaceFrame m_frame;
    std::array<EyeLid, 2> m_lids;
    Mouth m_mouth;
    std::vector<std::vector<HalfAction>> m_full; ///< actions of each expression at its apex
    std::vector<HalfAction> m_repertoire;
};

/// Indices of the landmarks that centre the 12 regions, in node order (motion/regions.h).
inline constexpr std::array<std::size_t, 12> kRegionLandmarks{18, 19, 20, 23, 24, 25, 28, 30, 48, 51, 54, 57};

/// Smallest determinant of the Jacobian of p + displacementAt(p) over the whole face: > 0 means that no skin
/// is folded over.
double smallestJacobian(const FaceFrame& frame, const FaceState& state);

} // namespace mien::synthesis
