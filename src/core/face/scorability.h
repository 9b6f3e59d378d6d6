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
    int checkups = 0;           ///< how many closer looks this face has had; tells a new one from an old one
    float detectorScore = 0.0f; ///< last check-up: detector at the face's place, down to -1 (sees nothing)
    /// Last check-up: how far the landmark model disagrees with itself when it is started from places a
    /// twentieth of the box apart, mean over a part's points, in units of the distance between the eyes.
    /// 0.004-0.01 on an open face; several times that where the model guesses.
    float doubtFace = 0.0f;       ///< all 68 points
    float doubtMouth = 0.0f;      ///< points 48-67
    float doubtNose = 0.0f;       ///< points 17-35
    float browFamiliarity = 1.0f; ///< how much brows and lower face look as before, see LandmarkStabiliser
    float lowerFamiliarity = 1.0f;
    float sharpness = 1.0f; ///< see sharpnessOf
};

/// Tells a covered face (a hand, a cup, a microphone) from a strong expression. No sign is enough by itself:
/// pushed-out lips make the landmark model unsure of the mouth, a wide-open mouth weakens the detector, a
/// quick smile changes the look of the cheeks. A face counts as covered when the model guesses *and* either
/// the detector sees much less of a face than it usually does of this one, or the lower face has lost its
/// look while the brows have kept theirs.
class CoverWatch {
public:
    bool covered(const FaceEvidence& evidence);

private:
    float m_usualScore = 0.0f;
    float m_leastUsual = 0.0f;
    int m_lastCheckup = 0;
    int m_clearCheckups = 0;
    bool m_covered = false;
};

/// Judges each frame, with hysteresis so that a face at a limit does not flicker between states: a face stops
/// being scorable at once, and is scorable again when it has passed the (slightly stricter) limits for 0.2 s.
class ScorabilityGate {
public:
    explicit ScorabilityGate(const FaceOptions& options);
    Scorability judge(const FaceEvidence& evidence);

private:
    Scorability instant(const FaceEvidence& evidence, bool covered, bool strict) const;

    FaceOptions m_options;
    CoverWatch m_cover;
    int m_framesToReturn;
    int m_goodFrames = 0;
    Scorability m_state = Scorability::Scorable;
};

/// How much detail a face shows, independent of its size, contrast and noise: rms of the finest octave of the
/// face shrunk to 64 px over the standard deviation of the rest. 0.24-0.36 on sharp pictures, 0.11 where a
/// Gaussian blur of some 3 % of the face's width has gone over it.
float sharpnessOf(const cv::Mat& grey, const cv::Rect2f& box);

} // namespace mien::face
