// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/running_median.h"

#include <algorithm>

namespace mien::spotting {
namespace {

/// The values of a window in order. One in for one out moves only what lies between the two: with windows of
/// a few hundred values that is faster than a heap or a tree.
class SortedWindow {
public:
    explicit SortedWindow(std::size_t most) { m_values.reserve(most + 1); }

    void add(float value) { m_values.insert(std::ranges::upper_bound(m_values, value), value); }
    void remove(float value) { m_values.erase(std::ranges::lower_bound(m_values, value)); }
    void replace(float before, float after) {
        const auto out = std::ranges::lower_bound(m_values, before);
        const auto in = std::ranges::lower_bound(m_values, after);
        if (in > out) {
            std::copy(out + 1, in, out);
            *(in - 1) = after;
        } else {
            std::copy_backward(in, out, out + 1);
            *in = after;
        }
    }
    float median() const {
        const std::size_t n = m_values.size();
        return n % 2 == 1 ? m_values[n / 2] : 0.5f * (m_values[n / 2 - 1] + m_values[n / 2]);
    }

private:
    std::vector<float> m_values;
};

} // namespace

std::vector<float> runningMedian(std::span<const float> values, std::size_t half) {
    const std::size_t n = values.size();
    std::vector<float> medians(n);
    SortedWindow window(std::min(n, 2 * half + 1));
    for (std::size_t i = 0; i < std::min(half, n); ++i)
        window.add(values[i]);
    for (std::size_t i = 0; i < n; ++i) {
        const bool leaves = i > half;
        const bool comes = half < n - i;
        if (leaves && comes)
            window.replace(values[i - half - 1], values[i + half]);
        else if (comes)
            window.add(values[i + half]);
        else if (leaves)
            window.remove(values[i - half - 1]);
        medians[i] = window.median();
    }
    return medians;
}

} // namespace mien::spotting
