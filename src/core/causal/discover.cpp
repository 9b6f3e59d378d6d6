// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/discover.h"

#include "core/base/guarded.h"
#include "core/causal/effective_samples.h"
#include "core/causal/fisher_z.h"

#include <algorithm>
#include <numeric>

namespace mien::causal {
namespace {

Result<void> checkOptions(const DiscoverOptions& options) {
    if (!(options.alpha > 0.0 && options.alpha < 1.0))
        return fail(ErrorCode::InvalidArgument, "The level alpha must lie between 0 and 1.");
    if (options.sampleSize == SampleSize::Given && !(options.givenSamples >= 4.0))
        return fail(ErrorCode::InvalidArgument, "The number of effective samples must be 4 or more.");
    return {};
}

/// Knowledge about what was set aside says nothing about the rest.
Knowledge about(const Knowledge& knowledge, const std::vector<SetAside>& aside) {
    Knowledge rest = knowledge;
    const auto gone = [&](const std::string& name) {
        return std::any_of(aside.begin(), aside.end(), [&](const SetAside& s) { return s.name == name; });
    };
    for (auto& tier : rest.tiers)
        std::erase_if(tier, gone);
    for (auto* pairs : {&rest.required, &rest.forbidden})
        std::erase_if(*pairs, [&](const auto& pair) { return gone(pair.first) || gone(pair.second); });
    return rest;
}

Eigen::MatrixXd samplesOf(const Prepared& prepared, const DiscoverOptions& options) {
    if (options.sampleSize == SampleSize::Effective)
        return effectiveSampleSizes(prepared.values, prepared.runs);
    const double samples = options.sampleSize == SampleSize::Rows
                               ? static_cast<double>(prepared.values.rows())
                               : options.givenSamples;
    return Eigen::MatrixXd::Constant(prepared.values.cols(), prepared.values.cols(), samples);
}

FisherZ testOf(const Prepared& prepared, const Eigen::MatrixXd& samples, const DiscoverOptions& options) {
    return options.sampleSize == SampleSize::Effective
               ? FisherZ(prepared.correlation, samples, options.alpha)
               : FisherZ(prepared.correlation, samples(0, 0), options.alpha);
}

void warn(Discovery& out) {
    for (const SetAside& aside : out.setAside)
        out.warnings.push_back(aside.name + " " + aside.reason + "; it was set aside.");
    if (out.rowsDropped > 0)
        out.warnings.push_back(std::to_string(out.rowsDropped) + " rows with a missing value were left out.");
    if (out.fewestSamples < 30.0)
        out.warnings.push_back("Some pairs are worth only " +
                               std::to_string(static_cast<int>(out.fewestSamples)) +
                               " independent samples; an edge that is absent here says little.");
    out.warnings.insert(out.warnings.end(), out.result.warnings.begin(), out.result.warnings.end());
}

} // namespace

Result<Discovery> discover(const Table& table, const Knowledge& knowledge, const DiscoverOptions& options,
                           const JobContext& job) {
    return guarded("causal", [&]() -> Result<Discovery> {
        if (const auto fine = checkOptions(options); !fine)
            return Unexpected(fine.error());
        auto prepared = prepare(table);
        if (!prepared)
            return Unexpected(prepared.error());
        Discovery out;
        out.rows = prepared->values.rows();
        out.rowsDropped = prepared->rowsDropped;
        out.setAside = std::move(prepared->setAside);
        out.samples = samplesOf(*prepared, options);
        out.fewestSamples = out.samples.minCoeff();
        const FisherZ test = testOf(*prepared, out.samples, options);
        auto result = fci(test, prepared->names, about(knowledge, out.setAside), options.fci, job);
        if (!result)
            return Unexpected(result.error());
        out.result = std::move(*result);
        warn(out);
        return out;
    });
}

} // namespace mien::causal
