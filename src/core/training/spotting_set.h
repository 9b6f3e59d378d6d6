// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/dataset.h"
#include "core/pipeline/analyse.h"
#include "core/pipeline/region_graph.h"
#include "core/spotting/recipe.h"

#include <map>

namespace mien::training {

/// A film to learn from: what the network sees of it and what is true in it.
struct SpottingFilm {
    std::string name;
    std::filesystem::path media;
    std::string subject;
    std::map<std::string, std::string> attributes; ///< of the subject, as the dataset gives them
    motion::FaceMotionSeries series;
    spotting::NetworkInput input;
    std::vector<spotting::KnownExpression> expressions;
    std::vector<FrameInterval> watched; ///< coded completely; empty: all of it
    pipeline::RegionGraph graph;
};

struct SpottingSet {
    std::vector<SpottingFilm> films;
    dataset::Dataset dataset;          ///< its action units make the prior
    std::vector<std::string> warnings; ///< rows and films that were left out, and why

    std::vector<std::string> subjects() const; ///< one a film
};

/// Measures every film of the dataset once (kept in `analysis.cacheDir`) and makes inputs and graphs by the
/// recipe. Rows without onset, type, or a film that is there are left out with a warning; so are films of
/// which less than a tenth can be scored. InvalidArgument where fewer than two films are left. Cancelled.
Result<SpottingSet> spottingSet(dataset::Dataset dataset, const spotting::SpottingRecipe& recipe,
                                const pipeline::AnalyseOptions& analysis, const JobContext& job);

/// Makes inputs and graphs anew, for another recipe on the same measured films.
Result<void> prepare(SpottingSet& set, const spotting::SpottingRecipe& recipe, const JobContext& job);

/// B for a training on `train` (indices of films): see GraphUse::prior.
Result<pipeline::RegionMatrix> priorFor(const SpottingSet& set, std::span<const std::size_t> train,
                                        const spotting::GraphUse& use);

} // namespace mien::training
