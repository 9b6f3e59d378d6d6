// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/search_data.h"
#include "core/pipeline/film_features.h"
#include "core/pipeline/region_table.h"

namespace mien::pipeline {

/// Everything that a film's causal graph depends on.
struct FilmGraphOptions {
    AnalyseOptions analysis = {};
    RegionTableOptions table = {};
    causal::DiscoverOptions search = {};
    causal::Knowledge knowledge = {};
};

struct FilmGraph {
    causal::Discovery graph;
    std::string key; ///< see graphKey()
    double scorableFraction = 0.0;
    bool featuresFromCache = false;
};

/// SHA-256, as hex, of the features' key and every parameter of table, search and knowledge: two graphs of
/// one key are the same graph. What a search computes in milliseconds is not stored; the key names it in
/// memory, in files that a user writes, and in the runs of models.
/// Empty where the features have no key.
std::string graphKey(const std::string& featuresKey, const FilmGraphOptions& options);

/// The partial ancestral graph of a film's 12 regions, from its features in the cache or measured now.
/// Test-wise deletion keeps the frames that cannot be scored as rows without values. Errors as analyse() and
/// discover().
Result<FilmGraph> filmGraph(const std::filesystem::path& media, const FilmGraphOptions& options,
                            const JobContext& job);

} // namespace mien::pipeline
