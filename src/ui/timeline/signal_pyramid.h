// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace mien::ui::timeline {

struct MinMax {
    float min;
    float max;
    bool operator==(const MinMax&) const = default;
};

/// One sample per frame with minima and maxima over blocks of 16, 64, 256 … frames, so that the extremes of
/// any stretch cost a few dozen comparisons. NaN means *not scorable*: a gap, never a value. Grows at its end
/// while an analysis streams; about 4.7 bytes a frame.
class SignalPyramid {
public:
    SignalPyramid() = default;
    explicit SignalPyramid(std::vector<float> samples);

    void append(std::span<const float> samples);
    std::int64_t size() const { return static_cast<std::int64_t>(m_samples.size()); }
    /// The sample of a frame; NaN outside the signal too.
    float at(std::int64_t frame) const;
    /// Extremes of frames first … last (both included, clipped to the signal); nothing where all are gaps.
    std::optional<MinMax> minMax(std::int64_t first, std::int64_t last) const;
    /// Extremes of the whole signal.
    std::optional<MinMax> range() const { return minMax(0, size() - 1); }

private:
    void extend(std::size_t level);

    std::vector<float> m_samples;
    std::vector<std::vector<MinMax>> m_levels; ///< [k]: complete blocks of 16 · 4^k frames
};

} // namespace mien::ui::timeline
