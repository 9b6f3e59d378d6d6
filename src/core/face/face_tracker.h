// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <array>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace mien::face {

/// The 68 points of the iBUG 300-W mark-up, 0-based, in pixels of the upright film image, sub-pixel.
/// 0-16 jaw, 17-21 and 22-26 brows, 27-35 nose, 36-41 and 42-47 eyes, 48-67 mouth.
/// "left" and "right" below are the image's unless a comment says the subject's.
using Landmarks = std::array<cv::Point2f, 68>;

/// Whether a frame's face can be scored. Anything but Scorable travels through every later stage as
/// "not scorable" with its reason: it is a finding of its own, never the same as "nothing happened".
enum class Scorability : std::uint8_t { Scorable, NoFace, TooSmall, TurnedAway, CutOff, Occluded, Blurred };

/// A few plain words for people, e.g. "face turned away".
std::string_view describe(Scorability state);

/// Rotation of the head in degrees. yaw > 0: towards the image's right; pitch > 0: down; roll > 0: clockwise.
struct HeadPose {
    float yawDeg = 0.0f;
    float pitchDeg = 0.0f;
    float rollDeg = 0.0f;
};

/// What was seen of the followed face in one frame. Fields other than `frame` and `state` are meaningful only
/// where a face was found (state != NoFace).
struct FaceObservation {
    FrameIndex frame;
    Scorability state = Scorability::NoFace;
    float score = 0.0f;    ///< detector confidence of the last detection of this face, >= 0
    cv::Rect2f box;        ///< detector-style box, pixels of the film image
    Landmarks raw{};       ///< the landmark model's own answer for this frame (sub-pixel, jittery)
    Landmarks landmarks{}; ///< stabilised: jitter removed, movement kept (see landmark_stabiliser.h)
    HeadPose pose;
};

struct FaceOptions {
    float redetectEveryS = 0.25f; ///< seconds of film between check-ups while a face is followed
    float calmEveryS =
        1.0f; ///< … between detector runs while there is no doubt about the face (face_checkup.h)
    float minFaceWidthPx = 48.0f; ///< narrower faces are not scorable
    float maxYawDeg = 35.0f;      ///< beyond these the regions are not comparable with the neutral face
    float maxPitchDeg = 30.0f;
    int followFace =
        -1; ///< which of the faces of the first frame with a face, left to right; -1: the largest
    double fps = 30.0;
};

/// Follows one face through the frames of one stretch of film, in order: detector on key frames and after
/// loss, tracking between, landmarks every frame. Memory is constant in film length.
class FaceTracker {
public:
    virtual ~FaceTracker() = default;
    /// `grey`: CV_8UC1, the same size for every frame. Frames must come in order without gaps.
    virtual Result<FaceObservation> observe(FrameIndex frame, const cv::Mat& grey) = 0;
    /// Boxes of all faces found in the last detector run, left to right (for letting the user choose).
    virtual std::vector<cv::Rect2f> candidates() const = 0;
};

/// Loads the detector and the landmark model (once per process; later calls share them).
/// MissingDependency with the path looked at where the model file is absent.
Result<std::unique_ptr<FaceTracker>> makeFaceTracker(const FaceOptions& options,
                                                     const std::filesystem::path& landmarkModel = {});

} // namespace mien::face
