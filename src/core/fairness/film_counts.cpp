// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fairness/film_counts.h"

#include "core/evaluation/interval_matching.h"

#include <algorithm>

namespace mien::fairness {
namespace {

using annotation::ExpressionType;

/// The union of the intervals of a type, in order and disjoint.
std::vector<FrameInterval> merged(const std::vector<TypedInterval>& intervals, ExpressionType type) {
    std::vector<FrameInterval> sorted;
    for (const auto& interval : intervals)
        if (interval.type == type)
            sorted.push_back(interval.frames);
    std::ranges::sort(sorted, {}, &FrameInterval::first);
    std::vector<FrameInterval> out;
    for (const auto& next : sorted) {
        if (!out.empty() && next.first <= out.back().last + 1)
            out.back().last = std::max(out.back().last, next.last);
        else
            out.push_back(next);
    }
    return out;
}

std::int64_t lengthOf(const std::vector<FrameInterval>& intervals) {
    std::int64_t sum = 0;
    for (const auto& interval : intervals)
        sum += interval.lengthFrames();
    return sum;
}

std::int64_t sharedFrames(const std::vector<FrameInterval>& a, const std::vector<FrameInterval>& b) {
    std::int64_t sum = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        sum += i->overlapFrames(*j);
        (i->last < j->last ? i : j) += 1;
    }
    return sum;
}

std::vector<evaluation::HalfOpen> halfOpen(const std::vector<TypedInterval>& intervals, ExpressionType type) {
    std::vector<evaluation::HalfOpen> out;
    for (const auto& interval : intervals)
        if (interval.type == type)
            out.push_back({interval.frames.first.value, interval.frames.last.value + 1});
    return out;
}

} // namespace

std::optional<GroupCounts> countsOf(const AuditedFilm& film, ExpressionType type, double iou,
                                    const JobContext& job) {
    const auto truth = merged(film.truths, type);
    const auto predicted = merged(film.predictions, type);
    GroupCounts out;
    out.truePositiveFrames = sharedFrames(truth, predicted);
    out.falsePositiveFrames = lengthOf(predicted) - out.truePositiveFrames;
    out.falseNegativeFrames = lengthOf(truth) - out.truePositiveFrames;
    out.trueNegativeFrames =
        film.frames - out.truePositiveFrames - out.falsePositiveFrames - out.falseNegativeFrames;

    auto truths = halfOpen(film.truths, type);
    auto predictions = halfOpen(film.predictions, type);
    out.truths = std::ssize(truths);
    const auto predictionCount = std::ssize(predictions);
    const auto found =
        evaluation::HitTable(std::move(truths), std::move(predictions), {iou, false}).maximumMatching(job);
    if (!found)
        return std::nullopt;
    out.found = *found;
    out.falseIntervals = predictionCount - *found;
    out.minutes = static_cast<double>(film.frames) / film.fps / 60.0;
    return out;
}

std::string groupOf(const AuditedFilm& film, ExpressionType type, const std::string& attribute) {
    if (attribute == "type")
        return std::string(nameOf(type));
    if (attribute == "subject")
        return film.subject;
    const auto found = film.attributes.find(attribute);
    return found == film.attributes.end() || found->second.empty() ? "unknown" : found->second;
}

std::optional<Difference> largest(const std::vector<std::optional<double>>& rates) {
    std::optional<std::size_t> low, high;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        if (!rates[i])
            continue;
        if (!low || *rates[i] < *rates[*low])
            low = i;
        if (!high || *rates[i] > *rates[*high])
            high = i;
    }
    const auto known = std::ranges::count_if(rates, [](const auto& rate) { return rate.has_value(); });
    if (known < 2)
        return std::nullopt;
    return Difference{*rates[*high] - *rates[*low], *low, *high};
}

std::optional<double> gapOf(const std::vector<std::optional<double>>& tpr,
                            const std::vector<std::optional<double>>& fpr) {
    const auto t = largest(tpr), f = largest(fpr);
    if (!t && !f)
        return std::nullopt;
    return std::max(t ? t->value : 0.0, f ? f->value : 0.0);
}

} // namespace mien::fairness
