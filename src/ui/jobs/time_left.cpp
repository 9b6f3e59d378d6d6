// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/time_left.h"

#include <algorithm>

namespace mien::ui {

namespace {
constexpr double kMinWindowS = 5.0;
constexpr double kMinElapsedS = 1.0;
constexpr double kMinFraction = 0.01;
constexpr double kSampleEveryS = 0.2; ///< closer samples replace one another, which bounds the memory
} // namespace

void TimeLeft::add(double elapsedS, double fraction) {
    const auto size = m_samples.size();
    if (size >= 2 && elapsedS - m_samples[size - 2].elapsedS < kSampleEveryS)
        m_samples.back() = {elapsedS, fraction};
    else
        m_samples.push_back({elapsedS, fraction});
    const double from = elapsedS - std::max(kMinWindowS, elapsedS / 2.0);
    while (m_samples.size() > 2 && m_samples[1].elapsedS <= from)
        m_samples.pop_front();
}

std::optional<double> TimeLeft::secondsLeft() const {
    if (m_samples.size() < 2)
        return {};
    const auto& first = m_samples.front();
    const auto& last = m_samples.back();
    const double moved = last.fraction - first.fraction;
    if (last.elapsedS < kMinElapsedS || last.fraction < kMinFraction || moved <= 0.0)
        return {};
    return (1.0 - last.fraction) * (last.elapsedS - first.elapsedS) / moved;
}

} // namespace mien::ui
