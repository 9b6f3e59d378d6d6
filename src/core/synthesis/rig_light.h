// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/rig_anatomy.h"

namespace mien::synthesis {

/// How much of the surroundings each vertex of a surface sees, 0 … 1: a few dozen depth maps from all around.
std::vector<float> skyShare(const RigModel& model, const RigShot& shot, const JobContext& job);

/// Depth of the surface as the key light sees it.
class RigShadow {
public:
    RigShadow(const RigModel& model, const RigShot& shot, cv::Vec3f towardsLight, int size);
    /// Share of the light that reaches a place, 0 … 1; a broad lamp's soft edge.
    float lit(cv::Vec3f place) const;
    /// The same by one tap, hard-edged.
    bool reaches(cv::Vec3f place) const;

private:
    RasterPoint seen(cv::Vec3f place) const;

    cv::Vec3f m_x, m_y, m_z, m_centre;
    float m_pxPerCm;
    RasterBuffer m_buffer;
};

} // namespace mien::synthesis
