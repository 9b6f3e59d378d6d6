// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/spotting_score.h"

#include "core/evaluation/interval_matching.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace mien::evaluation {
namespace {

using annotation::EventTable;
using annotation::ExpressionType;
using annotation::TableEvent;

double ratio(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

struct Group {
    std::vector<HalfOpen> truths;
    std::vector<HalfOpen> predictions;
};
using Groups = std::map<std::pair<std::string, ExpressionType>, Group>;

HalfOpen interval(const TableEvent& event, FrameIndex offset, const SpottingScoreOptions& options, int base) {
    const std::int64_t past = options.ends == "inclusive" ? 1 : 0;
    return {event.onset.value - base, offset.value - base + past};
}

Result<void> addPredictions(const EventTable& predicted, const SpottingScoreOptions& options,
                            Groups& groups) {
    for (const auto& event : predicted.events) {
        if (!event.offset)
            return fail(ErrorCode::Corrupt, "The offset of this prediction is missing.",
                        fmt::format("{}:{}", predicted.source, event.line));
        groups[{annotation::filmName(event.video), event.type}].predictions.push_back(
            interval(event, *event.offset, options, options.predBase));
    }
    return {};
}

/// Returns how many truths have no offset of their own.
std::int64_t addTruths(const EventTable& truth, const SpottingScoreOptions& options, Groups& groups) {
    std::int64_t without = 0;
    for (const auto& event : truth.events) {
        auto offset = event.offset;
        if (!offset) {
            ++without;
            if (options.missingOffset == "apex")
                offset = event.apex;
        }
        // An empty interval stays in the denominator and is never found.
        groups[{annotation::filmName(event.video), event.type}].truths.push_back(
            offset ? interval(event, *offset, options, options.truthBase) : HalfOpen{});
    }
    return without;
}

std::optional<SpottingCounts> count(const Group& group, const SpottingScoreOptions& options,
                                    const JobContext& job) {
    const HitTable table(group.truths, group.predictions, {options.iou, options.strict});
    if (options.matching == "pairs") {
        const auto pairs = table.allPairs(job);
        if (!pairs)
            return std::nullopt;
        return SpottingCounts{pairs->pairs, pairs->predictionsInNone, pairs->truthsInNone};
    }
    const auto tp = table.maximumMatching(job);
    if (!tp)
        return std::nullopt;
    return SpottingCounts{*tp, static_cast<std::int64_t>(group.predictions.size()) - *tp,
                          static_cast<std::int64_t>(group.truths.size()) - *tp};
}

std::vector<std::string> onlyPredicted(const EventTable& truth, const EventTable& predicted) {
    std::set<std::string> known, extra;
    for (const auto& event : truth.events)
        known.insert(annotation::filmName(event.video));
    for (const auto& event : predicted.events)
        if (const auto name = annotation::filmName(event.video); !known.contains(name))
            extra.insert(name);
    return {extra.begin(), extra.end()};
}

bool isOneOf(std::string_view value, std::span<const std::string_view> choices) {
    return std::find(choices.begin(), choices.end(), value) != choices.end();
}

} // namespace

Result<void> SpottingScoreOptions::validate() const {
    if (!(iou > 0.0 && iou <= 1.0))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("--iou is {}; it must be above 0 and at most 1.", iou));
    if (!isOneOf(matching, kMatchings))
        return fail(ErrorCode::InvalidArgument, "--matching is one-to-one or pairs.");
    if (!isOneOf(ends, kEnds))
        return fail(ErrorCode::InvalidArgument, "--ends is inclusive or exclusive.");
    if (!isOneOf(missingOffset, kMissingOffsets))
        return fail(ErrorCode::InvalidArgument, "--missing-offset is unmatched or apex.");
    if (truthBase < 0 || truthBase > 1 || predBase < 0 || predBase > 1)
        return fail(ErrorCode::InvalidArgument, "The number of the first frame is 0 or 1.");
    return {};
}

double SpottingCounts::precision() const {
    return ratio(tp, tp + fp);
}
double SpottingCounts::recall() const {
    return ratio(tp, tp + fn);
}
double SpottingCounts::f1() const {
    return ratio(2 * tp, 2 * tp + fp + fn);
}
SpottingCounts& SpottingCounts::operator+=(const SpottingCounts& other) {
    tp += other.tp;
    fp += other.fp;
    fn += other.fn;
    return *this;
}

SpottingCounts SpottingScore::overall() const {
    auto sum = macro;
    return sum += micro;
}

Result<SpottingScore> scoreSpotting(const EventTable& truth, const EventTable& predicted,
                                    const SpottingScoreOptions& options, const JobContext& job) {
    if (const auto valid = options.validate(); !valid)
        return Unexpected(valid.error());
    for (const auto* table : {&truth, &predicted})
        if (auto bad = table->firstDropped())
            return Unexpected(*std::move(bad));
    Groups groups;
    SpottingScore score;
    score.truthsWithoutOffset = addTruths(truth, options, groups);
    if (const auto added = addPredictions(predicted, options, groups); !added)
        return Unexpected(added.error());
    score.videosOnlyPredicted = onlyPredicted(truth, predicted);
    for (const auto& [key, group] : groups) {
        const auto counts = count(group, options, job);
        if (!counts)
            return cancelled();
        (key.second == ExpressionType::Macro ? score.macro : score.micro) += *counts;
    }
    return score;
}

} // namespace mien::evaluation
