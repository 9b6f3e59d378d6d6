// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/film_graph.h"

#include "core/base/json.h"

#include "core/media/content_hash.h"

#include <nlohmann/json.hpp>

namespace mien::pipeline {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const causal::FciOptions& o) {
    return {{"algorithm", static_cast<int>(o.algorithm)},
            {"selection_bias", o.selectionBias},
            {"max_depth", o.maxDepth},
            {"colliders", nameOf(o.colliders)},
            {"strongest_set", o.strongestSet},
            {"possible_d_sep", o.possibleDSep},
            {"max_path_length", o.maxPathLength},
            {"biconnected", o.biconnected},
            {"beyond_skeleton", o.beyondSkeleton},
            {"possible_d_sep_budget", o.possibleDSepBudget}};
}

Json toJson(const causal::DiscoverOptions& o) {
    return {{"fci", toJson(o.fci)},
            {"test", static_cast<int>(o.test)},
            {"alpha", o.alpha},
            {"sample_size", static_cast<int>(o.sampleSize)},
            {"given_samples", o.givenSamples},
            {"missing", static_cast<int>(o.missing)},
            {"lags", o.lags},
            {"replicates", o.replicates},
            {"resampling", static_cast<int>(o.resampling)},
            {"seed", o.seed}};
}

Json toJson(const causal::Knowledge& k) {
    return {{"tiers", k.tiers},
            {"forbidden_within", k.forbiddenWithin},
            {"required", k.required},
            {"forbidden", k.forbidden}};
}

} // namespace

std::string graphKey(const std::string& featuresKey, const FilmGraphOptions& options) {
    if (featuresKey.empty())
        return {};
    const Json parameters = {{"features", featuresKey},
                             {"axes", options.table.axes},
                             {"signal", options.table.signal},
                             {"search", toJson(options.search)},
                             {"knowledge", toJson(options.knowledge)}};
    return media::toHex(media::sha256Bytes(jsonText(parameters)));
}

Result<FilmGraph> filmGraph(const std::filesystem::path& media, const FilmGraphOptions& options,
                            const JobContext& job) {
    const auto features = filmFeatures(media, options.analysis, job);
    if (!features)
        return Unexpected(features.error());
    JobContext search = job; // measuring was nearly all of the work; progress must not fall
    search.onProgress = nullptr;
    const auto table =
        regionTable(features->series, options.table, options.search.missing == causal::Missing::Testwise);
    auto graph = causal::discover(table, options.knowledge, options.search, search);
    if (!graph)
        return Unexpected(std::move(graph).error());
    return FilmGraph{std::move(*graph), graphKey(features->key, options), features->scorableFraction,
                     features->fromCache};
}

} // namespace mien::pipeline
