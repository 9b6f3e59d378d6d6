// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/score_output.h"

#include "core/evaluation/f1_bounds.h"

#include <fmt/format.h>

namespace mien::cli {

using evaluation::SpottingCounts;

Json toJson(const SpottingCounts& c, const std::vector<SpottingCounts>& bySubject, std::uint64_t seed) {
    Json json = {{"tp", c.tp},           {"fp", c.fp},  {"fn", c.fn}, {"precision", c.precision()},
                 {"recall", c.recall()}, {"f1", c.f1()}};
    if (const auto bounds = evaluation::f1Bounds(bySubject, 1000, seed))
        json["f1_bounds"] = {bounds->low, bounds->high};
    return json;
}

Json scoreJson(const training::FoldScore& score, std::uint64_t seed) {
    std::vector<SpottingCounts> micro, macro, overall;
    for (const auto& subject : score.bySubject) {
        micro.push_back(subject.micro);
        macro.push_back(subject.macro);
        overall.push_back(subject.overall());
    }
    return {{"macro", toJson(score.counts.macro, macro, seed)},
            {"micro", toJson(score.counts.micro, micro, seed)},
            {"overall", toJson(score.counts.overall(), overall, seed)}};
}

std::string shownF1(const Json& counts) {
    std::string text = fmt::format("{:.3f}", counts["f1"].get<double>());
    if (counts.contains("f1_bounds"))
        text += fmt::format(" [{:.3f}, {:.3f}]", counts["f1_bounds"][0].get<double>(),
                            counts["f1_bounds"][1].get<double>());
    return text;
}

} // namespace mien::cli
