// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/statistics.h"

#include "core/annotation/csv.h"
#include "core/dataset/au_tokens.h"
#include "core/dataset/statistics_findings.h"
#include "core/dataset/statistics_rows.h"

#include <numeric>
#include <set>

namespace mien::dataset {
namespace {

using annotation::ExpressionType;

double percent(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

struct Row {
    const Sample* sample;
    RawFrames raw;
};
using Rows = std::vector<Row>;

template <class Keep>
Rows filtered(const Rows& rows, Keep keep) {
    Rows out;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(out), keep);
    return out;
}

void add(TypeCounts& counts, const Sample& sample) {
    if (!sample.type)
        ++counts.unknown;
    else
        ++(*sample.type == ExpressionType::Micro ? counts.micro : counts.macro);
}

TypeCounts typesOf(const Rows& rows) {
    TypeCounts out;
    for (const auto& row : rows)
        add(out, *row.sample);
    return out;
}

using Span = std::optional<std::int64_t> (*)(const RawFrames&);

std::optional<std::int64_t> minus(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
    return a && b ? std::optional(*a - *b) : std::nullopt;
}
std::optional<std::int64_t> offsetOnset(const RawFrames& r) {
    return minus(r.offset, r.onset);
}
std::optional<std::int64_t> offsetApex(const RawFrames& r) {
    return minus(r.offset, r.apex);
}
std::optional<std::int64_t> apexOnset(const RawFrames& r) {
    return minus(r.apex, r.onset);
}

BinCounts binned(const Rows& rows, Span span, BinBorders borders, double factor) {
    BinCounts out{borders, {}};
    for (const auto& row : rows)
        if (const auto frames = span(row.raw)) {
            const double scaled = static_cast<double>(*frames) * factor;
            ++out.counts[scaled <= borders.small ? 0 : scaled <= borders.mid ? 1 : 2];
        }
    return out;
}

DurationTable durationsOf(const Rows& rows, RowSet set, const PrintedBins& bins, double factor) {
    DurationTable out;
    out.rows = set;
    out.offsetOnset = binned(rows, offsetOnset, bins.offsetOnset, factor);
    out.offsetApex = binned(rows, offsetApex, bins.offsetApex, factor);
    out.apexOnset = binned(rows, apexOnset, bins.apexOnset, factor);
    if (bins.exchanged) {
        out.offsetApexExchanged = binned(rows, offsetApex, bins.apexOnset, factor);
        out.apexOnsetExchanged = binned(rows, apexOnset, bins.offsetApex, factor);
    }
    return out;
}

LengthSummary lengthsOf(const Rows& rows) {
    std::vector<std::int64_t> lengths;
    for (const auto& row : rows)
        if (const auto frames = offsetOnset(row.raw))
            lengths.push_back(*frames + 1);
    LengthSummary out;
    out.n = static_cast<std::int64_t>(lengths.size());
    if (lengths.empty())
        return out;
    std::sort(lengths.begin(), lengths.end());
    const auto n = lengths.size();
    out.mean = static_cast<double>(std::accumulate(lengths.begin(), lengths.end(), std::int64_t{0})) /
               static_cast<double>(n);
    out.median = static_cast<double>(lengths[(n - 1) / 2] + lengths[n / 2]) / 2.0;
    out.shortest = lengths.front();
    out.longest = lengths.back();
    return out;
}

std::vector<ActionUnitCount> unitsIn(const Rows& rows) {
    std::map<int, ActionUnitCount> byUnit;
    for (const auto& row : rows)
        for (const int unit : unitsOf(row.sample->actionUnits)) {
            auto& entry = byUnit[unit];
            entry.actionUnit = unit;
            ++entry.rows;
            entry.microRows += row.sample->type == ExpressionType::Micro ? 1 : 0;
        }
    std::vector<ActionUnitCount> out;
    for (const auto& [unit, entry] : byUnit)
        out.push_back(entry);
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.rows > b.rows; });
    return out;
}

std::vector<SubjectCount> subjectsIn(const Rows& rows) {
    std::vector<SubjectCount> out;
    for (const auto& row : rows) {
        auto at = std::find_if(out.begin(), out.end(),
                               [&](const auto& s) { return s.subject == row.sample->subject; });
        if (at == out.end())
            at = out.insert(out.end(), {row.sample->subject, {}});
        add(at->types, *row.sample);
    }
    return out;
}

/// By prefix or layout: CAS(ME)² and SAMM are the two with a printed row.
void chooseBins(SourceStatistics& s, const Dataset& dataset, const Rows& rows) {
    const auto layout = annotation::lowerCase(dataset.layout);
    const bool samm = s.source == "samm" || layout == "samm-lv";
    s.bins = &printedBins()[samm ? 1 : 0];
    s.hasPrinted = samm || s.source == "casme" || layout == "casme-sq";
    for (const auto& row : rows)
        if (const auto& fps = row.sample->fps; fps && fps->num > 0) {
            s.rateKnown = true;
            s.factor = s.bins->fps / fps->value();
            break;
        }
}

SourceStatistics statisticsOf(std::string source, const Dataset& dataset, const Rows& rows) {
    SourceStatistics out;
    out.source = std::move(source);
    chooseBins(out, dataset, rows);
    std::set<std::string> films;
    for (const auto& row : rows) {
        films.insert(row.sample->film);
        out.withoutOffset += row.raw.offsetKnown ? 0 : 1;
        out.withoutApex += row.raw.apexKnown ? 0 : 1;
        out.onsetAtZero += row.raw.onset == 0 ? 1 : 0;
    }
    out.films = static_cast<std::int64_t>(films.size());
    const auto whole = filtered(rows, [](const Row& r) { return r.raw.offsetKnown; });
    const auto ofType = [&](ExpressionType type) {
        return filtered(whole, [type](const Row& r) { return r.sample->type == type; });
    };
    const auto macro = ofType(ExpressionType::Macro), micro = ofType(ExpressionType::Micro);
    out.all = typesOf(rows);
    out.withOffset = typesOf(whole);
    out.durations = {durationsOf(whole, RowSet::WithOffset, *out.bins, out.factor),
                     durationsOf(rows, RowSet::All, *out.bins, out.factor)};
    out.macroDurations = durationsOf(macro, RowSet::WithOffset, *out.bins, out.factor);
    out.microDurations = durationsOf(micro, RowSet::WithOffset, *out.bins, out.factor);
    out.macroLength = lengthsOf(macro);
    out.microLength = lengthsOf(micro);
    out.macroAsShortAsMicro = std::count_if(macro.begin(), macro.end(), [&](const Row& r) {
        return *offsetOnset(r.raw) + 1 <= out.microLength.longest;
    });
    out.actionUnits = unitsIn(rows);
    out.subjects = subjectsIn(rows);
    out.findings = findingsOf(out);
    return out;
}

} // namespace

double TypeCounts::microPercent() const {
    return percent(micro, all());
}
double TypeCounts::macroPercent() const {
    return percent(macro, all());
}

std::array<double, 3> BinCounts::percent() const {
    return {dataset::percent(counts[0], all()), dataset::percent(counts[1], all()),
            dataset::percent(counts[2], all())};
}

std::vector<SourceStatistics> statisticsOf(const Dataset& dataset) {
    std::vector<std::pair<std::string, Rows>> sources;
    for (const auto& sample : dataset.samples) {
        const auto source = sourceOf(sample, dataset.name);
        auto at =
            std::find_if(sources.begin(), sources.end(), [&](const auto& s) { return s.first == source; });
        if (at == sources.end())
            at = sources.insert(sources.end(), {source, {}});
        at->second.push_back({&sample, rawFramesOf(sample)});
    }
    std::vector<SourceStatistics> out;
    for (const auto& [source, rows] : sources)
        out.push_back(statisticsOf(source, dataset, rows));
    return out;
}

} // namespace mien::dataset
