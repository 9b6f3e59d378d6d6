// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analyse.h"
#include "core/pipeline/spot_by_network.h"

namespace mien::pipeline {

/// A film's analysis by whichever spotter.
struct FilmSpotting {
    Analysis analysis;                        ///< its proposals are those of the spotter
    std::optional<NetworkPrediction> network; ///< what the network held for likely
};

/// analyse(), and where a network is given the proposals are its own; the rules' are then not told of early
/// either. Errors as analyse() and spotByNetwork().
Result<FilmSpotting> spotFilm(const std::filesystem::path& media, const AnalyseOptions& options,
                              const NetworkSpotter* network, const SpotByNetworkOptions& how,
                              const JobContext& job, const AnalyseListeners& listeners = {});

/// Other proposals for signals that were measured before: by the network or, without one, by the spotter that
/// `options` names. What is measured stays as it is.
Result<FilmSpotting> spotAgain(const Analysis& measured, const AnalyseOptions& options,
                               const NetworkSpotter* network, const SpotByNetworkOptions& how,
                               const JobContext& job);

} // namespace mien::pipeline
