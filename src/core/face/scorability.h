// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"

namespace mien::face {

/// What is known of the followed face when its frame is judged.
struct FaceEvidence {
    bool found = false;
    cv::Size image;          ///< pixels of the film image
    float boxWidthPx = 0.0f; ///< detector-style box
    Landmarks landmarks{};
    HeadPose pose;
    float detectorScore = 0.0f; ///< last check-up: detector at the face's place, down to -1 (sees nothing)
    /// Last check-up: how far the landmark model disagrees with itself when it is started from places a
    /// twentieth of the box apart, mean over a part's points, in units of the distance between the eyes.
    /// 0.004-0.01 on an open face; several times that where the model guesses.
    float doubtFace = 0.0f;  ///< all 68 points
    float doubtMouth = 0.0f; ///< points 48-67
    float doubtNose = 0.0f;  ///< points 17-35
    float sharpness = 1.0f;  ///< see sharpnessOf
};

/// Judges each frame, with hysteresis so that a face at a limit does not flicker between states: a face stops
/// being scorable at once, and is scorable again when it has passed the (slightly stricter) limits for 0.2 s.
class ScorabilityGate {
public:
    explicit ScorabilityGate(const FaceOptions& options);
    Scorability judge(const FaceEvidence& evidence);
    void reset();

private:
    Scorability instant(const FaceEvidence& evidence, bool strict) const;

    FaceOptions m_options;
    int m_framesToReturn;
    int m_goodFrames = 0;
    Scorability m_state = Scorability::Scorable;
};

/// How much detail a face shows, independent of its size, contrast and noise: rms of the finest octave of the
/// face shrunk to 64 px over the standard deviation of the rest. 0.24-0.36 on sharp pictures, 0.11 where a
/// Gaussian blur of some 3 % of the face's width has gone over it.
float sharpnessOf(const cv::Mat& grey, const cv::Rect2f& box);

} // namespace mien::face
