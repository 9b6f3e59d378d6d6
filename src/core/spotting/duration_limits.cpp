// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/network_proposals.h"

#include <cmath>

namespace mien::spotting {
namespace {

constexpr std::size_t kFewest = 5; // of a type, to learn its limits from

/// Lengths of one expression in samples.
struct Lengths {
    double rise, fall, whole;
};

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// How unusual: the largest ratio to the median of any length, as a logarithm.
std::vector<double> strangeness(const std::vector<Lengths>& all) {
    std::vector<double> result(all.size(), 0.0);
    for (const auto field : {&Lengths::rise, &Lengths::fall, &Lengths::whole}) {
        std::vector<double> logs;
        for (const Lengths& l : all)
            logs.push_back(std::log(std::max(1.0, l.*field)));
        const double usual = median(logs);
        for (std::size_t i = 0; i < all.size(); ++i)
            result[i] = std::max(result[i], std::abs(logs[i] - usual));
    }
    return result;
}

DurationLimits limitsOf(const std::vector<Lengths>& all, double coverage, const DurationLimits& base) {
    if (all.size() < kFewest)
        return base;
    const auto strange = strangeness(all);
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return strange[i]; });
    const auto held = static_cast<std::size_t>(
        std::ceil(std::clamp(coverage, 0.0, 1.0) * static_cast<double>(all.size()) - 1e-9));
    order.resize(std::clamp<std::size_t>(held, 1, all.size()));
    double nearest = 1e9, furthest = 0, shortest = 1e9, longest = 0;
    for (const std::size_t i : order) {
        nearest = std::min({nearest, all[i].rise, all[i].fall});
        furthest = std::max({furthest, all[i].rise, all[i].fall});
        shortest = std::min(shortest, all[i].whole);
        longest = std::max(longest, all[i].whole);
    }
    const auto atLeastOne = [](double v) { return std::max(1, static_cast<int>(v)); };
    return {atLeastOne(std::floor(nearest)), atLeastOne(std::ceil(furthest)),
            atLeastOne(std::floor(shortest)), atLeastOne(std::ceil(longest))};
}

/// Whether any allowed span overlaps one of `length` samples (end − start) enough.
bool reachable(double length, const DurationLimits& limits, double iou) {
    const auto [least, most] = possibleSpans(limits);
    if (least > most)
        return false;
    const double best = std::clamp(std::round(length), static_cast<double>(least), static_cast<double>(most));
    return (std::min(length, best) + 1.0) / (std::max(length, best) + 1.0) >= iou - 1e-12;
}

} // namespace

std::pair<int, int> possibleSpans(const DurationLimits& limits) {
    if (limits.nearest > limits.furthest)
        return {1, 0};
    return {std::max(limits.shortest, 2 * limits.nearest), std::min(limits.longest, 2 * limits.furthest)};
}

ProposalOptions limitsFrom(std::span<const FilmExpressions> films, double coverage,
                           const ProposalOptions& base) {
    std::vector<Lengths> micro, macro;
    for (const FilmExpressions& film : films)
        for (const KnownExpression& known : film.expressions)
            if (const auto e = completed(known)) {
                const auto samples = [&](std::int64_t frames) {
                    return static_cast<double>(frames) * film.samplesPerFrame;
                };
                (e->type == annotation::ExpressionType::Micro ? micro : macro)
                    .push_back({samples(*e->apex - e->onset), samples(*e->offset - *e->apex),
                                samples(*e->offset - e->onset)});
            }
    ProposalOptions options = base;
    options.micro = limitsOf(micro, coverage, base.micro);
    options.macro = limitsOf(macro, coverage, base.macro);
    return options;
}

RecallCeiling recallCeiling(std::span<const FilmExpressions> films, const ProposalOptions& options,
                            double iou) {
    RecallCeiling ceiling;
    for (const FilmExpressions& film : films)
        for (const bool micro : {true, false}) {
            std::int64_t truths = 0, found = 0;
            for (const KnownExpression& e : film.expressions) {
                if ((e.type == annotation::ExpressionType::Micro) != micro)
                    continue;
                ++truths;
                found += e.offset && *e.offset >= e.onset &&
                         reachable(static_cast<double>(*e.offset - e.onset) * film.samplesPerFrame,
                                   micro ? options.micro : options.macro, iou);
            }
            const int most = micro ? options.microMost : options.macroMost;
            (micro ? ceiling.micro : ceiling.macro) += truths;
            (micro ? ceiling.reachableMicro : ceiling.reachableMacro) +=
                most > 0 ? std::min<std::int64_t>(found, most) : found;
        }
    return ceiling;
}

} // namespace mien::spotting
