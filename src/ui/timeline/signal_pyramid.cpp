// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/signal_pyramid.h"

#include <algorithm>
#include <limits>

namespace mien::ui::timeline {

namespace {

constexpr std::size_t kFirstBlock = 16; ///< shorter blocks would cost more memory than they save time
constexpr std::size_t kFactor = 4;
constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr MinMax kNothing{kInfinity, -kInfinity};

constexpr std::size_t blockOf(std::size_t level) {
    return kFirstBlock << (2 * level);
}

// Comparisons with NaN are false, so gaps change nothing.
void add(MinMax& sum, float value) {
    if (value < sum.min)
        sum.min = value;
    if (value > sum.max)
        sum.max = value;
}

void add(MinMax& sum, const MinMax& other) {
    sum.min = std::min(sum.min, other.min);
    sum.max = std::max(sum.max, other.max);
}

} // namespace

SignalPyramid::SignalPyramid(std::vector<float> samples) : m_samples(std::move(samples)) {
    extend(0);
}

void SignalPyramid::append(std::span<const float> samples) {
    m_samples.insert(m_samples.end(), samples.begin(), samples.end());
    extend(0);
}

float SignalPyramid::at(std::int64_t frame) const {
    return frame >= 0 && frame < size() ? m_samples[static_cast<std::size_t>(frame)]
                                        : std::numeric_limits<float>::quiet_NaN();
}

std::optional<MinMax> SignalPyramid::minMax(std::int64_t first, std::int64_t last) const {
    first = std::max<std::int64_t>(first, 0);
    last = std::min(last, size() - 1);
    if (first > last)
        return {};
    auto i = static_cast<std::size_t>(first);
    const auto end = static_cast<std::size_t>(last) + 1;
    MinMax sum = kNothing;
    std::size_t level = 0; // 0: single samples; k: blocks of level k-1
    while (i < end) {
        const auto fits = [&](std::size_t k) {
            const std::size_t block = blockOf(k - 1);
            return i % block == 0 && i + block <= end;
        };
        while (level < m_levels.size() && fits(level + 1))
            ++level;
        while (level > 0 && !fits(level))
            --level;
        if (level == 0) {
            add(sum, m_samples[i++]);
        } else {
            const std::size_t block = blockOf(level - 1);
            add(sum, m_levels[level - 1][i / block]);
            i += block;
        }
    }
    return sum.min <= sum.max ? std::optional(sum) : std::nullopt;
}

void SignalPyramid::extend(std::size_t level) {
    const std::size_t complete = m_samples.size() / blockOf(level);
    if (complete == 0)
        return;
    if (m_levels.size() == level)
        m_levels.emplace_back();
    auto& blocks = m_levels[level];
    while (blocks.size() < complete) {
        MinMax sum = kNothing;
        if (level == 0) {
            const std::size_t from = blocks.size() * kFirstBlock;
            for (std::size_t i = from; i < from + kFirstBlock; ++i)
                add(sum, m_samples[i]);
        } else {
            const std::size_t from = blocks.size() * kFactor;
            for (std::size_t i = from; i < from + kFactor; ++i)
                add(sum, m_levels[level - 1][i]);
        }
        blocks.push_back(sum);
    }
    extend(level + 1);
}

} // namespace mien::ui::timeline
