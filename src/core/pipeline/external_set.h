// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/external_plan.h"

namespace mien::pipeline {

/// A film that came back and was refused.
struct RejectedFilm {
    int attempt = 0;                    ///< from 1
    std::vector<std::string> reasons;   ///< names of the tests
    std::vector<std::string> sentences; ///< what they say
};

/// What became of one clip.
struct ExternalClip {
    ExternalTask task;
    bool accepted = false;
    bool wasThere = false; ///< from an earlier run
    std::filesystem::path film;
    std::optional<annotation::Proposal> measured; ///< the expression as the spotter sees it
    std::vector<int> unseen;                      ///< units asked for in whose regions nothing moved
    double durationS = 0.0;
    std::vector<RejectedFilm> rejected;
};

struct ExternalOutcome {
    std::vector<ExternalClip> clips;

    int accepted() const;
    int films() const; ///< asked for in this run and before
};

/// Asks `model` for every clip of the spec until a film passes the rejection tests or the attempts are used
/// up. Into `folder` go clips/<id>/ (the film as it came, and clip.json), rejected/<id>-<attempt>.json,
/// clips.csv in the generic layout that `dataset` reads, and manifest.json. What a run that was stopped has
/// already had — accepted or refused — is not asked for again; a clip of another request under the same name
/// is never replaced. Onset, apex and offset in the tables are measured, for nobody knows them.
Result<ExternalOutcome> makeExternalSet(const ExternalSpec& spec, synthesis::ExternalModel& model,
                                        const std::filesystem::path& folder, const AnalyseOptions& options,
                                        const JobContext& job, const std::string& command);

} // namespace mien::pipeline
