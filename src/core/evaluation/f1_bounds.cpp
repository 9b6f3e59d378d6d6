// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/f1_bounds.h"

#include "core/base/rng.h"

#include <algorithm>

namespace mien::evaluation {
namespace {

std::optional<F1Bounds> bounds(std::size_t subjects, int resamples, std::uint64_t seed, double confidence,
                               const std::function<double(std::span<const std::size_t>)>& figure) {
    if (subjects < 2 || resamples < 1)
        return std::nullopt;
    Rng rng(seed);
    std::vector<double> drawn;
    std::vector<std::size_t> who(subjects);
    for (int i = 0; i < resamples; ++i) {
        for (auto& subject : who)
            subject = rng.below(subjects);
        drawn.push_back(figure(who));
    }
    std::ranges::sort(drawn);
    const auto at = [&](double share) {
        const auto place = share * static_cast<double>(drawn.size() - 1);
        return drawn[static_cast<std::size_t>(std::lround(place))];
    };
    return F1Bounds{at((1.0 - confidence) / 2.0), at((1.0 + confidence) / 2.0)};
}

double pooledF1(std::span<const SpottingCounts> counts, std::span<const std::size_t> who) {
    SpottingCounts sum;
    for (const std::size_t subject : who)
        sum += counts[subject];
    return sum.f1();
}

} // namespace

std::optional<F1Bounds> f1Bounds(std::span<const SpottingCounts> bySubject, int resamples, std::uint64_t seed,
                                 double confidence) {
    return bounds(bySubject.size(), resamples, seed, confidence,
                  [&](std::span<const std::size_t> who) { return pooledF1(bySubject, who); });
}

std::optional<F1Bounds> f1DifferenceBounds(std::span<const SpottingCounts> a,
                                           std::span<const SpottingCounts> b, int resamples,
                                           std::uint64_t seed, double confidence) {
    return bounds(std::min(a.size(), b.size()), resamples, seed, confidence,
                  [&](std::span<const std::size_t> who) { return pooledF1(b, who) - pooledF1(a, who); });
}

} // namespace mien::evaluation
