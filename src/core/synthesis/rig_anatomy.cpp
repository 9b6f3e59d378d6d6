// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/rig_anatomy.h"

#include "core/synthesis/rig_noise.h"

namespace mien::synthesis {
namespace {

/// Standard deviations of the identity modes used: most of what tells people apart, none of the caricature.
constexpr float kModeScale = 0.75f;
constexpr double kGreatestAmount = 2.0;

float between(float x, std::span<const std::pair<float, float>> nodes) {
    if (x <= nodes.front().first)
        return nodes.front().second;
    for (std::size_t i = 1; i < nodes.size(); ++i)
        if (x < nodes[i].first) {
            const float t = (x - nodes[i - 1].first) / (nodes[i].first - nodes[i - 1].first);
            return nodes[i - 1].second + (nodes[i].second - nodes[i - 1].second) * t;
        }
    return nodes.back().second;
}

cv::Vec3f unit(cv::Vec3f v) {
    const float length = std::sqrt(v.dot(v));
    return length > 1e-12f ? v * (1.0f / length) : cv::Vec3f(0, 0, 1);
}

} // namespace

float rigHairShare(const RigPerson& person, cv::Vec3f p) {
    // Ears and the skin around them are bare, with a soft rim, or the hair's volume would end in a ledge.
    const float ear = smoothBetween(5.8f, 6.9f, std::abs(p[0])) * smoothBetween(7.6f, 4.6f, p[1]) *
                      smoothBetween(-5.5f, -3.5f, p[1]) * smoothBetween(-4.0f, -2.0f, p[2]) *
                      smoothBetween(6.5f, 4.5f, p[2]);
    const std::pair<float, float> nodes[] = {
        {-9.0f, -6.5f},         {-4.0f, -5.5f}, {-0.5f, -3.0f}, {1.2f, 0.0f},
        {3.6f, 1.2f},           {4.6f, 5.0f},   {6.2f, 8.2f},   {7.6f, person.hairline - 0.5f},
        {9.0f, person.hairline}};
    const float height = p[1] - between(p[2], nodes) + 0.25f * solidNoise(p * 0.9f, person.seed + 70);
    return (1.0f - ear) * smoothBetween(-0.5f, 0.9f, height);
}

RigAnatomy::RigAnatomy(std::shared_ptr<const RigModel> model, RigPerson person, int size, double faceFraction)
    : m_model(std::move(model)), m_person(std::move(person)) {
    m_base = m_model->neutral;
    const auto n = m_base.size();
    for (std::size_t m = 0; m < std::min(m_person.modes.size(), m_model->identityModes()); ++m) {
        const float weight = kModeScale * m_person.modes[m];
        for (std::size_t v = 0; v < n; ++v)
            for (int c = 0; c < 3; ++c)
                m_base[v][c] += weight * m_model->identity[3 * (m * n + v) + static_cast<std::size_t>(c)];
    }
    std::vector<bool> skin(n, false);
    for (const auto& t : m_model->triangles)
        for (const int v : t.vertex)
            skin[static_cast<std::size_t>(v)] =
                skin[static_cast<std::size_t>(v)] || t.part == RigPart::Face || t.part == RigPart::Head;
    const auto normals = normalsOf(m_base);
    m_loose.resize(n);
    for (std::size_t v = 0; v < n; ++v) {
        const auto& p = m_model->neutral[v];
        m_loose[v] = smoothBetween(-15.0f, -9.5f, p[1]);
        if (!skin[v])
            continue;
        const float lumps = 1.0f + 0.3f * fractalNoise(p * 0.3f, 2, m_person.seed + 71);
        const float volume =
            m_person.hairHeight * smoothBetween(0.35f, 1.0f, rigHairShare(m_person, p)) * lumps;
        m_base[v] += normals[v] * volume;
    }

    const float cy = std::cos(m_person.yaw), sy = std::sin(m_person.yaw);
    const float cp = std::cos(m_person.pitch), sp = std::sin(m_person.pitch);
    m_turn = cv::Matx33f(1, 0, 0, 0, cp, -sp, 0, sp, cp) * cv::Matx33f(cy, 0, sy, 0, 1, 0, -sy, 0, cy);
    const auto landmark = [&](std::size_t k) {
        return viewed(m_base[static_cast<std::size_t>(m_model->landmarks[k])], 1.0f, {});
    };
    const auto right = landmark(0), left = landmark(16), chin = landmark(8);
    const auto middle = (right + left) * 0.3f + chin * 0.4f; // as framingOf() frames portraits
    m_centreCm = {middle[0], middle[1]};
    m_centrePx = cv::Point2f(1.0f, 1.0f) * (0.5f * static_cast<float>(size - 1));
    m_focalPx = 1.0f;
    const auto a = projected(right), b = projected(left);
    m_focalPx = static_cast<float>(faceFraction) * static_cast<float>(size) /
                std::max(1e-6f, std::hypot(a.x - b.x, a.y - b.y));
    m_nose = landmark(30);
    m_neutral = landmarksOf({});
}

cv::Vec3f RigAnatomy::viewed(cv::Vec3f p, float loose, const HeadPose& head) const {
    auto q = m_turn * p;
    if (head == HeadPose{} || loose <= 0.0f)
        return q;
    const float angle = loose * static_cast<float>(head.rollRad);
    const float c = std::cos(angle), s = std::sin(angle);
    const auto d = q - m_nose;
    const float cmPerPx = loose * (m_person.distanceCm - m_nose[2]) / m_focalPx;
    return {m_nose[0] + c * d[0] + s * d[1] + cmPerPx * static_cast<float>(head.shiftPx.x),
            m_nose[1] - s * d[0] + c * d[1] - cmPerPx * static_cast<float>(head.shiftPx.y), q[2]};
}

RasterPoint RigAnatomy::projected(cv::Vec3f p) const {
    const float nearness = 1.0f / (m_person.distanceCm - p[2]);
    return {m_centrePx.x + m_focalPx * (p[0] - m_centreCm.x) * nearness,
            m_centrePx.y - m_focalPx * (p[1] - m_centreCm.y) * nearness, nearness};
}

face::Landmarks RigAnatomy::landmarksOf(const Pose& pose) const {
    const auto weights = rigWeights(*m_model, pose.face);
    face::Landmarks landmarks;
    for (std::size_t k = 0; k < landmarks.size(); ++k) {
        const auto v = static_cast<std::size_t>(m_model->landmarks[k]);
        auto p = m_base[v];
        for (const auto& w : weights) {
            const auto& shape = m_model->shapes[w.shape];
            const auto found =
                std::lower_bound(shape.vertices.begin(), shape.vertices.end(), static_cast<int>(v));
            if (found != shape.vertices.end() && *found == static_cast<int>(v))
                p += shape.deltas[static_cast<std::size_t>(found - shape.vertices.begin())] *
                     (w.weight * rigSideShare(w.side, m_model->neutral[v][0]));
        }
        const auto q = projected(viewed(p, m_loose[v], pose.head));
        landmarks[k] = {q.x, q.y};
    }
    return landmarks;
}

bool RigAnatomy::folds(const FaceState& state) const {
    // Shapes are made for sums near 1; far beyond, lips and lids pass through one another.
    return std::any_of(state.actions.begin(), state.actions.end(),
                       [](const HalfAction& a) { return a.amount > kGreatestAmount; });
}

std::vector<cv::Vec3f> RigAnatomy::normalsOf(const std::vector<cv::Vec3f>& places) const {
    std::vector<cv::Vec3f> normals(places.size(), cv::Vec3f::all(0.0f));
    for (const auto& t : m_model->triangles) {
        const auto a = static_cast<std::size_t>(t.vertex[0]), b = static_cast<std::size_t>(t.vertex[1]),
                   c = static_cast<std::size_t>(t.vertex[2]);
        const auto n = (places[b] - places[a]).cross(places[c] - places[a]); // weighted by area
        normals[a] += n;
        normals[b] += n;
        normals[c] += n;
    }
    for (auto& n : normals)
        n = unit(n);
    return normals;
}

RigShot RigAnatomy::shotOf(const Pose& pose) const {
    RigShot shot;
    shot.place = m_base;
    for (const auto& w : rigWeights(*m_model, pose.face)) {
        const auto& shape = m_model->shapes[w.shape];
        for (std::size_t i = 0; i < shape.vertices.size(); ++i) {
            const auto v = static_cast<std::size_t>(shape.vertices[i]);
            shot.place[v] += shape.deltas[i] * (w.weight * rigSideShare(w.side, m_model->neutral[v][0]));
        }
    }
    shot.eyeAhead = eyesAhead(pose.face);
    shot.screen.resize(shot.place.size());
    for (std::size_t v = 0; v < shot.place.size(); ++v) {
        shot.place[v] = viewed(shot.place[v], m_loose[v], pose.head);
        shot.screen[v] = projected(shot.place[v]);
    }
    shot.normal = normalsOf(shot.place);
    return shot;
}

} // namespace mien::synthesis
