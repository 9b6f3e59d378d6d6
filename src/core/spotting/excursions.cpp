// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/excursions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mien::spotting {
namespace {

/// Walks from `apex` in `direction` (+1 or -1) to the foot of the excursion: where the signal sinks below
/// `floor`, or the lowest point before it climbs again by `rise`, or the border (an expression cut off by the
/// film).
std::size_t footOf(std::span<const float> signal, const std::vector<char>& taken, std::size_t apex,
                   int direction, float floor, float rise) {
    std::size_t lowest = apex;
    std::size_t at = apex;
    while (true) {
        if ((direction < 0 && at == 0) || (direction > 0 && at + 1 == signal.size()))
            return at; // still away from rest where the film begins or ends
        const std::size_t to = direction < 0 ? at - 1 : at + 1;
        if (taken[to])
            return lowest;
        at = to;
        if (signal[at] < signal[lowest])
            lowest = at;
        if (signal[at] <= floor)
            return at;
        if (signal[at] > signal[lowest] + rise)
            return lowest;
    }
}

} // namespace

std::vector<Excursion> findExcursions(std::span<const float> signal, int region, double least, double noise,
                                      double fps, const RulesOptions& options) {
    std::vector<Excursion> found;
    if (signal.empty())
        return found;
    std::vector<std::size_t> order(signal.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return signal[i] < least; });
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return signal[a] > signal[b]; });

    std::vector<char> taken(signal.size(), 0);
    for (const std::size_t apex : order) {
        if (taken[apex])
            continue;
        const float peak = signal[apex];
        const auto floor = static_cast<float>(std::max(options.footFraction * peak, 2.0 * noise));
        const auto rise = static_cast<float>(std::max(options.contrast, 0.33 * peak));
        Excursion e{region, footOf(signal, taken, apex, -1, floor, rise), apex,
                    footOf(signal, taken, apex, +1, floor, rise), peak};

        // A peak beside a taken sample is the shoulder of a higher one, not a peak of its own.
        // One that only falls from the first frame on began before anybody looked: it has no onset to report.
        const bool tail = apex == 0;
        // An open end (the film's border, or a neighbour's foot) is no valley: only real valleys are
        // compared.
        const float left = signal[e.onset];
        const float right = signal[e.offset];
        const bool shoulder = (apex > 0 && taken[apex - 1]) || (apex + 1 < signal.size() && taken[apex + 1]);
        const double contrast = peak - std::min(left, right);
        for (std::size_t i = e.onset; i <= e.offset; ++i)
            taken[i] = 1;
        const double durationS = static_cast<double>(e.offset - e.onset + 1) / fps;
        if (!shoulder && !tail && contrast >= options.contrast && durationS >= options.minDurationS &&
            durationS <= options.maxDurationS)
            found.push_back(e);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.onset < b.onset; });
    return found;
}

} // namespace mien::spotting
