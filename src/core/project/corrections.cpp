// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/corrections.h"

#include "core/project/film_facts.h"
#include "core/project/watched.h"

#include <cmath>
#include <set>

namespace mien::project {
namespace {

constexpr double kSeenAroundS = 0.5; ///< before and behind an event
constexpr double kSame = 0.5;        ///< IoU from which a proposal says what an event says

bool saysTheSame(const std::vector<annotation::ExpressionEvent>& events, FrameInterval span) {
    return std::ranges::any_of(events, [&](const auto& e) { return e.interval().iou(span) >= kSame; });
}

/// The coder's events of a film. Two tiers of one coder that say the same say it once.
std::vector<annotation::ExpressionEvent> eventsOf(const Project& project, MediaId media,
                                                  const std::string& coder) {
    std::vector<annotation::ExpressionEvent> events;
    for (const auto& tier : project.tiers(media)) {
        if (tier.coder != coder)
            continue;
        std::vector<annotation::ExpressionEvent> fresh;
        for (const auto& row : project.events(tier.id))
            if (!saysTheSame(events, row.event.interval()))
                fresh.push_back(row.event);
        events.insert(events.end(), fresh.begin(), fresh.end());
    }
    std::ranges::sort(events, {}, [](const auto& e) { return std::pair(e.onset, e.offset); });
    return events;
}

/// `span` without the frames that belong to an event.
std::vector<FrameInterval> beside(FrameInterval span,
                                  const std::vector<annotation::ExpressionEvent>& events) {
    std::vector<FrameInterval> parts{span};
    for (const auto& e : events)
        parts = without(parts, e.interval());
    return parts;
}

std::vector<FrameInterval> watchedIn(const Project& project, const Media& media, const std::string& coder,
                                     const std::vector<annotation::ExpressionEvent>& events) {
    auto watched = watchedBy(project, media.id, coder);
    for (const auto& p : project.proposals(media.id))
        if (p.state == ReviewState::Pending && p.proposal.looksLike.empty() &&
            !saysTheSame(events, p.proposal.interval()))
            watched = without(watched, p.proposal.interval());
    for (const auto& run : project.runs(media.id))
        for (const auto& p : project.proposalsOf(run))
            if (p.state == ReviewState::Rejected)
                for (const auto& part : beside(p.proposal.interval(), events))
                    watched = joined(std::move(watched), part);
    const auto around = static_cast<std::int64_t>(std::llround(kSeenAroundS * media.fps.value()));
    const std::int64_t last = std::max<std::int64_t>(0, media.frames - 1);
    for (const auto& e : events)
        watched = joined(std::move(watched), {{std::max<std::int64_t>(0, e.onset.value - around)},
                                              {std::min(last, e.offset.value + around)}});
    return watched;
}

} // namespace

std::vector<std::string> codersOf(const Project& project) {
    std::set<std::string> coders;
    for (const auto& media : project.media())
        for (const auto& tier : project.tiers(media.id))
            coders.insert(tier.coder);
    return {coders.begin(), coders.end()};
}

std::vector<dataset::ReviewedFilm> reviewedFilms(const Project& project, const std::string& coder) {
    std::vector<dataset::ReviewedFilm> films;
    for (const auto& media : project.media()) {
        dataset::ReviewedFilm film;
        film.id = media.id.value;
        film.name = media.path.filename().string();
        film.media = media.path;
        if (media.isImageFolder)
            film.fps = media.fps;
        film.subject = subjectOf(project, media.id);
        film.followFace = followedFace(project, media.id);
        film.expressions = eventsOf(project, media.id, coder);
        film.watched = watchedIn(project, media, coder, film.expressions);
        if (!film.watched.empty())
            films.push_back(std::move(film));
    }
    return films;
}

} // namespace mien::project
