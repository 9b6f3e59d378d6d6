// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/alignment.h"
#include "core/face/face_tracker.h"
#include "core/media/video_source.h"
#include "core/pipeline/landmark_anchor.h"

#include <optional>
#include <vector>

namespace mien::pipeline {

/// One frame of a stretch: what was seen of the face and, where it is scorable, the aligned crop.
struct StretchFrame {
    face::FaceObservation seen;
    RegionVectors position{}; ///< of the regions, as LandmarkAnchor places them in this run
    cv::Mat crop; ///< CV_8UC1, face::kCropSize square, under the stretch's one transform; empty: not scorable
};

/// Some consecutive frames under one alignment. A still face aligned anew in every frame would seem to move
/// by half a pixel (landmark jitter), the size of a micro-expression; under one fixed transform it does not,
/// and the head's real motion is taken out afterwards from the flow itself.
struct Stretch {
    std::vector<StretchFrame> frames; ///< all scorable, or all not
    /// What the frames' motion is measured from: the first frame of a run, or the last one of the stretch
    /// before, cropped anew. Empty where the frames are not scorable.
    cv::Mat referenceCrop;
    face::Landmarks referenceLandmarks{}; ///< in crop pixels
    face::FaceObservation reference;      ///< what was seen of the face there
    RegionVectors referencePosition{};    ///< likewise
    bool chained = false;                 ///< the reference is the last frame of the stretch before
    bool scorable() const { return !referenceCrop.empty(); }
};

/// Cuts the frames of a film, in order, into stretches.
class StretchBuilder {
public:
    explicit StretchBuilder(double fps);

    /// Adds the next frame; returns the stretch that it closed, if any.
    std::optional<Stretch> add(face::FaceObservation seen, const cv::Mat& grey);
    /// The frames that are left at the end of the film.
    std::optional<Stretch> finish();

private:
    bool fits(const face::FaceObservation& seen) const;
    void begin(const face::FaceObservation& seen, const RegionVectors& position, const cv::Mat& grey);
    std::optional<Stretch> take();

    std::size_t m_longest;
    Stretch m_stretch;
    cv::Matx23f m_transform;
    face::FaceObservation m_reference; ///< of the current stretch
    face::FaceObservation m_last;      ///< the frame before the one being added
    RegionVectors m_lastPosition{};
    LandmarkAnchor m_anchor; ///< of the current run of scorable frames
    cv::Mat m_lastGrey;
    bool m_lastScorable = false;
};

} // namespace mien::pipeline
