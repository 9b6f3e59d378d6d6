// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_search.h"
#include "core/face/landmark_model.h"

namespace mien::face {

/// A closer look at the followed face, too dear for every frame: does the detector still see it (about 2 ms),
/// and does the landmark model know where it is, or does it guess (1 ms)?
struct Checkup {
    Detection detection; ///< by FaceSearch::around; score -1 where it sees nothing there
    float doubtFace = 0.0f;
    float doubtMouth = 0.0f;
    float doubtNose = 0.0f; ///< with the brows; all three as in FaceEvidence
    Landmarks mean{};       ///< of the model's answers: steadier than one of them
};

/// The detector is sure, and so is the landmark model: an open face in full view.
bool leavesNoDoubt(const Checkup& checkup);

/// Everything but the detection. `place` lays the model's unit square over the face, `landmarks` is the
/// model's answer from there.
Checkup checkUp(const LandmarkModel& model, const cv::Mat& grey, const cv::Matx23d& place,
                const Landmarks& landmarks);

} // namespace mien::face
