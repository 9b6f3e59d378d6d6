// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/excursions.h"

#include <algorithm>
#include <cmath>

namespace mien::spotting {
namespace {

constexpr double kAftershockS = 0.3;      // so soon after or before a movement …
constexpr float kAftershockShare = 0.25f; // … and so much weaker, it is skin settling, not an expression
constexpr double kTailS = 0.2;
constexpr double kValleyReachS = 1.0; // how far beyond the foot a valley may lie (guide B1.8: 30 frames)

/// Walks away from an apex, one side at a time.
class Descent {
public:
    Descent(std::span<const float> signal, const std::vector<char>& taken, double noise, double fps,
            const RulesOptions& options)
        : m_signal(signal),
          m_taken(taken),
          m_noise(noise),
          m_options(options),
          m_reach(static_cast<std::size_t>(std::ceil(kValleyReachS * fps))) {}

    /// The foot of the excursion in `direction` (+1 or -1): where the signal has come down to footFraction of
    /// its height over the valley on that side. Measured from the valley, not from zero, because a rest
    /// position is only known to a few tenths of a per cent. An excursion that never comes down ends at the
    /// border.
    std::size_t foot(std::size_t apex, int direction) const {
        const std::size_t valley = valleyBeside(apex, direction);
        const bool atBorder = valley == 0 || valley + 1 == m_signal.size();
        if (atBorder && m_signal[valley] > 0.5f * m_signal[apex])
            return valley;
        const float height = m_signal[apex] - m_signal[valley];
        const auto level =
            static_cast<float>(m_signal[valley] + std::max(m_options.footFraction * height, 1.5 * m_noise));
        std::size_t at = apex;
        while (at != valley && m_signal[at] > level)
            at = direction < 0 ? at - 1 : at + 1;
        return at;
    }

private:
    /// The lowest point before the signal climbs again by as much as an excursion, meets another one, or has
    /// been low for kValleyReachS; the border where it is still high there.
    std::size_t valleyBeside(std::size_t apex, int direction) const {
        const float peak = m_signal[apex];
        const auto rise = static_cast<float>(std::max(m_options.contrast, 0.33 * peak));
        std::size_t lowest = apex, at = apex, low = 0;
        while (true) {
            const bool border = direction < 0 ? at == 0 : at + 1 == m_signal.size();
            if (border)
                return m_signal[lowest] < 0.5f * peak ? lowest : at;
            const std::size_t to = direction < 0 ? at - 1 : at + 1;
            if (m_taken[to])
                return lowest;
            at = to;
            if (m_signal[at] < m_signal[lowest])
                lowest = at;
            if (m_signal[at] > m_signal[lowest] + rise)
                return lowest;
            if (m_signal[at] < 0.33f * peak && ++low > m_reach)
                return lowest;
        }
    }

    std::span<const float> m_signal;
    const std::vector<char>& m_taken;
    double m_noise;
    const RulesOptions& m_options;
    std::size_t m_reach;
};

} // namespace

std::vector<Excursion> findExcursions(std::span<const float> signal, int region, double least, double noise,
                                      double fps, const RulesOptions& options) {
    std::vector<Excursion> found;
    if (signal.empty())
        return found;
    std::vector<std::size_t> order; // of the peaks alone: most of a long run is rest
    for (std::size_t i = 0; i < signal.size(); ++i)
        if (signal[i] >= least)
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return signal[a] > signal[b]; });

    std::vector<char> taken(signal.size(), 0);
    for (const std::size_t apex : order) {
        if (taken[apex])
            continue;
        const float peak = signal[apex];
        const Descent descent(signal, taken, noise, fps, options);
        const Excursion e{region, descent.foot(apex, -1), apex, descent.foot(apex, +1), peak};
        // A peak beside a taken sample is the shoulder of a higher one, not a peak of its own.
        const bool shoulder = (apex > 0 && taken[apex - 1]) || (apex + 1 < signal.size() && taken[apex + 1]);
        const bool aftershock = std::any_of(found.begin(), found.end(), [&](const Excursion& stronger) {
            const auto gap = e.onset > stronger.offset
                                 ? e.onset - stronger.offset
                                 : (stronger.onset > e.offset ? stronger.onset - e.offset : 0);
            return peak < kAftershockShare * stronger.peak && static_cast<double>(gap) <= kAftershockS * fps;
        });
        // One that stands high in the first frame and soon falls began before anybody looked: it has no
        // onset.
        const bool tail =
            e.onset == 0 && signal[0] > 0.3f * peak && static_cast<double>(apex) <= kTailS * fps;
        // An open end (the film's border, or a neighbour's foot) is no valley: only real valleys are
        // compared.
        const float left = signal[e.onset];
        const float right = signal[e.offset];
        const double contrast = peak - std::min(left, right);
        for (std::size_t i = e.onset; i <= e.offset; ++i)
            taken[i] = 1;
        const double durationS = static_cast<double>(e.offset - e.onset + 1) / fps;
        if (!shoulder && !aftershock && !tail && contrast >= options.contrast &&
            durationS >= options.minDurationS && durationS <= options.maxDurationS)
            found.push_back(e);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.onset < b.onset; });
    return found;
}

} // namespace mien::spotting
