// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/clip_spec.h"
#include "core/synthesis/face_warp.h"

namespace mien::synthesis {

/// How the head has moved since the film's beginning: a shift of the nose's tip in the picture, and a roll
/// about it, positive clockwise as the film shows it.
struct HeadPose {
    cv::Point2d shiftPx; ///< film pixels
    double rollRad = 0.0;

    bool operator==(const HeadPose&) const = default;
};

/// Everything that moves in one frame.
struct Pose {
    FaceState face;
    HeadPose head;
};

/// The anatomy that a performance is played on: where a pose puts the landmarks of a face. Film pixels.
class Anatomy {
public:
    virtual ~Anatomy() = default;
    virtual const face::Landmarks& neutral() const = 0;
    virtual face::Landmarks landmarksOf(const Pose& pose) const = 0;
    /// Of a head that rests.
    face::Landmarks expressionLandmarks(const FaceState& state) const { return landmarksOf({state, {}}); }
    /// True where a state cannot be shown: the skin would fold over or tear.
    virtual bool folds(const FaceState& state) const = 0;

    /// Film pixels per pixel at kReferenceFaceWidthPx.
    double filmPxPerReferencePx() const { return faceWidthPx(neutral()) / kReferenceFaceWidthPx; }
};

/// A clip's spec played on a face: what the face and the head do in every frame, with the expressions scaled
/// to the peak displacements that were asked for.
class Performance {
public:
    /// InvalidArgument where an expression cannot reach its peak, moves none of the regions though a peak is
    /// asked, or folds the skin over (alone or together with others).
    static Result<Performance> create(const ClipSpec& spec, const Anatomy& anatomy);

    FaceState stateAt(FrameIndex frame) const;
    HeadPose headAt(FrameIndex frame) const;
    Pose poseAt(FrameIndex frame) const { return {stateAt(frame), headAt(frame)}; }
    /// Every unit and half that ever acts, amount 1, in order of number.
    const std::vector<HalfAction>& repertoire() const { return m_repertoire; }

private:
    Performance() = default;
    Result<void> scaleExpressions(const Anatomy& anatomy);
    Result<void> checkFolding(const Anatomy& anatomy) const;

    ClipSpec m_spec;
    double m_filmPxPerReferencePx = 1.0;
    std::vector<std::vector<HalfAction>> m_full; ///< actions of each expression at its apex
    std::vector<HalfAction> m_repertoire;
};

/// Indices of the landmarks that centre the 12 regions, in node order (motion/regions.h).
inline constexpr std::array<std::size_t, 12> kRegionLandmarks{18, 19, 20, 23, 24, 25, 28, 30, 48, 51, 54, 57};

/// The similarity of the picture that a head pose stands for, about a nose's tip at `nose`.
cv::Matx23d similarityOf(const HeadPose& head, cv::Point2d nose);

} // namespace mien::synthesis
