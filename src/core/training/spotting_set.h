// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/dataset.h"
#include "core/dataset/reviewed_film.h"
#include "core/pipeline/analyse.h"
#include "core/pipeline/region_graph.h"
#include "core/spotting/recipe.h"

#include <map>
#include <span>

namespace mien::training {

/// A film to learn from: what the network sees of it and what is true in it.
struct SpottingFilm {
    std::string name;
    std::filesystem::path media;
    std::string content; ///< fingerprint of the film's file; empty: none (a folder of images)
    std::string subject;
    std::map<std::string, std::string> attributes; ///< of the subject, as the dataset gives them
    motion::FaceMotionSeries series;
    spotting::NetworkInput input;
    std::vector<spotting::KnownExpression> expressions;
    std::vector<FrameInterval> watched; ///< coded completely; empty: all of it
    std::vector<FrameInterval> unclear; ///< where a row that was left out says that something is
    std::int64_t reviewed = 0;          ///< id of the film in the project that it comes from; 0: from a table
    pipeline::RegionGraph graph;

    std::string person() const; ///< by whom people are told apart: dataset::subjectKey of the subject
};

struct SpottingSet {
    std::vector<SpottingFilm> films;
    dataset::Dataset dataset;          ///< its action units make the prior
    std::vector<std::string> warnings; ///< rows and films that were left out, and why

    std::vector<std::string> subjects() const; ///< one a film
    /// Whom these films show, each once, for people: "s1, s2, s3 and 5 more".
    std::string peopleIn(std::span<const std::size_t> some) const;
};

/// What a training on the dataset would have, before any film is measured.
struct SetOutline {
    std::int64_t films = 0, subjects = 0, micro = 0, macro = 0;
    std::vector<std::string> leftOut; ///< a sentence a row
};
SetOutline outlineOf(const dataset::Dataset& dataset);

/// Measures every film of the dataset once (kept in `analysis.cacheDir`) and makes inputs and graphs by the
/// recipe. Rows without onset, type, or a film that is there, and rows whose frames are not in order, are
/// left out with a warning, and their frames count as not watched; so are films of which less than a tenth
/// can be scored. InvalidArgument where fewer than two films are left. Cancelled.
Result<SpottingSet> spottingSet(dataset::Dataset dataset, const spotting::SpottingRecipe& recipe,
                                const pipeline::AnalyseOptions& analysis, const JobContext& job);

/// Films that a person reviewed, measured like those of a dataset: their expressions count where they were
/// watched, and what nobody watched counts neither way. A film without subject is one of its own. Films that
/// cannot be measured are left out with a warning.
Result<std::vector<SpottingFilm>> measuredFilms(std::span<const dataset::ReviewedFilm> films,
                                                const pipeline::AnalyseOptions& analysis,
                                                std::vector<std::string>& warnings, const JobContext& job);

/// The same with the films of `beside` (which may be empty), as one set. Where a film is in both, the review
/// counts where somebody looked and the dataset elsewhere. InvalidArgument where fewer than two
/// films are left.
Result<SpottingSet> spottingSet(dataset::Dataset beside, std::span<const dataset::ReviewedFilm> reviewed,
                                const spotting::SpottingRecipe& recipe,
                                const pipeline::AnalyseOptions& analysis, const JobContext& job);

/// Makes inputs and graphs anew, for another recipe on the same measured films.
Result<void> prepare(SpottingSet& set, const spotting::SpottingRecipe& recipe, const JobContext& job);

/// B for a training on `train` (indices of films): see GraphUse::prior.
Result<pipeline::RegionMatrix> priorFor(const SpottingSet& set, std::span<const std::size_t> train,
                                        const spotting::GraphUse& use);

} // namespace mien::training
