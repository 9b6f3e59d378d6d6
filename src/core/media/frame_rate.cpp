// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_rate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mien::media {
namespace {

bool isRate(Rational r) {
    return r.num > 0 && r.den > 0 && r.value() < 100'000.0;
}

/// Do frames at exactly this rate, rounded to ticks, give these time stamps? The first stamp and each later
/// one may be off by half a tick.
bool fits(std::span<const std::int64_t> ticks, Rational fps, Rational timeBase) {
    const double step = 1.0 / (fps.value() * timeBase.value());
    for (std::size_t n = 0; n < ticks.size(); ++n)
        if (std::abs(static_cast<double>(ticks[n] - ticks[0]) - static_cast<double>(n) * step) >
            1.0 + 1e-6 * step)
            return false;
    return true;
}

bool stepsWithinOnePercent(std::span<const std::int64_t> ticks) {
    const double mean =
        static_cast<double>(ticks.back() - ticks.front()) / static_cast<double>(ticks.size() - 1);
    for (std::size_t n = 1; n < ticks.size(); ++n)
        if (std::abs(static_cast<double>(ticks[n] - ticks[n - 1]) - mean) > 0.01 * mean)
            return false;
    return true;
}

Rational reduced(std::int64_t num, std::int64_t den) {
    const std::int64_t divisor = std::gcd(num, den);
    return divisor > 0 ? Rational{num / divisor, den / divisor} : Rational{num, den};
}

Rational meanRate(std::span<const std::int64_t> ticks, Rational timeBase) {
    const std::int64_t span = ticks.back() - ticks.front();
    return span > 0 ? reduced(static_cast<std::int64_t>(ticks.size() - 1) * timeBase.den, span * timeBase.num)
                    : Rational{};
}

/// The whole number, or multiple of 1000/1001, nearest to a rate.
std::vector<Rational> roundRatesNear(Rational rate) {
    const double v = rate.value();
    const auto whole = std::max<std::int64_t>(1, std::llround(v));
    const auto ntsc = std::max<std::int64_t>(1, std::llround(v * 1.001));
    return {{whole, 1}, {ntsc * 1000, 1001}, reduced(std::llround(v * 1000.0), 1000)};
}

} // namespace

FrameTimes frameTimes(std::span<const std::int64_t> ticks, std::size_t frames, Rational timeBase,
                      const std::vector<Rational>& candidates) {
    FrameTimes out;
    std::vector<Rational> rates;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(rates), isRate);
    out.timesS.resize(frames);
    if (ticks.size() < frames || !isRate({timeBase.den, timeBase.num})) {
        out.fps = rates.empty() ? Rational{25, 1} : rates.front();
        for (std::size_t n = 0; n < frames; ++n)
            out.timesS[n] = static_cast<double>(n) / out.fps.value();
        return out;
    }
    for (std::size_t n = 0; n < frames; ++n)
        out.timesS[n] = static_cast<double>(ticks[n] - ticks[0]) * timeBase.value();
    if (frames == 0)
        return out;
    out.firstPtsS = static_cast<double>(ticks[0]) * timeBase.value();
    const Rational mean = meanRate(ticks.first(frames), timeBase);
    if (frames == 1 || !isRate(mean)) {
        out.fps = rates.empty() ? Rational{25, 1} : rates.front();
        return out;
    }
    for (const Rational r : roundRatesNear(mean))
        rates.push_back(r);
    for (const Rational r : rates)
        if (isRate(r) && fits(ticks, r, timeBase)) {
            out.fps = r;
            return out;
        }
    out.fps = mean;
    out.constantRate = stepsWithinOnePercent(ticks);
    return out;
}

} // namespace mien::media
