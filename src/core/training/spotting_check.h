// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/spotting_score.h"
#include "core/pipeline/network_passes.h"
#include "core/training/spotting_windows.h"

namespace mien::training {

/// What a network says of a film, by the very pass that spotting in other films makes: still beyond both
/// ends.
Result<spotting::FrameProbabilities> outputsOf(const nn::SpottingNetwork& network,
                                               const spotting::NetworkInput& film,
                                               const spotting::Normalisation& normalisation,
                                               const pipeline::PassGraphs& graphs);

/// What spotting in other films would make of that.
std::vector<annotation::Proposal> proposalsIn(const SpottingFilm& film,
                                              const spotting::FrameProbabilities& outputs,
                                              const spotting::ProposalOptions& options,
                                              std::string_view spotter);

/// Hits, false ones and misses by type, of what does not look like something else: IoU >= 0.5, every truth at
/// most once (MEGC). An expression without offset is never found.
struct TypedCounts {
    evaluation::SpottingCounts micro, macro;

    evaluation::SpottingCounts overall() const;
    TypedCounts& operator+=(const TypedCounts& other);
};
TypedCounts countsOf(std::span<const spotting::KnownExpression> truths,
                     std::span<const annotation::Proposal> proposals, double iou = 0.5);

/// The same in a film: what is proposed where nobody watched is neither right nor wrong. A proposal counts
/// where at least half of it was watched.
TypedCounts countsIn(const SpottingFilm& film, std::span<const annotation::Proposal> proposals,
                     double iou = 0.5);
std::vector<annotation::Proposal> judgedIn(const SpottingFilm& film,
                                           std::span<const annotation::Proposal> proposals);

/// A film with what was said of it.
struct SpottedFilm {
    const SpottingFilm* film = nullptr;
    spotting::FrameProbabilities outputs;
};

/// The apex thresholds, 0.05 … 0.95, with the best pooled F1 of each type; ties: the one nearest to 0.5. With
/// `tune` false those of `options`.
struct TunedCheck {
    spotting::ProposalOptions options;
    TypedCounts counts;
};
TunedCheck checkFilms(std::span<const SpottedFilm> films, const spotting::ProposalOptions& options,
                      bool tune);

} // namespace mien::training
