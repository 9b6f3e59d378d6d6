// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/detector.h"

namespace mien::face {

/// Intersection over union of two boxes, 0 … 1.
float overlap(const cv::Rect2f& a, const cv::Rect2f& b);

/// How hard to look. The cost of the detector grows with the pixels it is shown (about 60 ns a pixel), so
/// that big faces are sought in a small picture, and small ones rarely.
enum class SearchEffort {
    Quick,   ///< shorter side 240 px: finds faces of a third of the picture's height
    Careful, ///< shorter side 480 px
    Full     ///< down to the smallest face of interest, as far as 1.2 million pixels reach
};

/// Finds faces in whole frames and around a known place. Not thread-safe.
class FaceSearch {
public:
    explicit FaceSearch(float smallestFacePx) : m_smallestFacePx(smallestFacePx) {}

    /// All faces, left to right, each once.
    std::vector<Detection> wholeFrame(const cv::Mat& grey, SearchEffort effort);

    /// The face at `box` if the detector sees one there (overlap at least 0.3), with a score that may be down
    /// to -1; score -1 and an empty box where it sees none. About 2 ms whatever the size of the frame.
    Detection around(const cv::Mat& grey, const cv::Rect2f& box);

private:
    double scaleFor(const cv::Size& size, SearchEffort effort) const;

    FaceDetector m_detector;
    FaceDetector m_nearDetector{4};
    float m_smallestFacePx;
};

} // namespace mien::face
