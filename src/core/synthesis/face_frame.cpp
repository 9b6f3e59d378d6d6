// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/face_frame.h"

namespace mien::synthesis {
namespace {

cv::Point2d meanOf(const face::Landmarks& landmarks, std::size_t first, std::size_t last) {
    cv::Point2d sum;
    for (std::size_t k = first; k <= last; ++k)
        sum += cv::Point2d(landmarks[k]);
    return sum / static_cast<double>(last - first + 1);
}

} // namespace

FaceFrame::FaceFrame(const face::Landmarks& landmarks) : m_landmarks(landmarks) {
    const auto left = meanOf(landmarks, 36, 41);
    const auto right = meanOf(landmarks, 42, 47);
    m_origin = (left + right) / 2.0;
    m_unitPx = std::max(1e-6, cv::norm(right - left));
    m_x = (right - left) / m_unitPx;
    m_y = {-m_x.y, m_x.x};
}

double faceWidthPx(const face::Landmarks& landmarks) {
    return cv::norm(cv::Point2d(landmarks[16] - landmarks[0]));
}

} // namespace mien::synthesis
