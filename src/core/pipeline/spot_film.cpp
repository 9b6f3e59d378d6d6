// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/spot_film.h"

#include "core/pipeline/film_features.h"
#include "core/spotting/spotter.h"

#include <fmt/format.h>

namespace mien::pipeline {
namespace {

Result<FilmSpotting> byNetwork(Analysis analysis, const NetworkSpotter& network,
                               const SpotByNetworkOptions& how, const JobContext& job) {
    const auto start = std::chrono::steady_clock::now();
    auto found = spotByNetwork(network, analysis.series, how, job);
    if (!found)
        return Unexpected(std::move(found).error());
    analysis.proposals = std::move(found->result.proposals);
    analysis.secondsByStage["network"] =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return FilmSpotting{std::move(analysis), std::move(found->prediction)};
}

} // namespace

Result<FilmSpotting> spotFilm(const std::filesystem::path& media, const AnalyseOptions& options,
                              const NetworkSpotter* network, const SpotByNetworkOptions& how,
                              const JobContext& job, const AnalyseListeners& listeners) {
    AnalyseListeners heard = listeners;
    AnalyseOptions measured = options;
    if (network) {
        heard.early = {};
        measured.spotter = "rules"; // costs next to nothing beside measuring the motion
    }
    auto analysis = analyse(media, measured, job, heard);
    if (!analysis)
        return Unexpected(std::move(analysis).error());
    keepFeatures(media, measured, *analysis);
    if (!network)
        return FilmSpotting{*std::move(analysis), {}};
    return byNetwork(*std::move(analysis), *network, how, JobContext{job.stop, {}, job.threads});
}

Result<FilmSpotting> spotAgain(const Analysis& measured, const AnalyseOptions& options,
                               const NetworkSpotter* network, const SpotByNetworkOptions& how,
                               const JobContext& job) {
    Analysis analysis = measured;
    analysis.secondsByStage.clear();
    if (network)
        return byNetwork(std::move(analysis), *network, how, job);
    for (const auto& row : spotting::spotterRows())
        if (row.name == options.spotter) {
            auto proposals = row.spot(analysis.series, job);
            if (!proposals)
                return Unexpected(std::move(proposals).error());
            analysis.proposals = *std::move(proposals);
            return FilmSpotting{std::move(analysis), {}};
        }
    return fail(ErrorCode::InvalidArgument, fmt::format("There is no spotter named “{}”.", options.spotter));
}

} // namespace mien::pipeline
