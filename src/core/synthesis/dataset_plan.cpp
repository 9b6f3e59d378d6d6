// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/dataset_plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <numeric>

namespace mien::synthesis {
namespace {

constexpr std::uint64_t kSamplesPerClip = 1'000'000;
constexpr std::uint64_t kMostDraws = 20'000;

struct Stratum {
    std::string name;
    std::vector<std::size_t> people;
};

std::vector<std::string> valuesOf(const DatasetSpec& spec, const std::string& key) {
    if (const auto wanted = spec.strata.values.find(key); wanted != spec.strata.values.end())
        return wanted->second;
    std::vector<std::string> values; // in the order of their first appearance
    for (const auto& person : spec.people)
        if (const auto value = demographicOf(person, key);
            std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(value);
    return values;
}

/// Every combination of values; those of no wanted values (both not given) only where people have them.
std::vector<Stratum> strataOf(const DatasetSpec& spec) {
    std::vector<Stratum> strata{{{}, {}}};
    std::vector<std::vector<std::string>> cells{{}};
    for (const auto& key : spec.strata.keys) {
        std::vector<Stratum> finer;
        std::vector<std::vector<std::string>> finerCells;
        for (std::size_t i = 0; i < strata.size(); ++i)
            for (const auto& value : valuesOf(spec, key)) {
                finer.push_back(
                    {strata[i].name + (strata[i].name.empty() ? "" : " ") + key + "=" + value, {}});
                finerCells.push_back(cells[i]);
                finerCells.back().push_back(value);
            }
        strata = std::move(finer);
        cells = std::move(finerCells);
    }
    for (std::size_t p = 0; p < spec.people.size(); ++p)
        for (std::size_t i = 0; i < strata.size(); ++i) {
            bool belongs = true;
            for (std::size_t k = 0; k < spec.strata.keys.size(); ++k)
                belongs &= demographicOf(spec.people[p], spec.strata.keys[k]) == cells[i][k];
            if (belongs)
                strata[i].people.push_back(p);
        }
    if (spec.strata.values.empty()) // a crossing that nobody asked for by name is no gap
        std::erase_if(strata, [](const Stratum& s) { return s.people.empty(); });
    return strata;
}

/// Classes of one cell of the plan and how many clips each has.
std::vector<std::pair<std::string, int>> classCounts(const DatasetSpec& spec) {
    if (spec.counts.by == "none")
        return {{std::string(), spec.counts.clips}};
    std::vector<std::pair<std::string, int>> counts;
    const auto& emotions = spec.scm.table.emotions;
    const auto& weights = spec.scm.weights;
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i < emotions.size(); ++i) {
        const double share = weights.empty() ? 1.0 : weights[i] * static_cast<double>(emotions.size()) / sum;
        counts.emplace_back(emotions[i].name, static_cast<int>(std::lround(spec.counts.clips * share)));
    }
    return counts;
}

} // namespace

std::string demographicOf(const DatasetPerson& person, const std::string& key) {
    const auto found = person.demographics.find(key);
    return found == person.demographics.end() || found->second.empty() ? "unknown" : found->second;
}

Result<DatasetPlan> planDataset(const DatasetSpec& spec) {
    DatasetPlan plan;
    std::vector<Stratum> cells; // each gets the same number of clips; an empty list of people: anyone
    if (spec.counts.per == "person")
        for (std::size_t p = 0; p < spec.people.size(); ++p)
            cells.push_back({{}, {p}});
    else if (spec.counts.per == "stratum")
        cells = strataOf(spec);
    else
        cells.push_back({});
    for (const auto& cell : cells)
        if (!cell.name.empty() && cell.people.empty())
            plan.missingStrata.push_back(cell.name);
    if (!plan.missingStrata.empty() && !spec.strata.allowMissing)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format(
                "Nobody belongs to the strata {}; add people, or set \"allow_missing\" to leave them out.",
                fmt::join(plan.missingStrata, "; ")));
    for (const auto& cell : cells) {
        if (!cell.name.empty() && cell.people.empty())
            continue;
        for (const auto& [emotion, count] : classCounts(spec))
            for (int i = 0; i < count; ++i) {
                PlannedClip clip;
                clip.firstIndex = plan.clips.size() * kSamplesPerClip;
                clip.id = fmt::format("c{:06}", plan.clips.size() + 1);
                clip.emotion = emotion;
                clip.stratum = cell.name;
                if (!cell.people.empty()) // in turn
                    clip.subject = cell.people[static_cast<std::size_t>(i) % cell.people.size()];
                plan.clips.push_back(std::move(clip));
            }
    }
    if (plan.clips.empty())
        return fail(ErrorCode::InvalidArgument, "The counts ask for no clip at all.");
    return plan;
}

Result<Sample> drawClip(const Scm& scm, const DatasetSpec& spec, const PlannedClip& clip) {
    Interventions done;
    done.subject = clip.subject;
    if (spec.counts.by == "emotion" && !clip.emotion.empty())
        done.emotion = clip.emotion;
    const bool conditioned = spec.counts.by == "label" && !clip.emotion.empty();
    for (std::uint64_t draw = 0; draw < kMostDraws; ++draw) {
        auto sample = scm.sample(clip.firstIndex + draw, done);
        if (!sample || !conditioned || sample->episodes.front().label == clip.emotion)
            return sample;
    }
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format("{} draws of {} never had the label \"{}\"; lower the confounding or count by emotion.",
                    kMostDraws, clip.subject ? "\"" + spec.people[*clip.subject].id + "\"" : "the model",
                    clip.emotion));
}

Result<Sample> twinOf(const Scm& scm, const DatasetSpec& spec, const Sample& sample) {
    const auto& units = sample.episodes.front().units;
    UnitState to;
    const UnitState* of = nullptr;
    for (const auto& event : units)
        if (spec.twins.unit != 0 ? event.state.unit == spec.twins.unit
                                 : of == nullptr || event.state.level > of->level)
            of = &event.state;
    if (of != nullptr)
        to = *of;
    to.unit = of != nullptr ? of->unit : spec.twins.unit;
    to.level = spec.twins.change == "remove" ? 0.0 : spec.twins.level;
    if (to.unit == 0)
        return fail(ErrorCode::InvalidArgument, "A clip without action units has no twin.");
    Interventions action;
    action.unitChanges = {to};
    return scm.counterfactual(sample, action);
}

} // namespace mien::synthesis
