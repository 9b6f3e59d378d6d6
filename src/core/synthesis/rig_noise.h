// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <cmath>
#include <cstdint>

namespace mien::synthesis {

/// A number in [-1, 1) that depends on a lattice point alone.
inline float latticeValue(int x, int y, int z, std::uint32_t seed) {
    auto h = static_cast<std::uint32_t>(x) * 0x8da6b343u ^ static_cast<std::uint32_t>(y) * 0xd8163841u ^
             static_cast<std::uint32_t>(z) * 0xcb1ab31fu ^ seed * 0x9e3779b9u;
    h ^= h >> 16;
    h *= 0x7feb352du;
    h ^= h >> 15;
    h *= 0x846ca68bu;
    h ^= h >> 16;
    return static_cast<float>(h) * 0x1.0p-31f - 1.0f;
}

/// Smooth solid noise in [-1, 1], features of size 1: lattice values, quintic between them.
inline float solidNoise(cv::Vec3f p, std::uint32_t seed) {
    const float fx = std::floor(p[0]), fy = std::floor(p[1]), fz = std::floor(p[2]);
    const int x = static_cast<int>(fx), y = static_cast<int>(fy), z = static_cast<int>(fz);
    const auto ease = [](float t) { return t * t * t * (t * (t * 6.0f - 15.0f) + 10.0f); };
    const float u = ease(p[0] - fx), v = ease(p[1] - fy), w = ease(p[2] - fz);
    const auto mix = [](float a, float b, float t) { return a + (b - a) * t; };
    const auto edge = [&](int dy, int dz) {
        return mix(latticeValue(x, y + dy, z + dz, seed), latticeValue(x + 1, y + dy, z + dz, seed), u);
    };
    return mix(mix(edge(0, 0), edge(1, 0), v), mix(edge(0, 1), edge(1, 1), v), w);
}

/// Octaves of solidNoise, each half as strong and twice as fine.
inline float fractalNoise(cv::Vec3f p, int octaves, std::uint32_t seed) {
    float sum = 0.0f, weight = 0.5f;
    for (int i = 0; i < octaves; ++i, weight *= 0.5f, p *= 2.03f)
        sum += weight * solidNoise(p, seed + static_cast<std::uint32_t>(i));
    return sum;
}

inline float smoothBetween(float from, float to, float x) {
    const float t = std::min(1.0f, std::max(0.0f, (x - from) / (to - from)));
    return t * t * (3.0f - 2.0f * t);
}

} // namespace mien::synthesis
