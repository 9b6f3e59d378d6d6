// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/moving_face.h"
#include "core/synthesis/portrait.h"
#include "core/synthesis/texture.h"

namespace mien::synthesis {

/// Draws the frames of a clip, each independent of the others: frame() may be called from many threads.
///
/// Backward mapping: a film pixel is followed back through head movement, the smooth displacement of all
/// action units (Newton's method on its sampled field) and the openings of lids and lips to its place in
/// the portrait, which is read once, by cubic convolution.
class FrameRenderer {
public:
    FrameRenderer(const ClipSpec& spec, const Portrait& portrait, const Framing& framing, MovingFace face);

    /// CV_32FC3, BGR, 0 … 255, before light and sensor.
    cv::Mat picture(const Pose& pose) const;
    /// CV_8UC3, BGR: the frame as it is filmed.
    cv::Mat frame(FrameIndex index) const;
    const MovingFace& face() const { return m_face; }

private:
    /// What a state changes besides moving the skin.
    struct Look {
        Openings openings;
        cv::Mat furrows; ///< CV_32F over m_roi, logarithm of the brightness' factor; empty: none
    };
    cv::Mat fieldOf(const FaceState& state) const;
    Look lookOf(const FaceState& state) const;
    cv::Vec3f colourAt(cv::Point2d neutral, const Look& look) const;
    cv::Vec3f skinAt(cv::Point2d neutral, const Look& look) const;
    cv::Vec3f portraitAt(cv::Point2d neutral) const;
    cv::Vec3f mouthInside(double depth) const;

    ClipSpec m_spec;
    MovingFace m_face;
    Texture m_texture;
    cv::Matx23d m_textureFromFilm;
    cv::Rect m_roi;                ///< where m_fields are defined, film pixels
    std::vector<cv::Mat> m_fields; ///< CV_32FC2 over m_roi, one per repertoire entry, film pixels at amount 1
    std::vector<cv::Mat>
        m_furrows;            ///< CV_32F over m_roi, one per repertoire entry; empty where there are none
    cv::Rect m_active;        ///< outside of it nothing but the head moves
    cv::Mat m_neutral;        ///< CV_32FC3, the unmoved picture
    cv::Vec3f m_skin;         ///< mean colour of the cheeks
    double m_softness = 0.01; ///< half width of the edges of lids and lips, FaceFrame units
};

} // namespace mien::synthesis
