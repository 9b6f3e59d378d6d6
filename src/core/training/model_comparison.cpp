// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/model_comparison.h"

#include "core/dataset/splits.h"
#include "core/spotting/rules.h"
#include "core/training/learnt_from.h"

#include <fmt/format.h>

namespace mien::training {
namespace {

using annotation::ExpressionType;
using annotation::Proposal;
using Counts = evaluation::SpottingCounts;

constexpr double kHit = 0.5; ///< IoU of a hit, as countsOf()

/// The proposals of one type that are judged in a film.
std::vector<Proposal> judged(const SpottingFilm& film, const std::vector<Proposal>& all,
                             ExpressionType type) {
    auto some = judgedIn(film, all);
    std::erase_if(some, [&](const Proposal& p) { return p.type != type || !p.looksLike.empty(); });
    return some;
}

bool anyHits(const std::vector<Proposal>& proposals, FrameInterval span) {
    return std::ranges::any_of(proposals, [&](const Proposal& p) { return p.interval().iou(span) >= kHit; });
}

std::vector<Difference> differencesIn(const SpottingFilm& film, const std::vector<Proposal>& first,
                                      const std::vector<Proposal>& second) {
    using Kind = Difference::Kind;
    std::vector<Difference> out;
    for (const auto type : {ExpressionType::Micro, ExpressionType::Macro}) {
        const auto a = judged(film, first, type), b = judged(film, second, type);
        std::vector<Difference> here;
        std::vector<FrameInterval> truths;
        for (const auto& e : film.expressions)
            if (e.type == type && e.offset)
                truths.push_back({e.onset, *e.offset});
        for (const auto& truth : truths)
            if (const bool one = anyHits(a, truth); one != anyHits(b, truth))
                here.push_back({one ? Kind::OnlyFirstFinds : Kind::OnlySecondFinds, truth, type});
        const auto errs = [&](const std::vector<Proposal>& mine, const std::vector<Proposal>& other,
                              Kind kind) {
            for (const auto& p : mine)
                if (std::ranges::none_of(truths, [&](auto t) { return t.iou(p.interval()) >= kHit; }) &&
                    !anyHits(other, p.interval()))
                    here.push_back({kind, p.interval(), type});
        };
        errs(a, b, Kind::OnlyFirstErrs);
        errs(b, a, Kind::OnlySecondErrs);
        std::ranges::stable_sort(here, {}, [](const Difference& d) { return d.where.first; });
        out.insert(out.end(), here.begin(), here.end());
    }
    return out;
}

ComparedF1 scored(std::span<const Counts> first, std::span<const Counts> second, std::uint64_t seed) {
    ComparedF1 out;
    for (const auto& counts : first)
        out.first += counts;
    for (const auto& counts : second)
        out.second += counts;
    out.firstBounds = evaluation::f1Bounds(first, 1000, seed);
    out.secondBounds = evaluation::f1Bounds(second, 1000, seed);
    out.differenceBounds = evaluation::f1DifferenceBounds(first, second, 1000, seed);
    return out;
}

} // namespace

ModelComparison compared(std::span<const SpottingFilm* const> films,
                         std::span<const std::vector<Proposal>> first,
                         std::span<const std::vector<Proposal>> second, std::uint64_t seed) {
    ModelComparison out;
    std::vector<std::string> people;
    std::vector<TypedCounts> ofFirst, ofSecond;
    for (std::size_t i = 0; i < films.size(); ++i) {
        const auto& film = *films[i];
        ComparedFilm one{film.reviewed,
                         film.name,
                         film.subject,
                         countsIn(film, first[i]),
                         countsIn(film, second[i]),
                         differencesIn(film, first[i], second[i])};
        const auto person = dataset::subjectKey(film.subject);
        const auto at = static_cast<std::size_t>(std::ranges::find(people, person) - people.begin());
        if (at == people.size()) {
            people.push_back(person);
            ofFirst.emplace_back();
            ofSecond.emplace_back();
        }
        ofFirst[at] += one.first;
        ofSecond[at] += one.second;
        out.films.push_back(std::move(one));
    }
    out.subjects = static_cast<int>(people.size());
    const auto of = [&](auto&& part) {
        std::vector<Counts> a, b;
        for (std::size_t i = 0; i < people.size(); ++i) {
            a.push_back(part(ofFirst[i]));
            b.push_back(part(ofSecond[i]));
        }
        return scored(a, b, seed);
    };
    out.micro = of([](const TypedCounts& c) { return c.micro; });
    out.macro = of([](const TypedCounts& c) { return c.macro; });
    out.overall = of([](const TypedCounts& c) { return c.overall(); });
    return out;
}

spotting::Retrained recordOf(const spotting::NetworkModel* old) {
    spotting::Retrained out;
    out.old = old ? old->name : std::string(spotting::kRulesName);
    out.oldWeights = old ? old->weightsSha256 : std::string();
    return out;
}

spotting::Retrained recordOf(const ModelComparison& comparison, const spotting::NetworkModel* old) {
    const auto& o = comparison.overall;
    auto out = recordOf(old);
    out.people = comparison.subjects;
    out.f1 = o.second.f1();
    out.oldF1 = o.first.f1();
    if (o.differenceBounds) {
        out.low = o.differenceBounds->low;
        out.high = o.differenceBounds->high;
    }
    return out;
}

Result<std::vector<std::vector<Proposal>>> proposedBy(const pipeline::NetworkSpotter* spotter,
                                                      std::span<const SpottingFilm* const> films,
                                                      const JobContext& job) {
    std::vector<std::vector<Proposal>> out;
    for (const auto* film : films) {
        if (job.cancelled())
            return cancelled();
        job.progress(static_cast<double>(out.size()) / static_cast<double>(films.size()),
                     fmt::format("spotting in {}", film->name));
        const JobContext quiet{job.stop, {}, job.threads};
        if (!spotter) {
            auto found = spotting::spotByRules(film->series, {}, quiet);
            if (!found)
                return Unexpected(std::move(found).error());
            out.push_back(*std::move(found));
            continue;
        }
        auto found = pipeline::spotByNetwork(*spotter, film->series, {}, quiet);
        if (!found)
            return Unexpected(std::move(found).error());
        out.push_back(std::move(found->result.proposals));
    }
    return out;
}

Result<ModelComparison> compareSpotters(const pipeline::NetworkSpotter* first,
                                        const pipeline::NetworkSpotter* second,
                                        std::span<const SpottingFilm> films, const JobContext& job) {
    std::set<std::string> known, people;
    for (const auto* spotter : {first, second})
        if (spotter)
            known.merge(knownPeople(films, spotter->model().provenance.learntFrom));
    for (const auto& film : films)
        people.insert(dataset::subjectKey(film.subject));
    const bool unseen = known.size() < people.size();
    std::vector<const SpottingFilm*> all;
    for (const auto& film : films)
        if (!unseen || !known.contains(dataset::subjectKey(film.subject)))
            all.push_back(&film);
    const auto half = [&](double from) {
        JobContext part = job;
        part.onProgress = [&job, from](double fraction, std::string_view text) {
            job.progress(from + 0.5 * fraction, text);
        };
        return part;
    };
    const auto a = proposedBy(first, all, half(0.0));
    if (!a)
        return Unexpected(a.error());
    const auto b = proposedBy(second, all, half(0.5));
    if (!b)
        return Unexpected(b.error());
    auto out = compared(all, *a, *b);
    out.known = static_cast<int>(known.size());
    out.unseen = unseen;
    return out;
}

} // namespace mien::training
