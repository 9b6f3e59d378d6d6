// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/rig_raster.h"

namespace mien::synthesis {

RasterBuffer::RasterBuffer(int width, int height)
    : m_width(width),
      m_height(height),
      m_samples(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

void RasterBuffer::draw(const RasterPoint& a, const RasterPoint& b, const RasterPoint& c, int index) {
    // Twice the signed area; y runs down, so counter-clockwise in space is negative here.
    const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (!(area < 0.0f))
        return;
    const int x0 = std::max(0, static_cast<int>(std::ceil(std::min({a.x, b.x, c.x}))));
    const int x1 = std::min(m_width - 1, static_cast<int>(std::floor(std::max({a.x, b.x, c.x}))));
    const int y0 = std::max(0, static_cast<int>(std::ceil(std::min({a.y, b.y, c.y}))));
    const int y1 = std::min(m_height - 1, static_cast<int>(std::floor(std::max({a.y, b.y, c.y}))));
    if (x0 > x1 || y0 > y1)
        return;
    const float scale = 1.0f / area;
    // Shares of b and c are linear over the picture.
    const float sx = (c.y - a.y) * scale, sy = -(c.x - a.x) * scale;
    const float tx = -(b.y - a.y) * scale, ty = (b.x - a.x) * scale;
    for (int y = y0; y <= y1; ++y) {
        const float dy = static_cast<float>(y) - a.y;
        auto* row = &m_samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width)];
        for (int x = x0; x <= x1; ++x) {
            const float dx = static_cast<float>(x) - a.x;
            const float s = sx * dx + sy * dy, t = tx * dx + ty * dy;
            // A sliver of tolerance closes the seams between neighbours.
            if (s < -1e-5f || t < -1e-5f || s + t > 1.00001f)
                continue;
            const float nearness = a.nearness + s * (b.nearness - a.nearness) + t * (c.nearness - a.nearness);
            if (nearness > row[x].nearness)
                row[x] = {index, nearness, s, t};
        }
    }
}

cv::Vec3f cornerShares(const RasterSample& sample, const RasterPoint& a, const RasterPoint& b,
                       const RasterPoint& c) {
    const float first = 1.0f - sample.second - sample.third;
    return cv::Vec3f(first * a.nearness, sample.second * b.nearness, sample.third * c.nearness) *
           (1.0f / sample.nearness);
}

} // namespace mien::synthesis
