// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace mien {

/// 0-based number of a frame: frame N is the N-th frame shown when the film is decoded from its start.
struct FrameIndex {
    std::int64_t value = 0;

    constexpr auto operator<=>(const FrameIndex&) const = default;
    constexpr FrameIndex operator+(std::int64_t frames) const { return {value + frames}; }
    constexpr FrameIndex operator-(std::int64_t frames) const { return {value - frames}; }
    constexpr std::int64_t operator-(FrameIndex other) const { return value - other.value; }
};

/// Frames first … last, both included; valid when first <= last.
struct FrameInterval {
    FrameIndex first;
    FrameIndex last;

    constexpr bool operator==(const FrameInterval&) const = default;
    constexpr bool valid() const { return first <= last; }
    /// Number of frames, at least 1 for a valid interval.
    constexpr std::int64_t lengthFrames() const { return last - first + 1; }
    constexpr bool contains(FrameIndex frame) const { return first <= frame && frame <= last; }
    constexpr std::int64_t overlapFrames(const FrameInterval& other) const {
        return std::max<std::int64_t>(0, std::min(last.value, other.last.value) -
                                             std::max(first.value, other.first.value) + 1);
    }
    /// Intersection over union in frames, 0 … 1.
    constexpr double iou(const FrameInterval& other) const {
        const auto shared = overlapFrames(other);
        const auto all = lengthFrames() + other.lengthFrames() - shared;
        return all > 0 ? static_cast<double>(shared) / static_cast<double>(all) : 0.0;
    }
};

/// A frame rate or time base as an exact fraction, e.g. 30000/1001. den > 0.
struct Rational {
    std::int64_t num = 0;
    std::int64_t den = 1;

    constexpr bool operator==(const Rational&) const = default;
    constexpr double value() const {
        return den != 0 ? static_cast<double>(num) / static_cast<double>(den) : 0.0;
    }
};

} // namespace mien
