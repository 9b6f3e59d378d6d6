// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/score_output.h"

#include "core/evaluation/f1_bounds.h"

#include <fmt/format.h>

namespace mien::cli {

namespace {

using evaluation::SpottingCounts;

/// With the bootstrap interval over subjects.
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

/// "0.612 [0.540, 0.688]"
std::string shownF1(const Json& counts) {
    std::string text = fmt::format("{:.3f}", counts["f1"].get<double>());
    if (counts.contains("f1_bounds"))
        text += fmt::format(" [{:.3f}, {:.3f}]", counts["f1_bounds"][0].get<double>(),
                            counts["f1_bounds"][1].get<double>());
    return text;
}

} // namespace

void addScore(const std::string& name, const training::FoldScore& score, std::uint64_t seed, TextTable& table,
              Output& out) {
    const auto json = scoreJson(score, seed);
    const auto all = score.counts.overall();
    table.add({name, shownF1(json["macro"]), shownF1(json["micro"]), shownF1(json["overall"]),
               fmt::format("{} / {} / {}", all.tp, all.fp, all.fn)});
    out.json["scores"][name] = json;
}

} // namespace mien::cli
