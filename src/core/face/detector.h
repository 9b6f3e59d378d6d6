// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <memory>
#include <vector>

namespace mien::face {

/// One face found: a square box in pixels of the image handed in, and how sure the detector is.
struct Detection {
    cv::Rect2f box;
    float score = 0.0f; ///< distance from the decision plane; 0 is the detector's own threshold
};

/// dlib's frontal face detector (HOG and linear templates of 80×80 pixels). Not thread-safe: one instance a
/// thread; instances share nothing that changes.
class FaceDetector {
public:
    /// `levels`: how many sizes are tried, each 1.2 times the one before; 0: all that fit the image.
    explicit FaceDetector(int levels = 0);
    ~FaceDetector();
    FaceDetector(FaceDetector&&) noexcept;
    FaceDetector& operator=(FaceDetector&&) noexcept;

    /// Side of the smallest face found at scale 1, in pixels.
    static constexpr float kTemplateSide = 80.0f;

    /// Faces in `grey` (CV_8UC1) after it was resized by `scale`, the surest first. `threshold` is added to
    /// the detector's own: negative values let weaker faces through, with a negative score.
    std::vector<Detection> find(const cv::Mat& grey, double scale = 1.0, double threshold = 0.0);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace mien::face
