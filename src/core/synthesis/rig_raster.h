// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/rig_model.h"

namespace mien::synthesis {

/// A projected vertex: place on the picture and 1 / distance from the camera (or any depth that grows towards
/// it).
struct RasterPoint {
    float x = 0.0f, y = 0.0f, nearness = 0.0f;
};

/// What a sample of the picture shows.
struct RasterSample {
    int triangle = -1;
    float nearness = 0.0f;
    float second = 0.0f, third = 0.0f; ///< screen shares of the triangle's second and third corner
};

/// A z-buffer. Sample (i, j) lies at the point (i, j). The same on every machine, which a ray tracer that
/// picks its kernels by processor is not: clips of one seed must have the same bytes.
class RasterBuffer {
public:
    RasterBuffer(int width, int height);

    int width() const { return m_width; }
    int height() const { return m_height; }
    /// Draws triangle number `index`; facing away (clockwise on the picture) it is not drawn.
    void draw(const RasterPoint& a, const RasterPoint& b, const RasterPoint& c, int index);
    const RasterSample& at(int x, int y) const {
        return m_samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) +
                         static_cast<std::size_t>(x)];
    }

private:
    int m_width, m_height;
    std::vector<RasterSample> m_samples;
};

/// Shares of a triangle's corners at a sample, right for a perspective view.
cv::Vec3f cornerShares(const RasterSample& sample, const RasterPoint& a, const RasterPoint& b,
                       const RasterPoint& c);

} // namespace mien::synthesis
