// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"
#include "core/pipeline/displacement_chain.h"

namespace mien::pipeline {

/// Where the regions' landmarks lie, seen from the parts of the face that hardly move: eye corners, bridge
/// and base of the nose, laid onto where they were in the first frame of the run by a similarity.
///
/// A fit with fixed weights to an average face, or a division by the distance of the eyes in each frame,
/// takes what a blink does to the eyes' landmarks for a movement of the head and carries the mouth along, by
/// 3 to 9 % of the eye distance. So every point's weight falls with its distance from the fit (Cauchy), and
/// there are more points on the nose than on the eyes.
class LandmarkAnchor {
public:
    /// The next frame begins a run: positions are laid onto this one.
    void reset() { m_empty = true; }
    /// Positions in units of the eye distance, origin and axes of the aligned face of the first frame.
    RegionVectors place(const face::Landmarks& landmarks);

private:
    bool m_empty = true;
    face::Landmarks m_first{}; ///< of the first frame in its aligned face, units of the eye distance
};

} // namespace mien::pipeline
