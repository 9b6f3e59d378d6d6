// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/furrows.h"
#include "core/synthesis/generator.h"
#include "core/synthesis/rig_anatomy.h"
#include "core/synthesis/rig_light.h"
#include "core/synthesis/rig_texture.h"

namespace mien::synthesis {

/// Draws a rig's person: a z-buffer of 2 × 2 samples a pixel, shaded with one broad lamp and its soft shadow,
/// light from all around, skin under whose surface light wanders, and a background. All in linear light; the
/// picture is encoded with a gamma of 2.2.
class RigRenderer {
public:
    RigRenderer(std::shared_ptr<const RigAnatomy> anatomy, int size, const JobContext& job);

    cv::Mat picture(const Pose& pose) const;
    ExactFlow flow(const Pose& from, const Pose& to) const;

private:
    RasterBuffer rasterised(const RigShot& shot, int factor) const;
    cv::Mat furrowsOf(const FaceState& state) const;
    cv::Vec3f shaded(const RasterSample& sample, const RigShot& shot, const std::vector<float>& lit,
                     const cv::Mat& furrows, float below) const;
    void drawLashes(const RigShot& shot, const RasterBuffer& buffer, cv::Mat& linear) const;
    void drawBackground();

    std::shared_ptr<const RigAnatomy> m_anatomy;
    int m_size;
    RigPainter m_painter;
    RigTexture m_texture;
    std::vector<cv::Vec3f> m_sky; ///< light from all around that reaches each vertex, by colour
    std::vector<bool> m_eye;      ///< vertices of the eyeballs
    cv::Mat m_background;         ///< CV_32FC3, linear
    struct FurrowMap {
        HalfAction action;
        cv::Mat map; ///< CV_32F over the generic face from in front
    };
    std::vector<FurrowMap> m_furrows;
};

} // namespace mien::synthesis
