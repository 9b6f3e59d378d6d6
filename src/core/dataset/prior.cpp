// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/prior.h"

#include <fmt/format.h>

#include <set>

namespace mien::dataset {
namespace {

using Nodes = std::vector<std::size_t>;

struct MappedUnits {
    std::vector<int> units;
    Nodes nodes;
};

const std::vector<MappedUnits>& table(std::string_view mapping) {
    static const std::vector<MappedUnits> released{
        {{1}, {0, 1, 4, 5}}, {{2}, {2, 3}}, {{12, 14}, {8, 10}}, {{25, 26}, {9, 11}}};
    static const std::vector<MappedUnits> extended{
        {{1}, {2, 3}},
        {{2}, {0, 1, 4, 5}},
        {{4}, {0, 1, 2, 3, 4, 5}},
        {{9}, {6, 7}},
        {{10}, {9}},
        {{12, 13, 14, 15, 20}, {8, 10}},
        {{16, 17}, {11}},
        {{18, 23, 24, 25, 26, 27, 28}, {9, 11}},
    };
    return mapping == "released" ? released : extended;
}

void count(PriorCounts& counts, const std::vector<Nodes>& mapped) {
    if (mapped.size() == 1)
        for (const auto node : mapped.front())
            ++counts[node][node];
    for (std::size_t a = 0; a < mapped.size(); ++a)
        for (std::size_t b = a + 1; b < mapped.size(); ++b)
            for (const auto i : mapped[a])
                for (const auto j : mapped[b]) {
                    ++counts[i][j];
                    ++counts[j][i];
                }
}

PriorMatrix normalised(const PriorCounts& counts) {
    PriorMatrix out{};
    for (std::size_t i = 0; i < kPriorNodes; ++i) {
        double sum = 1e-6;
        for (const auto value : counts[i])
            sum += static_cast<double>(value);
        for (std::size_t j = 0; j < kPriorNodes; ++j)
            out[i][j] = static_cast<double>(counts[i][j]) / sum;
    }
    return out;
}

Result<std::set<std::string>> known(const std::vector<std::string>& names, const std::set<std::string>& all,
                                    const std::string& table) {
    for (const auto& name : names)
        if (!all.contains(name))
            return fail(ErrorCode::NotFound, fmt::format("No row is of the subject \"{}\".", name), table);
    return std::set<std::string>(names.begin(), names.end());
}

} // namespace

Result<void> PriorOptions::validate() const {
    if (std::find(kMappings.begin(), kMappings.end(), mapping) == kMappings.end())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The mapping \"{}\" is none of released, facs-extended.", mapping));
    if (std::find(kTokens.begin(), kTokens.end(), tokens) == kTokens.end())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The rule \"{}\" for tokens is none of number, exact.", tokens));
    return {};
}

std::vector<std::size_t> nodesOf(int actionUnit, std::string_view mapping) {
    for (const auto& row : table(mapping))
        if (std::find(row.units.begin(), row.units.end(), actionUnit) != row.units.end())
            return row.nodes;
    return {};
}

std::string_view kindOf(const Prior& prior, const PriorOptions& options) {
    return options.mapping != "released" ? "facs-extended" : prior.allSubjects ? "released" : "loso";
}

Result<Prior> priorOf(const Dataset& dataset, const PriorOptions& options) {
    if (auto ok = options.validate(); !ok)
        return Unexpected(ok.error());
    std::set<std::string> all;
    for (const auto& sample : dataset.samples)
        all.insert(sample.subject);
    const auto wanted = known(options.subjects, all, dataset.name);
    if (!wanted)
        return Unexpected(wanted.error());
    const auto excluded = known(options.leaveOut, all, dataset.name);
    if (!excluded)
        return Unexpected(excluded.error());
    const auto rule = options.tokens == "exact" ? TokenRule::Exact : TokenRule::Number;
    Prior prior;
    std::set<std::string> counted;
    for (const auto& sample : dataset.samples) {
        if ((!wanted->empty() && !wanted->contains(sample.subject)) || excluded->contains(sample.subject))
            continue;
        ++prior.rows;
        if (counted.insert(sample.subject).second)
            prior.subjects.push_back(sample.subject);
        std::vector<Nodes> mapped;
        for (const int unit : unitsOf(sample.actionUnits, rule))
            if (auto nodes = nodesOf(unit, options.mapping); !nodes.empty())
                mapped.push_back(std::move(nodes));
        prior.singleRows += mapped.size() == 1 ? 1 : 0;
        prior.multiRows += mapped.size() > 1 ? 1 : 0;
        count(prior.counts, mapped);
    }
    prior.allSubjects = counted.size() == all.size();
    if (options.zeroDiagonal)
        for (std::size_t i = 0; i < kPriorNodes; ++i)
            prior.counts[i][i] = 0;
    prior.normalised = normalised(prior.counts);
    return prior;
}

} // namespace mien::dataset
