// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/dataset_table.h"
#include "app/cli/text_table.h"
#include "core/dataset/statistics.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

using namespace dataset;

constexpr std::string_view kPublished = "published, not reproduced";

Json rounded(const std::array<double, 3>& percent) {
    Json out = Json::array();
    for (const double p : percent)
        out.push_back(std::round(p * 100.0) / 100.0);
    return out;
}

Json toJson(const TypeCounts& t) {
    return {{"rows", t.all()},
            {"micro", t.micro},
            {"macro", t.macro},
            {"unknown", t.unknown},
            {"micro_percent", t.microPercent()},
            {"macro_percent", t.macroPercent()}};
}

Json toJson(const BinCounts& b) {
    return {{"borders", {b.borders.small, b.borders.mid}},
            {"counts", {b.counts[0], b.counts[1], b.counts[2]}},
            {"percent", rounded(b.percent())}};
}

Json toJson(const DurationTable& d) {
    Json out = {{"rows", d.rows == RowSet::All ? "all" : "with offset"},
                {"offset_onset", toJson(d.offsetOnset)},
                {"offset_apex", toJson(d.offsetApex)},
                {"apex_onset", toJson(d.apexOnset)}};
    if (d.offsetApexExchanged && d.apexOnsetExchanged) {
        out["offset_apex_borders_exchanged"] = toJson(*d.offsetApexExchanged);
        out["apex_onset_borders_exchanged"] = toJson(*d.apexOnsetExchanged);
    }
    return out;
}

Json toJson(const LengthSummary& l) {
    return {{"rows", l.n},
            {"mean_frames", l.mean},
            {"median_frames", l.median},
            {"shortest_frames", l.shortest},
            {"longest_frames", l.longest}};
}

Json printedJson(const PrintedTable& p) {
    return {{"status", kPublished},
            {"dataset", p.dataset},
            {"micro_percent", p.microPercent},
            {"macro_percent", p.macroPercent},
            {"offset_onset", rounded(p.offsetOnset)},
            {"offset_apex", rounded(p.offsetApex)},
            {"apex_onset", rounded(p.apexOnset)}};
}

Json toJson(const SourceStatistics& s) {
    Json out = {
        {"source", s.source},
        {"films", s.films},
        {"without_offset", s.withoutOffset},
        {"without_apex", s.withoutApex},
        {"onset_at_zero", s.onsetAtZero},
        {"types", {{"all", toJson(s.all)}, {"with_offset", toJson(s.withOffset)}}},
        {"bins", {{"name", s.bins->name}, {"fps", s.bins->fps}, {"factor", s.factor}}},
        {"printed", s.hasPrinted ? printedJson(s.bins->printed) : Json(nullptr)},
        {"durations", Json::array()},
        {"durations_by_type", {{"macro", toJson(s.macroDurations)}, {"micro", toJson(s.microDurations)}}},
        {"lengths", {{"macro", toJson(s.macroLength)}, {"micro", toJson(s.microLength)}}},
        {"macro_as_short_as_micro", s.macroAsShortAsMicro},
        {"action_units", Json::array()},
        {"subjects", Json::array()},
        {"findings", s.findings}};
    for (const auto& table : s.durations)
        out["durations"].push_back(toJson(table));
    for (const auto& unit : s.actionUnits)
        out["action_units"].push_back(
            {{"au", unit.actionUnit}, {"rows", unit.rows}, {"micro_rows", unit.microRows}});
    for (const auto& subject : s.subjects)
        out["subjects"].push_back({{"subject", subject.subject},
                                   {"micro", subject.types.micro},
                                   {"macro", subject.types.macro},
                                   {"unknown", subject.types.unknown}});
    return out;
}

std::string shares(const std::array<double, 3>& p) {
    return fmt::format("{:.1f} / {:.1f} / {:.1f}", p[0], p[1], p[2]);
}

std::string typesText(const SourceStatistics& s) {
    TextTable table({"rows", "n", "micro", "macro", "micro %", "macro %"});
    const auto add = [&](const char* name, const TypeCounts& t) {
        table.add({name, std::to_string(t.all()), std::to_string(t.micro), std::to_string(t.macro),
                   fmt::format("{:.2f}", t.microPercent()), fmt::format("{:.2f}", t.macroPercent())});
    };
    add("all", s.all);
    add("with an offset", s.withOffset);
    if (s.hasPrinted)
        table.add({"printed", "", "", "", fmt::format("{:.2f}", s.bins->printed.microPercent),
                   fmt::format("{:.2f}", s.bins->printed.macroPercent)});
    return table.text();
}

std::string durationsText(const SourceStatistics& s) {
    const auto header = [&](const char* what, BinBorders b) {
        return fmt::format("{} {}/{}", what, b.small, b.mid);
    };
    TextTable table({fmt::format("% of rows, frames at {:g} fps", s.bins->fps),
                     header("offset-onset", s.bins->offsetOnset), header("offset-apex", s.bins->offsetApex),
                     header("apex-onset", s.bins->apexOnset)});
    const auto add = [&](const std::string& name, const DurationTable& d) {
        table.add({name, shares(d.offsetOnset.percent()), shares(d.offsetApex.percent()),
                   shares(d.apexOnset.percent())});
    };
    const auto& with = s.durations[0];
    add("with an offset", with);
    add("all rows", s.durations[1]);
    if (with.offsetApexExchanged && with.apexOnsetExchanged)
        table.add({"with an offset, last two borders exchanged", "",
                   shares(with.offsetApexExchanged->percent()), shares(with.apexOnsetExchanged->percent())});
    if (s.hasPrinted)
        table.add({fmt::format("printed ({})", kPublished), shares(s.bins->printed.offsetOnset),
                   shares(s.bins->printed.offsetApex), shares(s.bins->printed.apexOnset)});
    add("macro", s.macroDurations);
    add("micro", s.microDurations);
    return table.text();
}

std::string text(const SourceStatistics& s) {
    std::string out =
        fmt::format("{}: rows {}, films {}, subjects {}; without offset {}, without apex {}\n", s.source,
                    s.all.all(), s.films, s.subjects.size(), s.withoutOffset, s.withoutApex);
    out += typesText(s) + durationsText(s) + "action units (micro): ";
    for (const auto& unit : s.actionUnits)
        out += fmt::format("{}:{}{} ", unit.actionUnit, unit.rows,
                           unit.microRows > 0 ? fmt::format(" ({})", unit.microRows) : "");
    out += "\nsubjects (micro + macro): ";
    for (const auto& subject : s.subjects)
        out += fmt::format("{}:{}+{} ", subject.subject, subject.types.micro, subject.types.macro);
    out += "\n";
    for (const auto& finding : s.findings)
        out += "- " + finding + "\n";
    return out;
}

} // namespace

Run declareDatasetStats(Verb& verb) {
    auto s = Verb::state<DatasetTable>();
    s->declare(verb);
    return [s](Context& context) -> Result<Output> {
        const auto data = context.timed("read", [&] { return s->read(context.job); });
        if (!data)
            return Unexpected(data.error());
        const auto sources = context.timed("count", [&] { return statisticsOf(*data); });
        Output out;
        out.json = {{"dataset", data->name},
                    {"layout", data->layout},
                    {"rows", data->report.rowsRead},
                    {"samples", data->samples.size()},
                    {"subjects", data->subjects.size()},
                    {"sources", Json::array()}};
        for (const auto& source : sources) {
            out.json["sources"].push_back(toJson(source));
            out.text += text(source);
        }
        if (sources.empty())
            out.text = "The table holds no expressions.\n";
        return out;
    };
}

} // namespace mien::cli
