// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/rig_light.h"

#include "core/base/parallel.h"
#include "core/synthesis/rig_noise.h"

namespace mien::synthesis {
namespace {

/// Half width of the light's view: the head and its shoulders.
constexpr float kReachCm = 21.0f;
/// Added to nearness, which must stay positive.
constexpr float kOffset = 100.0f;

bool casts(RigPart part) {
    return part == RigPart::Face || part == RigPart::Head || part == RigPart::Teeth;
}

} // namespace

RigShadow::RigShadow(const RigModel& model, const RigShot& shot, cv::Vec3f towardsLight, int size)
    : m_z(towardsLight),
      m_centre(0.0f, -2.0f, 3.0f),
      m_pxPerCm(static_cast<float>(size) / (2 * kReachCm)),
      m_buffer(size, size) {
    const cv::Vec3f up = std::abs(m_z[1]) > 0.95f ? cv::Vec3f(1, 0, 0) : cv::Vec3f(0, 1, 0);
    m_x = cv::normalize(up.cross(m_z));
    m_y = m_z.cross(m_x);
    std::vector<RasterPoint> points(shot.place.size());
    for (std::size_t v = 0; v < points.size(); ++v)
        points[v] = seen(shot.place[v]);
    for (std::size_t t = 0; t < model.triangles.size(); ++t) {
        const auto& triangle = model.triangles[t];
        if (casts(triangle.part))
            m_buffer.draw(points[static_cast<std::size_t>(triangle.vertex[0])],
                          points[static_cast<std::size_t>(triangle.vertex[1])],
                          points[static_cast<std::size_t>(triangle.vertex[2])], static_cast<int>(t));
    }
}

RasterPoint RigShadow::seen(cv::Vec3f place) const {
    const auto d = place - m_centre;
    const float half = 0.5f * static_cast<float>(m_buffer.width());
    return {half + d.dot(m_x) * m_pxPerCm, half - d.dot(m_y) * m_pxPerCm, kOffset + d.dot(m_z)};
}

float RigShadow::lit(cv::Vec3f place) const {
    const auto p = seen(place);
    // Sixteen taps a third of a centimetre about, each with a soft threshold in depth.
    const float step = 0.22f * m_pxPerCm;
    float sum = 0.0f;
    for (int j = 0; j < 4; ++j)
        for (int i = 0; i < 4; ++i) {
            const int x = static_cast<int>(p.x + (static_cast<float>(i) - 1.5f) * step + 0.5f);
            const int y = static_cast<int>(p.y + (static_cast<float>(j) - 1.5f) * step + 0.5f);
            if (x < 0 || y < 0 || x >= m_buffer.width() || y >= m_buffer.height()) {
                sum += 1.0f;
                continue;
            }
            sum += 1.0f - smoothBetween(0.25f, 0.7f, m_buffer.at(x, y).nearness - p.nearness);
        }
    return sum / 16.0f;
}

bool RigShadow::reaches(cv::Vec3f place) const {
    const auto p = seen(place);
    const int x = static_cast<int>(p.x + 0.5f), y = static_cast<int>(p.y + 0.5f);
    return x < 0 || y < 0 || x >= m_buffer.width() || y >= m_buffer.height() ||
           m_buffer.at(x, y).nearness < p.nearness + 0.3f;
}

std::vector<float> skyShare(const RigModel& model, const RigShot& shot, const JobContext& job) {
    constexpr std::size_t kDirections = 64;
    const auto directionOf = [](std::size_t i) { // Fibonacci's sphere
        const float y = 1.0f - (2.0f * static_cast<float>(i) + 1.0f) / kDirections;
        const float r = std::sqrt(1.0f - y * y), angle = static_cast<float>(i) * 2.39996323f;
        return cv::Vec3f(r * std::cos(angle), y, r * std::sin(angle));
    };
    std::vector<std::vector<bool>> reached(kDirections);
    parallelFor(kDirections, job, [&](std::size_t i) {
        const RigShadow shadow(model, shot, directionOf(i), 160);
        reached[i].resize(shot.place.size());
        for (std::size_t v = 0; v < shot.place.size(); ++v)
            reached[i][v] = shot.normal[v].dot(directionOf(i)) > 0.0f &&
                            shadow.reaches(shot.place[v] + shot.normal[v] * 0.15f);
    });
    std::vector<float> share(shot.place.size(), 0.0f);
    for (std::size_t v = 0; v < share.size(); ++v) {
        float all = 1e-6f, seen = 0.0f;
        for (std::size_t i = 0; i < kDirections && !reached[i].empty(); ++i) {
            const float facing = std::max(0.0f, shot.normal[v].dot(directionOf(i)));
            all += facing;
            seen += reached[i][v] ? facing : 0.0f;
        }
        share[v] = std::min(1.0f, seen / all);
    }
    return share;
}

} // namespace mien::synthesis
