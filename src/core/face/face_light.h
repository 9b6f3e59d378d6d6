// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

namespace mien::face {

/// Shows a dark face in the light that the landmark model was learnt in.
///
/// The model asks whether two pixels differ by more grey levels than a threshold that was learnt on mostly
/// light faces. Skin that sends back half the light halves every difference, so that the same face passes
/// other branches and the model guesses. A gain undoes this: it brings the median of the face to
/// kUsualLevel. Faces that are as bright as that, or brighter, are seen as they are, bit by bit.
///
/// The gain is held from frame to frame and follows the light within kFollowS seconds, so that it adds no
/// jitter.
class FaceLight {
public:
    static constexpr double kUsualLevel = 100.0; ///< grey levels
    static constexpr double kMostGain = 6.0;     ///< beyond this there is more noise than face
    static constexpr double kFollowS = 2.0;      ///< time constant

    /// A new face: the gain is that of this frame. `box`: detector-style, pixels of `grey` (CV_8UC1).
    void begin(const cv::Mat& grey, const cv::Rect2f& box);
    /// Another look at the same face, `seconds` after the last one.
    void follow(const cv::Mat& grey, const cv::Rect2f& box, double seconds);
    /// The picture under the gain; `grey` itself where that is 1. Valid until the next call.
    const cv::Mat& lit(const cv::Mat& grey);

    double gain() const { return m_gain; } ///< 1 … kMostGain

private:
    double m_gain = 1.0;
    cv::Mat m_lit;
};

} // namespace mien::face
