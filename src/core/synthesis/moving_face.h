// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/openings.h"
#include "core/synthesis/performance.h"

namespace mien::synthesis {

/// How a portrait is moved: smooth pulls of the skin, lids that slide, lips that part (generator `warp`).
class WarpAnatomy final : public Anatomy {
public:
    /// `neutral`: landmarks of the unmoved face in the film.
    explicit WarpAnatomy(const face::Landmarks& neutral);

    const face::Landmarks& neutral() const override { return m_neutral; }
    face::Landmarks landmarksOf(const Pose& pose) const override;
    bool folds(const FaceState& state) const override;

    const FaceFrame& frame() const { return m_frame; }
    const EyeLid& lid(std::size_t half) const { return m_lids[half]; }
    const Mouth& mouth() const { return m_mouth; }

private:
    face::Landmarks m_neutral;
    FaceFrame m_frame;
    std::array<EyeLid, 2> m_lids;
    Mouth m_mouth;
};

/// The geometry of a clip of generator `warp`: a performance on a portrait.
class MovingFace {
public:
    static Result<MovingFace> create(const ClipSpec& spec, const face::Landmarks& neutral);

    const WarpAnatomy& anatomy() const { return m_anatomy; }
    const Performance& performance() const { return m_performance; }

    FaceState stateAt(FrameIndex frame) const { return m_performance.stateAt(frame); }
    face::Landmarks landmarksAt(FrameIndex frame) const {
        return m_anatomy.landmarksOf(m_performance.poseAt(frame));
    }
    const face::Landmarks& neutral() const { return m_anatomy.neutral(); }

private:
    MovingFace(WarpAnatomy anatomy, Performance performance)
        : m_anatomy(std::move(anatomy)), m_performance(std::move(performance)) {}

    WarpAnatomy m_anatomy;
    Performance m_performance;
};

/// Smallest determinant of the Jacobian of p + displacementAt(p) over the whole face: > 0 means that no skin
/// is folded over.
double smallestJacobian(const FaceFrame& frame, const FaceState& state);

} // namespace mien::synthesis
