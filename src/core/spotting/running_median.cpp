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

    void add(float value) { m_values.insert(at(placeOf(value)), value); }
    void remove(float value) { m_values.erase(at(placeOf(value))); }
    void replace(float before, float after) {
        const auto out = at(placeOf(before));
        const auto in = at(placeOf(after));
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
    std::vector<float>::iterator at(std::size_t place) {
        return m_values.begin() + static_cast<std::ptrdiff_t>(place);
    }
    /// How many values are smaller. Without branches that depend on the values: which half a random one is in
    /// cannot be predicted, and a wrong guess costs more than the rest of the step.
    std::size_t placeOf(float value) const {
        const float* first = m_values.data();
        for (std::size_t left = m_values.size(); left > 0;) {
            const std::size_t half = (left + 1) / 2;
            first += static_cast<std::size_t>(first[half - 1] < value) * half; // of ?: g++ makes a jump
            left -= half;
        }
        return static_cast<std::size_t>(first - m_values.data());
    }

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
