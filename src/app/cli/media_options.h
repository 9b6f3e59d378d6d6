// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/media/video_source.h"
#include "core/pipeline/analyse.h"

namespace mien::cli {

/// {"num", "den"}
Json toJson(Rational rate);

/// Where tables of time stamps are kept between runs: $XDG_CACHE_HOME/mien or ~/.cache/mien; empty where
/// there is no home.
std::filesystem::path cacheFolder();

/// Declares what `spot` and `features` share: every field of AnalyseOptions, the rows of its tables as
/// choices, --landmark-model and --fps.
/// `more`: spotters that the verb knows beside those of the table.
void declareAnalysis(Verb& verb, pipeline::AnalyseOptions& options,
                     const std::vector<std::string>& more = {});

} // namespace mien::cli
