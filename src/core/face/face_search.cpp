// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/face_search.h"

#include <algorithm>
#include <cmath>

namespace mien::face {
namespace {

constexpr double kMostPixels = 1.2e6;
/// The followed face is shrunk to this side, in the middle of the four sizes tried (80, 96, 115, 138 px):
/// near the smallest one, scores vary with the expression more than with what covers the face.
constexpr double kTrackedFaceSide = 105.0;
/// Faces this much smaller than the smallest of interest are found too, to be called too small instead of
/// absent.
constexpr double kStillWorthFinding = 0.75;
constexpr float kSameFace = 0.3f;

} // namespace

float overlap(const cv::Rect2f& a, const cv::Rect2f& b) {
    const float shared = (a & b).area();
    const float all = a.area() + b.area() - shared;
    return all > 0.0f ? shared / all : 0.0f;
}

double FaceSearch::scaleFor(const cv::Size& size, SearchEffort effort) const {
    const double side = std::min(size.width, size.height);
    const double finest =
        static_cast<double>(FaceDetector::kTemplateSide) / (kStillWorthFinding * m_smallestFacePx);
    switch (effort) {
    case SearchEffort::Quick:
        return std::min({1.0, finest, 240.0 / side});
    case SearchEffort::Careful:
        return std::min({1.0, finest, 480.0 / side});
    case SearchEffort::Full:
        break;
    }
    return std::min(finest, std::sqrt(kMostPixels / size.area()));
}

std::vector<Detection> FaceSearch::wholeFrame(const cv::Mat& grey, SearchEffort effort) {
    std::vector<Detection> found = m_detector.find(grey, scaleFor(grey.size(), effort));
    std::sort(found.begin(), found.end(), [](const Detection& a, const Detection& b) {
        return a.box.x + a.box.width / 2 < b.box.x + b.box.width / 2;
    });
    return found;
}

Detection FaceSearch::around(const cv::Mat& grey, const cv::Rect2f& box) {
    Detection none;
    none.score = -1.0f;
    const float margin = 0.4f * box.width;
    const cv::Rect roi = cv::Rect(cv::Rect2f(box.x - margin, box.y - margin, box.width + 2 * margin,
                                             box.height + 2 * margin)) &
                         cv::Rect(0, 0, grey.cols, grey.rows);
    if (roi.width < 16 || roi.height < 16)
        return none;
    Detection best = none;
    for (Detection& d : m_nearDetector.find(grey(roi), kTrackedFaceSide / box.width, -1.0)) {
        d.box.x += static_cast<float>(roi.x);
        d.box.y += static_cast<float>(roi.y);
        if (overlap(d.box, box) >= kSameFace && d.score > best.score)
            best = d;
    }
    return best;
}

} // namespace mien::face
