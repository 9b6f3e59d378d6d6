// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/job_part.h"
#include "app/cli/text_table.h"
#include "core/fairness/audited_films.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

using namespace fairness;

struct FairnessState {
    std::string truth, pred, films;
    std::vector<std::string> attributes;
    AuditOptions options;
};

Json toJson(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json toJson(const std::optional<Bounds>& bounds) {
    return bounds ? Json{bounds->low, bounds->high} : Json(nullptr);
}

std::string shown(const std::optional<double>& value, const std::optional<Bounds>& bounds = {}) {
    if (!value)
        return "-";
    if (!bounds)
        return fmt::format("{:.4f}", *value);
    return fmt::format("{:.4f} [{:.4f}, {:.4f}]", *value, bounds->low, bounds->high);
}

Json toJson(const GroupAudit& group) {
    const auto& c = group.counts;
    return {{"group", group.name},
            {"subjects", group.subjects},
            {"films", group.films},
            {"tpr", toJson(c.tpr())},
            {"tpr_bounds", toJson(group.tpr)},
            {"fpr", toJson(c.fpr())},
            {"fpr_bounds", toJson(group.fpr)},
            {"truths", c.truths},
            {"found", c.found},
            {"interval_tpr", toJson(c.intervalTpr())},
            {"false_intervals", c.falseIntervals},
            {"minutes", c.minutes},
            {"false_intervals_per_minute", toJson(c.falseIntervalsPerMinute())},
            {"paper_ratio", toJson(c.paperRatio())}};
}

void add(const Audit& audit, Output& out) {
    TextTable table({audit.attribute, "subjects", "TPR (frames)", "FPR (frames)", "found", "false a minute",
                     "TPR/FPR (paper)"});
    Json groups = Json::array();
    for (const auto& group : audit.groups) {
        groups.push_back(toJson(group));
        table.add({group.name, std::to_string(group.subjects), shown(group.counts.tpr(), group.tpr),
                   shown(group.counts.fpr(), group.fpr),
                   fmt::format("{}/{}", group.counts.found, group.counts.truths),
                   shown(group.counts.falseIntervalsPerMinute()), shown(group.counts.paperRatio())});
    }
    out.json["attributes"].push_back({{"attribute", audit.attribute},
                                      {"groups", std::move(groups)},
                                      {"equalised_odds_gap", toJson(audit.gap)},
                                      {"equalised_odds_gap_bounds", toJson(audit.gapBounds)},
                                      {"average_odds_difference", toJson(audit.averageOdds)}});
    out.text += table.text();
    if (audit.gap)
        out.text += fmt::format("equalised odds: gap {} ({}, {} against {}); average odds difference {}\n\n",
                                shown(audit.gap, audit.gapBounds), audit.gapIsTpr ? "TPR" : "FPR",
                                audit.highest, audit.lowest, shown(audit.averageOdds));
    else
        out.text += "equalised odds: fewer than two groups can be compared\n\n";
}

Result<Output> runAudits(const FairnessState& s, Context& context) {
    const auto films = annotation::readCsv(s.films);
    if (!films)
        return Unexpected(films.error());
    const auto truth = annotation::readEventTable(s.truth);
    if (!truth)
        return Unexpected(truth.error());
    const auto predicted = annotation::readEventTable(s.pred);
    if (!predicted)
        return Unexpected(predicted.error());
    const auto audited = auditedFilms(*films, *truth, *predicted);
    if (!audited)
        return Unexpected(audited.error());

    auto options = s.options;
    options.seed = context.global.seed.value_or(0);
    const auto attributes = s.attributes.empty() ? attributesOf(*audited) : s.attributes;
    Output out;
    out.json["attributes"] = Json::array();
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        const auto part = partOf(context.job, i, attributes.size());
        const auto result =
            context.timed("audit", [&] { return audit(*audited, attributes[i], options, part); });
        if (!result)
            return Unexpected(result.error());
        add(*result, out);
    }
    return out;
}

} // namespace

Run declareEvaluateFairness(Verb& verb) {
    auto s = Verb::state<FairnessState>();
    verb.required("--truth", s->truth, "CSV table with what is true, frames from 0").typeName("CSV");
    verb.required("--pred", s->pred, "CSV table with what was predicted, frames from 0").typeName("CSV");
    verb.required("--films", s->films, "CSV table of all films: film,subject,frames,fps and attributes")
        .typeName("CSV");
    verb.option("--attribute", s->attributes,
                "compare the groups of these; otherwise type, subject and all that the films have")
        .separatedBy(',');
    verb.options(s->options);
    return [s](Context& context) { return runAudits(*s, context); };
}

} // namespace mien::cli
