// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fairness/calibrate.h"

#include "core/base/parallel.h"
#include "core/fairness/film_counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <set>

namespace mien::fairness {
namespace {

using annotation::ExpressionType;
constexpr std::array kTypes{ExpressionType::Macro, ExpressionType::Micro};
constexpr std::size_t kLambdas = 2 * kHeads; // null of all heads, then masked

/// λ as places in the grid: what the search compares and remembers.
using Choice = std::array<std::uint8_t, kLambdas>;
using Outcome = std::vector<std::array<GroupCounts, kTypes.size()>>; ///< of each film
using Films = std::vector<std::size_t>;

Lambdas lambdasOf(const Choice& choice, bool logit) {
    Lambdas l;
    l.logit = logit;
    for (std::size_t h = 0; h < kHeads; ++h) {
        l.null[h] = lambdaGrid()[choice[h]];
        l.masked[h] = lambdaGrid()[choice[kHeads + h]];
    }
    return l;
}

/// Scores choices and remembers them: folds differ by few films, so they ask for mostly the same ones.
class Scorer {
public:
    Scorer(const std::vector<CalibrationFilm>& films, const CalibrationOptions& options,
           const Propose& propose, const JobContext& job)
        : m_films(films), m_options(options), m_propose(propose), m_job{job.stop, {}, job.threads} {
        for (const CalibrationFilm& film : films)
            m_audited.push_back(
                {film.film, film.subject, film.frames, film.fps, film.attributes, film.truths, {}});
    }

    /// Nothing when cancelled or failed.
    const Outcome* outcome(const Choice& choice) {
        if (const auto known = m_known.find(choice); known != m_known.end())
            return &known->second;
        const Lambdas lambdas = lambdasOf(choice, m_options.logit);
        Outcome outcome(m_films.size());
        std::mutex mutex;
        parallelFor(m_films.size(), m_job, [&](std::size_t i) {
            const CalibrationFilm& film = m_films[i];
            const auto corrected = debiased(film.predicted, film.null, film.masked, lambdas);
            AuditedFilm audited = m_audited[i];
            if (corrected)
                audited.predictions = m_propose(i, *corrected);
            for (std::size_t t = 0; corrected && t < kTypes.size(); ++t)
                if (const auto counts = countsOf(audited, kTypes[t], m_options.iou, m_job))
                    outcome[i][t] = *counts;
            if (!corrected) {
                const std::lock_guard lock(mutex);
                m_failure = Error{corrected.error().code, corrected.error().message, film.film};
            }
        });
        if (m_failure || m_job.cancelled())
            return nullptr;
        return &m_known.emplace(choice, std::move(outcome)).first->second;
    }

    /// Films may have been corrected by different choices: those of a fold by the fold's.
    CalibrationScore score(const Films& films,
                           const std::function<const Outcome&(std::size_t film)>& outcomeOf) const {
        GroupCounts all;
        std::map<std::string, GroupCounts> groups;
        for (const std::size_t i : films)
            for (std::size_t t = 0; t < kTypes.size(); ++t) {
                const GroupCounts& counts = outcomeOf(i)[i][t];
                all += counts;
                if (equalOdds())
                    groups[groupOf(m_audited[i], kTypes[t], m_options.attribute)] += counts;
            }
        CalibrationScore score;
        const std::int64_t both = all.truths + all.found + all.falseIntervals; // 2 tp + fp + fn
        score.f1 = both > 0 ? 2.0 * static_cast<double>(all.found) / static_cast<double>(both) : 0.0;
        std::vector<std::optional<double>> tpr, fpr;
        for (const auto& [name, counts] : groups) {
            tpr.push_back(counts.tpr());
            fpr.push_back(counts.fpr());
        }
        if (equalOdds())
            score.gap = gapOf(tpr, fpr);
        return score;
    }

    bool equalOdds() const { return m_options.objective != "f1"; }
    /// Larger is better; −∞ where F1 fell too far.
    double worth(const CalibrationScore& score, double f1Before) const {
        if (!equalOdds())
            return score.f1;
        if (!score.gap || score.f1 < f1Before - m_options.f1Loss)
            return -std::numeric_limits<double>::infinity();
        return -*score.gap;
    }
    std::int64_t tried() const { return std::ssize(m_known); }
    Unexpected failure() const { return m_failure ? Unexpected(*m_failure) : cancelled(); }

private:
    const std::vector<CalibrationFilm>& m_films;
    const CalibrationOptions& m_options;
    const Propose& m_propose;
    JobContext m_job;
    std::vector<AuditedFilm> m_audited;
    std::map<Choice, Outcome> m_known;
    std::optional<Error> m_failure;
};

/// The places of a choice that are looked for.
std::vector<std::size_t> coordinates(const std::vector<CalibrationFilm>& films,
                                     const CalibrationOptions& options) {
    std::vector<std::size_t> places;
    const bool anyMasked = std::ranges::any_of(films, [](const auto& f) { return !f.masked.empty(); });
    for (const Head head : options.heads) {
        if (options.null)
            places.push_back(static_cast<std::size_t>(head));
        if (options.masked && anyMasked)
            places.push_back(kHeads + static_cast<std::size_t>(head));
    }
    return places;
}

/// Nothing when cancelled or failed.
std::optional<Choice> search(Scorer& scorer, const Films& films, const std::vector<std::size_t>& places,
                             int rounds) {
    const auto worthOf = [&](const Choice& choice, double f1Before) -> std::optional<double> {
        const Outcome* outcome = scorer.outcome(choice);
        if (outcome == nullptr)
            return std::nullopt;
        return scorer.worth(scorer.score(films, [&](std::size_t) -> const Outcome& { return *outcome; }),
                            f1Before);
    };
    Choice best{};
    const Outcome* plain = scorer.outcome(best);
    if (plain == nullptr)
        return std::nullopt;
    const double f1Before = scorer.score(films, [&](std::size_t) -> const Outcome& { return *plain; }).f1;
    for (int round = 0; round < rounds; ++round) {
        const Choice before = best;
        for (const std::size_t place : places) {
            double worth = -std::numeric_limits<double>::infinity();
            Choice tried = best;
            for (std::size_t g = 0; g < lambdaGrid().size(); ++g) {
                tried[place] = static_cast<std::uint8_t>(g);
                const auto here = worthOf(tried, f1Before);
                if (!here)
                    return std::nullopt;
                if (g == 0 || *here > worth + 1e-12) {
                    worth = *here;
                    best[place] = tried[place];
                }
            }
        }
        if (best == before)
            break;
    }
    return best;
}

Result<void> check(const std::vector<CalibrationFilm>& films, const CalibrationOptions& options,
                   std::size_t subjects) {
    if (subjects < 2)
        return fail(ErrorCode::InvalidArgument,
                    "The weights λ can only be looked for with films of two subjects or more.");
    if (std::ranges::find(CalibrationOptions::kObjectives, options.objective) ==
        CalibrationOptions::kObjectives.end())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("There is no objective “{}”.", options.objective));
    for (const CalibrationFilm& film : films) {
        if (film.frames <= 0 || !(film.fps > 0.0) || film.subject.empty())
            return fail(ErrorCode::InvalidArgument, "The film lacks its length, frame rate or subject.",
                        film.film);
        if (film.predicted.size() % 10 != 0 || (options.null && film.null.size() != film.predicted.size()))
            return fail(ErrorCode::InvalidArgument, "Prediction and counterfactuals differ in length.",
                        film.film);
    }
    return {};
}

} // namespace

std::span<const double> lambdaGrid() {
    static constexpr std::array kGrid{0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35,
                                      0.4, 0.45, 0.5, 0.6,  0.7, 0.8,  0.9, 1.0};
    return kGrid;
}

Result<Calibration> calibrate(const std::vector<CalibrationFilm>& films, const CalibrationOptions& options,
                              const Propose& propose, const JobContext& job) {
    std::set<std::string> names;
    for (const CalibrationFilm& film : films)
        names.insert(film.subject);
    if (auto ok = check(films, options, names.size()); !ok)
        return Unexpected(ok.error());
    const std::vector<std::string> subjects(names.begin(), names.end());
    const std::size_t folds =
        options.folds > 0
            ? std::clamp<std::size_t>(static_cast<std::size_t>(options.folds), 2, subjects.size())
            : subjects.size();
    Films all;
    std::vector<std::size_t> foldOf;
    for (std::size_t i = 0; i < films.size(); ++i) {
        all.push_back(i);
        const auto at = std::ranges::lower_bound(subjects, films[i].subject) - subjects.begin();
        foldOf.push_back(static_cast<std::size_t>(at) % folds);
    }
    Scorer scorer(films, options, propose, job);
    const auto places = coordinates(films, options);
    Calibration out;
    std::vector<const Outcome*> held(folds);
    std::optional<Choice> chosen;
    for (std::size_t fold = 0; fold <= folds; ++fold) { // the last one leaves nobody out
        Films others;
        std::ranges::copy_if(all, std::back_inserter(others),
                             [&](std::size_t i) { return foldOf[i] != fold; });
        chosen = search(scorer, others, places, options.rounds);
        if (!chosen)
            return scorer.failure();
        if (fold < folds) {
            held[fold] = scorer.outcome(*chosen);
            out.ofFolds.push_back(lambdasOf(*chosen, options.logit));
        }
        job.progress(static_cast<double>(fold + 1) / static_cast<double>(folds + 1),
                     fmt::format("Looking for λ: fold {} of {}", std::min(fold + 1, folds), folds));
    }
    const Outcome* plain = scorer.outcome({});
    if (plain == nullptr)
        return scorer.failure();
    out.before = scorer.score(all, [&](std::size_t) -> const Outcome& { return *plain; });
    out.after = scorer.score(all, [&](std::size_t i) -> const Outcome& { return *held[foldOf[i]]; });
    if (scorer.equalOdds() && !out.before.gap)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Odds cannot be compared by “{}”: fewer than two groups have expressions.",
                                options.attribute));
    out.proved = scorer.worth(out.after, out.before.f1) > scorer.worth(out.before, out.before.f1) + 1e-12;
    if (out.proved)
        out.lambdas = lambdasOf(*chosen, options.logit);
    out.evaluations = scorer.tried();
    out.by =
        fmt::format("inner cross-validation over {} subjects in {} folds, for {}", subjects.size(), folds,
                    scorer.equalOdds() ? fmt::format("equalised odds by {}", options.attribute)
                                       : std::string("pooled F1"));
    return out;
}

} // namespace mien::fairness
