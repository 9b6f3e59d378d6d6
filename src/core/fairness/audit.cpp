// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fairness/audit.h"

#include "core/base/rng.h"
#include "core/fairness/film_counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace mien::fairness {
namespace {

using annotation::ExpressionType;
constexpr std::array kTypes{ExpressionType::Macro, ExpressionType::Micro};

std::optional<double> share(std::int64_t part, std::int64_t whole) {
    if (whole <= 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// The counts of one subject in one group: what the bootstrap draws from.
using CountsBySubject = std::map<std::string, GroupCounts>;

Result<void> check(const AuditedFilm& film) {
    if (film.frames <= 0 || !(film.fps > 0.0) || !std::isfinite(film.fps))
        return fail(ErrorCode::InvalidArgument, "The film's length and frame rate must be above 0.",
                    film.film);
    if (film.subject.empty())
        return fail(ErrorCode::InvalidArgument, "The film's subject is missing.", film.film);
    for (const auto* intervals : {&film.truths, &film.predictions})
        for (const auto& [frames, type] : *intervals)
            if (!frames.valid() || frames.first.value < 0 || frames.last.value >= film.frames)
                return fail(ErrorCode::InvalidArgument,
                            fmt::format("The interval {} to {} is not within the film's frames 0 to {}.",
                                        frames.first.value, frames.last.value, film.frames - 1),
                            film.film);
    return {};
}

/// The percentile interval; nullopt where fewer than two resamples gave a value.
std::optional<Bounds> percentiles(std::vector<double> values, double confidence) {
    if (values.size() < 2)
        return std::nullopt;
    std::ranges::sort(values);
    const auto at = [&](double share) {
        const double place = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const auto above = std::min(below + 1, values.size() - 1);
        return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
    };
    const double tail = (1.0 - confidence) / 2.0;
    return Bounds{at(tail), at(1.0 - tail)};
}

/// Resamples whole subjects, since the frames of one face are not independent.
class Bootstrap {
public:
    Bootstrap(const std::vector<CountsBySubject>& groups, const std::set<std::string>& subjects)
        : m_groups(groups), m_tpr(groups.size()), m_fpr(groups.size()) {
        for (const auto& subject : subjects) {
            m_bySubject.emplace_back();
            for (const auto& group : groups) {
                const auto found = group.find(subject);
                m_bySubject.back().push_back(found == group.end() ? nullptr : &found->second);
            }
        }
    }

    void draw(Rng& rng) {
        std::vector<GroupCounts> sums(m_groups.size());
        for (std::size_t i = 0; i < m_bySubject.size(); ++i) {
            const auto& drawn = m_bySubject[rng.below(m_bySubject.size())];
            for (std::size_t g = 0; g < sums.size(); ++g)
                if (drawn[g] != nullptr)
                    sums[g] += *drawn[g];
        }
        std::vector<std::optional<double>> tpr, fpr;
        for (std::size_t g = 0; g < sums.size(); ++g) {
            tpr.push_back(sums[g].tpr());
            fpr.push_back(sums[g].fpr());
            if (tpr.back())
                m_tpr[g].push_back(*tpr.back());
            if (fpr.back())
                m_fpr[g].push_back(*fpr.back());
        }
        if (const auto gap = gapOf(tpr, fpr))
            m_gaps.push_back(*gap);
    }

    void finish(Audit& audit, double confidence) const {
        bool resampled = true;
        for (std::size_t g = 0; g < audit.groups.size(); ++g) {
            if (audit.groups[g].subjects <
                2) { // the same face over and over has no spread, which says nothing
                resampled = false;
                continue;
            }
            audit.groups[g].tpr = percentiles(m_tpr[g], confidence);
            audit.groups[g].fpr = percentiles(m_fpr[g], confidence);
        }
        if (resampled)
            audit.gapBounds = percentiles(m_gaps, confidence);
    }

private:
    const std::vector<CountsBySubject>& m_groups;
    std::vector<std::vector<const GroupCounts*>> m_bySubject; ///< subject × group, nullptr: not in it
    std::vector<std::vector<double>> m_tpr, m_fpr;
    std::vector<double> m_gaps;
};

void summarise(Audit& audit) {
    std::vector<std::optional<double>> tpr, fpr;
    for (const auto& group : audit.groups) {
        tpr.push_back(group.counts.tpr());
        fpr.push_back(group.counts.fpr());
    }
    const auto t = largest(tpr), f = largest(fpr);
    audit.gap = gapOf(tpr, fpr);
    if (audit.gap) {
        audit.gapIsTpr = t && (!f || t->value >= f->value);
        const auto& widest = audit.gapIsTpr ? *t : *f;
        audit.lowest = audit.groups[widest.low].name;
        audit.highest = audit.groups[widest.high].name;
    }
    for (std::size_t i = 0; i < tpr.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (tpr[i] && tpr[j] && fpr[i] && fpr[j])
                audit.averageOdds = std::max(audit.averageOdds.value_or(0.0),
                                             (std::abs(*tpr[i] - *tpr[j]) + std::abs(*fpr[i] - *fpr[j])) / 2);
}

} // namespace

GroupCounts& GroupCounts::operator+=(const GroupCounts& other) {
    truePositiveFrames += other.truePositiveFrames;
    falsePositiveFrames += other.falsePositiveFrames;
    trueNegativeFrames += other.trueNegativeFrames;
    falseNegativeFrames += other.falseNegativeFrames;
    truths += other.truths;
    found += other.found;
    falseIntervals += other.falseIntervals;
    minutes += other.minutes;
    return *this;
}

std::optional<double> GroupCounts::tpr() const {
    return share(truePositiveFrames, truePositiveFrames + falseNegativeFrames);
}

std::optional<double> GroupCounts::fpr() const {
    return share(falsePositiveFrames, falsePositiveFrames + trueNegativeFrames);
}

std::optional<double> GroupCounts::intervalTpr() const {
    return share(found, truths);
}

std::optional<double> GroupCounts::falseIntervalsPerMinute() const {
    if (!(minutes > 0.0))
        return std::nullopt;
    return static_cast<double>(falseIntervals) / minutes;
}

std::optional<double> GroupCounts::paperRatio() const {
    const auto t = tpr(), f = fpr();
    if (!t || !f || *f == 0.0)
        return std::nullopt;
    return *t / *f;
}

std::vector<std::string> attributesOf(const std::vector<AuditedFilm>& films) {
    std::set<std::string> named;
    for (const auto& film : films)
        for (const auto& [name, value] : film.attributes)
            named.insert(name);
    std::vector<std::string> out{"type", "subject"};
    for (const auto& name : named)
        if (name != "type" && name != "subject")
            out.push_back(name);
    return out;
}

Result<Audit> audit(const std::vector<AuditedFilm>& films, const std::string& attribute,
                    const AuditOptions& options, const JobContext& job) {
    if (const auto known = attributesOf(films); std::ranges::find(known, attribute) == known.end())
        return fail(ErrorCode::InvalidArgument, fmt::format("No film has the attribute \"{}\"; there are {}.",
                                                            attribute, fmt::join(known, ", ")));
    std::map<std::string, CountsBySubject> counts;
    std::map<std::string, std::set<std::string>> filmsOf;
    std::set<std::string> subjects;
    for (const auto& film : films) {
        if (const auto sound = check(film); !sound)
            return Unexpected(sound.error());
        subjects.insert(film.subject);
        for (const auto type : kTypes) {
            const auto counted = countsOf(film, type, options.iou, job);
            if (!counted)
                return fail(ErrorCode::Cancelled, "The audit was cancelled.");
            const auto group = groupOf(film, type, attribute);
            counts[group][film.subject] += *counted;
            filmsOf[group].insert(film.film);
        }
    }

    Audit out;
    out.attribute = attribute;
    std::vector<CountsBySubject> perGroup;
    for (const auto& [name, bySubject] : counts) {
        GroupAudit group{name, std::ssize(bySubject), std::ssize(filmsOf[name]), {}, {}, {}};
        for (const auto& [subject, sum] : bySubject)
            group.counts += sum;
        // Both types were counted over the same film, whose minutes pass once.
        if (attribute != "type")
            group.counts.minutes /= static_cast<double>(kTypes.size());
        out.groups.push_back(std::move(group));
        perGroup.push_back(bySubject);
    }
    summarise(out);

    Bootstrap bootstrap(perGroup, subjects);
    Rng rng(options.seed);
    for (int i = 0; i < options.resamples; ++i) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "The audit was cancelled.");
        bootstrap.draw(rng);
        if (i % 64 == 0)
            job.progress(static_cast<double>(i) / options.resamples, "resampling " + attribute);
    }
    if (options.resamples > 0)
        bootstrap.finish(out, options.confidence);
    return out;
}

} // namespace mien::fairness
