// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"

#include <opencv2/core.hpp>

namespace mien::synthesis {

/// The face's own coordinates, in which anatomy is written down: origin midway between the eye centres, x
/// along the eyes to the image's right, y down the face, unit the distance between the eye centres. Landmarks
/// of an upright frontal face: eyes (±0.5, 0), brows near y = -0.35, mouth near (0, 1.1), chin near (0, 1.8).
class FaceFrame {
public:
    explicit FaceFrame(const face::Landmarks& landmarks);

    double unitPx() const { return m_unitPx; }
    cv::Point2d toFace(cv::Point2d image) const {
        const cv::Point2d d = image - m_origin;
        return {d.dot(m_x) / m_unitPx, d.dot(m_y) / m_unitPx};
    }
    cv::Point2d toImage(cv::Point2d face) const { return m_origin + toImageVector(face); }
    cv::Point2d toImageVector(cv::Point2d face) const { return (m_x * face.x + m_y * face.y) * m_unitPx; }
    /// Landmark k of the neutral face in face coordinates.
    cv::Point2d landmark(int k) const {
        return toFace(cv::Point2d(m_landmarks[static_cast<std::size_t>(k)]));
    }

private:
    face::Landmarks m_landmarks;
    cv::Point2d m_origin, m_x, m_y;
    double m_unitPx = 1.0;
};

/// Width of a face by the definition of kReferenceFaceWidthPx: landmark 0 to landmark 16, pixels.
double faceWidthPx(const face::Landmarks& landmarks);

} // namespace mien::synthesis
