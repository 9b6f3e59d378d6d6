// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/motion/regions.h"

#include <opencv2/core.hpp>

#include <array>

namespace mien::pipeline {

using RegionVectors = std::array<cv::Vec2f, motion::kRegionCount>;

/// Joins the displacements of consecutive stretches into one signal and keeps it from drifting.
///
/// Flow measures small movements to a few hundredths of a pixel but loses large ones (a mouth thrown open
/// uncovers pixels that the reference frame does not have), and its errors add up over stretches. Landmarks
/// are coarse but do not drift. The two are blended like a gyroscope and a compass: the flow's signal, plus a
/// bias that follows the difference between landmarks and flow. While the two agree within kAgreement the
/// bias follows over kSlowS, so that movements of that size come from the flow alone; once they differ by
/// more, the landmarks lead (the bias follows over kFastS) until the two have agreed within kReconciled for
/// kCalmS: flow that has lost a movement once goes on losing it until the next reference frame.
///
/// Where the picture itself says that it is the landmarks that have strayed since the reference frame
/// (landmark_check.h), what they have strayed by is taken off them, also
/// when the reference frame has changed meanwhile, until it has lasted for kForgetS: no blink does. The
/// brows' bias never follows by more than kMostBias at a time while flow and landmarks agree: brows neither
/// open nor uncover, so flow loses little there.
class DisplacementChain {
public:
    explicit DisplacementChain(double fps) : m_fps(fps) {}

    static constexpr float kAgreement = 0.06f;   ///< units of the eye distance
    static constexpr float kReconciled = 0.008f; ///< likewise
    static constexpr double kSlowS = 5.0;
    static constexpr double kFastS = 0.08;
    static constexpr double kCalmS = 0.3;
    static constexpr double kForgetS = 2.0;
    static constexpr float kMostBias = 0.005f; ///< units of the eye distance, over kSlowS

    /// Starts a run of scorable frames: displacements count from its first frame.
    void reset();
    /// `fromReference`: displacement since the stretch's reference frame; `landmarks`: positions of the
    /// regions' landmarks in the aligned face; both in units of the eye distance. `newStretch`: the first
    /// frame of a stretch. `astray`: by how much the landmarks have strayed since the reference frame.
    RegionVectors add(const RegionVectors& fromReference, const RegionVectors& landmarks, bool newStretch,
                      const RegionVectors& astray = {});

private:
    double m_fps;
    bool m_empty = true;
    RegionVectors m_base{}; ///< flow displacement of the stretch's reference frame
    RegionVectors m_flow{}; ///< … of the last frame
    RegionVectors m_bias{};
    std::array<double, motion::kRegionCount> m_leadLeftS{}; ///< while above 0, the landmarks lead
    RegionVectors m_astrayBefore{}; ///< by how much the landmarks had strayed at the reference frame
    RegionVectors m_astray{};       ///< … in the last frame
    RegionVectors m_forgotten{};    ///< so much of it is held against them no more
    RegionVectors m_landmarksAtStart{};
};

} // namespace mien::pipeline
