// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/frame.h"
#include "core/base/result.h"
#include "core/synthesis/scm_noise.h"

#include <vector>

namespace mien::synthesis {

/// When an expression happens, seconds of the film. The face is neutral up to onset and from offset on.
struct EpisodeTiming {
    double onsetS = 0.0, apexS = 0.0, holdS = 0.0, offsetS = 0.0;

    bool operator==(const EpisodeTiming&) const = default;
};

/// How long an expression lasts and rises, before it is put into the film.
struct EpisodeShape {
    double durationS = 0.0; ///< onset to offset
    double riseS = 0.0;     ///< onset to apex
    double holdS = 0.0;     ///< the apex is held
};

/// Quantile functions of the durations, u in 0 … 1, straight lines between the published quantiles.
/// Micro: median 392 ms, quartiles 307 and 460 ms (published medians of real micro-expressions), at most 0.5
/// s. Macro: CAS(ME)² as counted from its table: 43 % up to 1 s, median 1.18 s, 86 % up to 2 s, longest 3.9
/// s.
double microDurationS(double u);
double macroDurationS(double u);

/// `duration` and `rise` are the custom normal scores of the subject, `strength` what they weigh. Onset to
/// apex has the median 200 ms for micro-expressions and the same share of longer ones. `factor` stretches
/// (a planted link), never a micro-expression beyond 0.5 s.
EpisodeShape drawShape(annotation::ExpressionType type, const Exogenous& noise, std::uint64_t episode,
                       double durationCustom, double riseCustom, double strength, double factor);

/// Puts episodes of these durations in order into `lengthS` seconds: neutral stretches of at least
/// `neutralS` before, between and after them, the rest spread at random (uniform spacings).
/// InvalidArgument where they do not fit.
Result<std::vector<double>> placeEpisodes(const std::vector<EpisodeShape>& shapes, double lengthS,
                                          double neutralS, const Exogenous& noise);

} // namespace mien::synthesis
