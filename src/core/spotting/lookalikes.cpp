// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/lookalikes.h"

#include "core/math/statistics.h"
#include "core/spotting/rules.h"

#include <algorithm>
#include <cmath>

namespace mien::spotting {
namespace {

constexpr double kBlinkMaxS = 0.45;    // lids close and open within 100 to 400 ms
constexpr double kBlinkMaxPeak = 3.0;  // % of the eye distance: more brow movement than this is an expression
constexpr double kBlinkLidShare = 0.6; // the lid gap falls below this share of its usual width
constexpr double kSpeechMinBeats = 4;  // openings of the mouth in a row
constexpr double kSpeechMaxPeriodS = 0.4; // syllables come at 2.5 to 8 Hz
constexpr double kHeadSpeed = 60.0;       // % of the eye distance a second

struct Span {
    std::size_t first;
    std::size_t last;
};

Span inSeries(const MergedEvent& event, std::size_t offset) {
    return {event.onset + offset, event.offset + offset};
}

bool onlyUpperFace(const MergedEvent& event) {
    return std::all_of(event.members.begin(), event.members.end(),
                       [](const Excursion& e) { return e.region <= 7; });
}

bool looksLikeBlink(const motion::FaceMotionSeries& series, const MergedEvent& event, Span span) {
    const double durationS = static_cast<double>(span.last - span.first + 1) / series.fps;
    if (durationS > kBlinkMaxS || !onlyUpperFace(event) || event.members.front().peak > kBlinkMaxPeak)
        return false;
    const auto margin = static_cast<std::size_t>(2.0 * series.fps);
    std::vector<float> around;
    for (std::size_t i = span.first > margin ? span.first - margin : 0;
         i < std::min(series.frames.size(), span.last + margin); ++i)
        if (series.frames[i].state == face::Scorability::Scorable)
            around.push_back(series.frames[i].eyeOpening);
    const double usual = math::median(around);
    return std::any_of(series.frames.begin() + static_cast<std::ptrdiff_t>(span.first),
                       series.frames.begin() + static_cast<std::ptrdiff_t>(span.last) + 1,
                       [&](const auto& f) { return f.eyeOpening < kBlinkLidShare * usual; });
}

/// Frames in which the lips are widest between two closings that stand at least 2 % of the eye distance
/// lower.
std::vector<std::size_t> lipOpenings(const motion::FaceMotionSeries& series, std::size_t first,
                                     std::size_t last) {
    const auto opening = [&](std::size_t i) { return series.frames[i].mouthOpening; };
    const auto reach = static_cast<std::size_t>(std::ceil(0.5 * kSpeechMaxPeriodS * series.fps));
    std::vector<std::size_t> found;
    for (std::size_t i = std::max<std::size_t>(first, 1); i <= last && i + 1 < series.frames.size(); ++i) {
        if (opening(i) <= opening(i - 1) || opening(i) < opening(i + 1))
            continue;
        float before = opening(i), after = opening(i);
        for (std::size_t k = 1; k <= reach; ++k) {
            if (i >= k)
                before = std::min(before, opening(i - k));
            if (i + k < series.frames.size())
                after = std::min(after, opening(i + k));
        }
        if (opening(i) - std::max(before, after) > std::max(0.02f, 0.3f * opening(i)))
            found.push_back(i);
    }
    return found;
}

/// Lips that open and close several times at the rate of syllables, the event being part of it: one syllable,
/// or a longer movement most of which is spoken.
bool looksLikeSpeech(const motion::FaceMotionSeries& series, const MergedEvent& event, Span span) {
    if (event.members.front().region < 8)
        return false;
    const auto margin = static_cast<std::size_t>(1.2 * series.fps);
    const auto openings = lipOpenings(series, span.first > margin ? span.first - margin : 0,
                                      std::min(series.frames.size() - 1, span.last + margin));
    for (std::size_t begin = 0; begin < openings.size();) {
        std::size_t end = begin + 1;
        while (end < openings.size() &&
               static_cast<double>(openings[end] - openings[end - 1]) / series.fps <= kSpeechMaxPeriodS)
            ++end;
        const auto from = std::max(openings[begin], span.first);
        const auto to = std::min(openings[end - 1], span.last);
        const auto length = span.last - span.first + 1;
        const bool isSyllable = static_cast<double>(length) <= kSpeechMaxPeriodS * series.fps;
        const bool spoken = from <= to && (isSyllable || 2 * (to - from + 1) >= length);
        if (spoken && static_cast<double>(end - begin) >= kSpeechMinBeats)
            return true;
        begin = end;
    }
    return false;
}

/// Marks the events that are syllables: four and more short movements of the middle of the lips (regions 9
/// and 11), one after the other at the rate of syllables. The lips' own displacement shows them where the
/// landmark model, which gives mouthOpening, sees no gap.
std::vector<char> syllables(const motion::FaceMotionSeries& series, const std::vector<MergedEvent>& events) {
    std::vector<std::size_t> beats;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const int strongest = events[i].members.front().region;
        const double durationS = static_cast<double>(events[i].offset - events[i].onset + 1) / series.fps;
        if ((strongest == 9 || strongest == 11) && durationS <= kSpeechMaxPeriodS)
            beats.push_back(i);
    }
    std::vector<char> marked(events.size(), 0);
    for (std::size_t begin = 0; begin < beats.size();) {
        std::size_t end = begin + 1;
        while (end < beats.size() &&
               static_cast<double>(events[beats[end]].apex - events[beats[end - 1]].apex) / series.fps <=
                   kSpeechMaxPeriodS)
            ++end;
        if (static_cast<double>(end - begin) >= kSpeechMinBeats)
            for (std::size_t i = begin; i < end; ++i)
                marked[beats[i]] = 1;
        begin = end;
    }
    return marked;
}

bool looksLikeHeadMovement(const motion::FaceMotionSeries& series, const MergedEvent& event, Span span) {
    std::size_t fast = 0;
    for (std::size_t i = span.first; i <= span.last; ++i)
        if (cv::norm(series.frames[i].head) * 100.0 * series.fps > kHeadSpeed)
            ++fast;
    const bool headIsFast = 2 * fast > span.last - span.first + 1;
    return headIsFast && event.members.size() >= 3;
}

} // namespace

void labelLookalikes(const motion::FaceMotionSeries& series, std::size_t first,
                     const std::vector<MergedEvent>& events, std::vector<std::string>& labels) {
    labels.assign(events.size(), {});
    const std::vector<char> spoken = syllables(series, events);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Span span = inSeries(events[i], first);
        if (looksLikeBlink(series, events[i], span))
            labels[i] = "blink";
        else if (looksLikeHeadMovement(series, events[i], span))
            labels[i] = "head movement";
        else if (spoken[i] || looksLikeSpeech(series, events[i], span))
            labels[i] = "speech";
    }
}

void labelLookalikes(const motion::FaceMotionSeries& series, std::vector<annotation::Proposal>& proposals) {
    const double least = RulesOptions{}.threshold;
    std::vector<MergedEvent> events;
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const auto& p = proposals[i];
        MergedEvent event{static_cast<std::size_t>(p.onset.value),
                          static_cast<std::size_t>(p.apex.value),
                          static_cast<std::size_t>(p.offset.value),
                          {}};
        for (const auto& share : p.regions)
            for (std::size_t r = 0; r < motion::regions().size(); ++r)
                if (share.displacement >= least && motion::regions()[r].name == share.region)
                    event.members.push_back({static_cast<int>(r), event.onset, event.apex, event.offset,
                                             static_cast<float>(share.displacement)});
        if (event.members.empty() || event.offset >= series.frames.size())
            continue;
        events.push_back(std::move(event));
        of.push_back(i);
    }
    std::vector<std::string> labels;
    labelLookalikes(series, 0, events, labels);
    for (std::size_t k = 0; k < of.size(); ++k)
        proposals[of[k]].looksLike = labels[k] == "speech" ? std::string() : std::move(labels[k]);
}

} // namespace mien::spotting
