// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/rules.h"

#include "core/spotting/event_merge.h"
#include "core/spotting/lookalikes.h"
#include "core/spotting/rest_position.h"

#include <cmath>

namespace mien::spotting {
namespace {

constexpr double kShortestRunS = 0.3; // a scorable stretch must at least hold a micro-expression

RegionTracks tracksOf(const motion::FaceMotionSeries& series, std::size_t first, std::size_t count,
                      std::span<const int> group, const RulesOptions& options) {
    RegionTracks tracks;
    tracks.fps = series.fps;
    tracks.length = count;
    std::vector<float> raw(count);
    for (const int region : group) {
        const auto r = static_cast<std::size_t>(region);
        for (const int axis : {0, 1}) {
            for (std::size_t i = 0; i < count; ++i)
                raw[i] = 100.0f * series.frames[first + i].displacement[r][axis];
            addTrack(tracks, r, axis, raw, options.lowPassHz);
        }
    }
    return tracks;
}

annotation::Proposal proposalFrom(const MergedEvent& event, std::string label, std::size_t first, double fps,
                                  double threshold) {
    annotation::Proposal p;
    p.onset = FrameIndex{static_cast<std::int64_t>(first + event.onset)};
    p.apex = FrameIndex{static_cast<std::int64_t>(first + event.apex)};
    p.offset = FrameIndex{static_cast<std::int64_t>(first + event.offset)};
    const double durationS = static_cast<double>(p.interval().lengthFrames()) / fps;
    p.type = durationS <= annotation::kMicroMaxSeconds ? annotation::ExpressionType::Micro
                                                       : annotation::ExpressionType::Macro;
    // 0 at the threshold, one half at twice, nearing 1: certainty grows with how far the peak clears the
    // threshold.
    p.score = 1.0 - std::min(1.0, threshold / event.members.front().peak);
    for (const Excursion& e : event.members)
        p.regions.push_back(
            {std::string(motion::regions()[static_cast<std::size_t>(e.region)].name), e.peak});
    p.looksLike = std::move(label);
    p.spotter = "rules 1";
    return p;
}

void spotRun(const motion::FaceMotionSeries& series, std::size_t first, std::size_t count,
             const RulesOptions& options, std::vector<annotation::Proposal>& proposals) {
    std::vector<Excursion> excursions;
    for (const std::span<const int> group : kGroups) {
        RegionTracks tracks = tracksOf(series, first, count, group, options);
        toDistanceFromRest(tracks, group, options.restHalfWindowS);
        for (const int region : group) {
            const auto r = static_cast<std::size_t>(region);
            const double least = std::max(options.threshold, options.noiseFactor * tracks.noise[r]);
            const auto found =
                findExcursions(tracks.x[r], region, least, tracks.noise[r], series.fps, options);
            excursions.insert(excursions.end(), found.begin(), found.end());
        }
    }
    const auto events = mergeRegions(std::move(excursions), options);
    std::vector<std::string> labels;
    labelLookalikes(series, first, events, labels);
    for (std::size_t i = 0; i < events.size(); ++i)
        proposals.push_back(
            proposalFrom(events[i], std::move(labels[i]), first, series.fps, options.threshold));
}

} // namespace

Result<std::vector<annotation::Proposal>> spotByRules(const motion::FaceMotionSeries& series,
                                                      const RulesOptions& options, const JobContext& job) {
    if (!(series.fps > 0.0))
        return fail(ErrorCode::InvalidArgument, "The frame rate must be above zero to spot expressions.");
    std::vector<annotation::Proposal> proposals;
    const auto shortest = static_cast<std::size_t>(std::ceil(kShortestRunS * series.fps));
    for (std::size_t i = 0; i < series.frames.size();) {
        if (job.cancelled())
            return cancelled();
        std::size_t end = i;
        while (end < series.frames.size() && series.frames[end].state == face::Scorability::Scorable)
            ++end;
        if (end - i >= std::max<std::size_t>(shortest, 3))
            spotRun(series, i, end - i, options, proposals);
        i = std::max(end, i + 1);
    }
    return proposals;
}

} // namespace mien::spotting
