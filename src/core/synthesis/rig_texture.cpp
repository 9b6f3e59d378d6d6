// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/rig_texture.h"

#include "core/base/parallel.h"

namespace mien::synthesis {

RigTexture::RigTexture(const RigModel& model, const RigPainter& painter, int side, const JobContext& job)
    : m_side(side) {
    bake(model, painter, RigPart::Face, job);
    bake(model, painter, RigPart::Head, job);
}

void RigTexture::bake(const RigModel& model, const RigPainter& painter, RigPart part, const JobContext& job) {
    auto& square = m_squares[part == RigPart::Face ? 0 : 1];
    const auto side = static_cast<std::size_t>(m_side);
    square.texels.resize(side * side);
    for (const auto& t : model.triangles)
        if (t.part == part) {
            square.originU = std::floor(model.uv[static_cast<std::size_t>(t.uv[0])][0]);
            break;
        }
    // Where each texel lies on the generic face; a rim of a few texels goes beyond every triangle, so that
    // reading between texels at a seam finds skin on both sides.
    std::vector<cv::Vec3f> places(side * side, cv::Vec3f::all(0.0f));
    std::vector<float> outside(side * side, 1e9f);
    constexpr float kRim = 2.5f;
    for (const auto& t : model.triangles) {
        if (t.part != part)
            continue;
        std::array<cv::Point2f, 3> q;
        std::array<cv::Vec3f, 3> p;
        for (std::size_t k = 0; k < 3; ++k) {
            const auto& uv = model.uv[static_cast<std::size_t>(t.uv[k])];
            q[k] = {(uv[0] - square.originU) * static_cast<float>(m_side) - 0.5f,
                    uv[1] * static_cast<float>(m_side) - 0.5f};
            p[k] = model.neutral[static_cast<std::size_t>(t.vertex[k])];
        }
        const float area = (q[1] - q[0]).cross(q[2] - q[0]);
        if (std::abs(area) < 1e-9f)
            continue;
        const auto box = [&](auto least, float rim) { return static_cast<int>(std::floor(least + rim)); };
        const int x0 = std::max(0, box(std::min({q[0].x, q[1].x, q[2].x}), -kRim));
        const int x1 = std::min(m_side - 1, box(std::max({q[0].x, q[1].x, q[2].x}), kRim + 1));
        const int y0 = std::max(0, box(std::min({q[0].y, q[1].y, q[2].y}), -kRim));
        const int y1 = std::min(m_side - 1, box(std::max({q[0].y, q[1].y, q[2].y}), kRim + 1));
        const float longest = std::max({cv::norm(q[1] - q[0]), cv::norm(q[2] - q[1]), cv::norm(q[0] - q[2])});
        const float height = std::abs(area) / std::max(1e-6f, longest); // texels
        for (int y = y0; y <= y1; ++y)
            for (int x = x0; x <= x1; ++x) {
                const cv::Point2f at(static_cast<float>(x), static_cast<float>(y));
                const float s = (at - q[0]).cross(q[2] - q[0]) / area,
                            u = (q[1] - q[0]).cross(at - q[0]) / area;
                const float beyond = std::max({0.0f, -s, -u, s + u - 1.0f}) * height;
                const auto i = static_cast<std::size_t>(y) * side + static_cast<std::size_t>(x);
                if (beyond > kRim || beyond >= outside[i])
                    continue;
                outside[i] = beyond;
                places[i] = p[0] + (p[1] - p[0]) * s + (p[2] - p[0]) * u;
            }
    }
    parallelFor(side, job, [&](std::size_t y) {
        for (std::size_t i = y * side; i < (y + 1) * side; ++i)
            if (outside[i] <= kRim)
                square.texels[i] = painter.at(places[i]);
    });
}

RigTexel RigTexture::at(RigPart part, cv::Vec2f uv) const {
    const auto& square = squareOf(part);
    const float x = std::clamp((uv[0] - square.originU) * static_cast<float>(m_side) - 0.5f, 0.0f,
                               static_cast<float>(m_side) - 1.001f);
    const float y =
        std::clamp(uv[1] * static_cast<float>(m_side) - 0.5f, 0.0f, static_cast<float>(m_side) - 1.001f);
    const int ix = static_cast<int>(x), iy = static_cast<int>(y);
    const float a = x - static_cast<float>(ix), b = y - static_cast<float>(iy);
    const RigTexel* top = &square.texels[static_cast<std::size_t>(iy) * static_cast<std::size_t>(m_side) +
                                         static_cast<std::size_t>(ix)];
    const RigTexel* bottom = top + m_side;
    const std::array<const RigTexel*, 4> corners{top, top + 1, bottom, bottom + 1};
    const std::array<float, 4> weights{(1 - a) * (1 - b), a * (1 - b), (1 - a) * b, a * b};
    RigTexel sum;
    for (std::size_t k = 0; k < 4; ++k) {
        sum.albedo += corners[k]->albedo * weights[k];
        sum.bump += corners[k]->bump * weights[k];
        sum.gloss += corners[k]->gloss * weights[k];
        sum.softness += corners[k]->softness * weights[k];
    }
    return sum;
}

} // namespace mien::synthesis
