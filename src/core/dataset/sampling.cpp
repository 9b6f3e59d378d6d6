// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/sampling.h"

#include "core/base/rng.h"
#include "core/dataset/strata.h"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <numeric>
#include <set>

namespace mien::dataset {
namespace {

using Values = std::vector<std::string>;
using Groups = std::map<Values, std::vector<std::size_t>>; ///< indices of samples, ascending

Result<Groups> groupsOf(const Dataset& dataset, const std::vector<std::string>& columns) {
    if (columns.empty())
        return fail(ErrorCode::InvalidArgument, "Name at least one column that the strata are formed by.");
    if (dataset.samples.empty())
        return fail(ErrorCode::InvalidArgument, "There is no sample to draw from.", dataset.name);
    std::vector<Values> values(dataset.samples.size());
    for (const auto& text : columns) {
        const auto column = stratumColumn(text);
        if (!column)
            return Unexpected(column.error());
        bool found = false;
        for (std::size_t i = 0; i < dataset.samples.size(); ++i)
            values[i].push_back(valueOf(dataset, dataset.samples[i], *column, found));
        if (!found)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("No sample has a column \"{}\" to form strata by.", column->name),
                        dataset.name);
    }
    Groups groups;
    for (std::size_t i = 0; i < values.size(); ++i)
        groups[values[i]].push_back(i);
    return groups;
}

/// FNV-1a: a stratum's random numbers depend on its values alone.
std::uint64_t streamOf(const Values& values) {
    std::uint64_t hash = 14695981039346656037ULL;
    const auto mix = [&hash](unsigned char byte) { hash = (hash ^ byte) * 1099511628211ULL; };
    for (const auto& value : values) {
        for (const char c : value)
            mix(static_cast<unsigned char>(c));
        mix(0);
    }
    return hash;
}

/// `count` shared out by `weights`, rounded by largest remainders; equal remainders by order.
std::vector<std::int64_t> sharesOf(std::int64_t count, const std::vector<std::int64_t>& weights) {
    const auto total = static_cast<double>(std::accumulate(weights.begin(), weights.end(), std::int64_t{0}));
    std::vector<std::int64_t> shares;
    std::vector<std::pair<double, std::size_t>> remainders;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double exact = static_cast<double>(count) * static_cast<double>(weights[i]) / total;
        shares.push_back(static_cast<std::int64_t>(std::floor(exact)));
        remainders.emplace_back(std::floor(exact) - exact, i);
    }
    std::stable_sort(remainders.begin(), remainders.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    auto left = count - std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
    for (std::size_t i = 0; left > 0; i = (i + 1) % remainders.size(), --left)
        ++shares[remainders[i].second];
    return shares;
}

void draw(const std::vector<std::size_t>& from, bool withReplacement, Rng rng, Stratum& stratum,
          std::vector<std::size_t>& out) {
    auto pool = from;
    std::map<std::size_t, std::int64_t> times;
    const auto most = static_cast<std::int64_t>(pool.size());
    stratum.drawn = withReplacement ? stratum.wanted : std::min(stratum.wanted, most);
    for (std::int64_t i = 0; i < stratum.drawn; ++i) {
        const auto at = static_cast<std::size_t>(rng.below(pool.size()));
        out.push_back(pool[at]);
        ++times[pool[at]];
        if (!withReplacement) {
            pool[at] = pool.back();
            pool.pop_back();
        }
    }
    double squares = 0.0;
    for (const auto& [sample, m] : times)
        squares += static_cast<double>(m * m);
    stratum.distinct = static_cast<std::int64_t>(times.size());
    const auto drawn = static_cast<double>(stratum.drawn);
    stratum.effective = squares > 0.0 ? drawn * drawn / squares : 0.0;
}

/// Combinations of occurring values that never occur together.
std::vector<Stratum> emptyStrata(const Groups& groups, std::size_t columns) {
    std::vector<std::set<std::string>> values(columns);
    for (const auto& [key, samples] : groups)
        for (std::size_t c = 0; c < columns; ++c)
            values[c].insert(key[c]);
    std::vector<Stratum> out;
    Values key(columns);
    const std::function<void(std::size_t)> walk = [&](std::size_t c) {
        if (out.size() >= StratifiedSample::kMostEmpty)
            return;
        if (c == columns) {
            if (!groups.contains(key))
                out.push_back({key, 0, 0, 0, 0, 0.0});
            return;
        }
        for (const auto& value : values[c]) {
            key[c] = value;
            walk(c + 1);
        }
    };
    walk(0);
    return out;
}

StratifiedSample drawn(const Groups& groups, std::size_t columns, const std::vector<std::int64_t>& wanted,
                       bool withReplacement, std::uint64_t seed) {
    StratifiedSample out;
    std::size_t at = 0;
    for (const auto& [values, samples] : groups) {
        auto& stratum = out.strata.emplace_back();
        stratum.values = values;
        stratum.available = static_cast<std::int64_t>(samples.size());
        stratum.wanted = wanted[at++];
        draw(samples, withReplacement, Rng::derived(seed, streamOf(values)), stratum, out.samples);
    }
    std::sort(out.samples.begin(), out.samples.end());
    out.empty = emptyStrata(groups, columns);
    return out;
}

} // namespace

std::string Stratum::name(const std::vector<std::string>& columns) const {
    std::string out;
    for (std::size_t i = 0; i < values.size() && i < columns.size(); ++i)
        out += fmt::format("{}{} = {}", i > 0 ? ", " : "", columns[i].substr(0, columns[i].find(':')),
                           values[i]);
    return out;
}

std::vector<const Stratum*> StratifiedSample::infeasible() const {
    std::vector<const Stratum*> out;
    for (const auto& stratum : strata)
        if (stratum.infeasible())
            out.push_back(&stratum);
    return out;
}

Result<StratifiedSample> stratifiedSample(const Dataset& dataset, const SamplingOptions& options) {
    if (options.count <= 0)
        return fail(ErrorCode::InvalidArgument, "The number of samples to draw must be at least 1.");
    const auto groups = groupsOf(dataset, options.strata);
    if (!groups)
        return Unexpected(groups.error());
    std::vector<std::int64_t> weights;
    for (const auto& [values, samples] : *groups)
        weights.push_back(
            options.allocation == Allocation::Equal ? 1 : static_cast<std::int64_t>(samples.size()));
    return drawn(*groups, options.strata.size(), sharesOf(options.count, weights), options.withReplacement,
                 options.seed);
}

Result<StratifiedSample> balancedSubset(const Dataset& dataset, const std::vector<std::string>& strata,
                                        std::uint64_t seed) {
    const auto groups = groupsOf(dataset, strata);
    if (!groups)
        return Unexpected(groups.error());
    std::size_t least = dataset.samples.size();
    for (const auto& [values, samples] : *groups)
        least = std::min(least, samples.size());
    return drawn(*groups, strata.size(),
                 std::vector<std::int64_t>(groups->size(), static_cast<std::int64_t>(least)), false, seed);
}

} // namespace mien::dataset
