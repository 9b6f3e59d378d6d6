// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/result_figures.h"

#include "ui/training/interval_pairing.h"

#include <map>

namespace mien::ui {
namespace {

using annotation::ExpressionType;
using evaluation::HalfOpen;

std::size_t indexOf(ExpressionType type) {
    return type == ExpressionType::Micro ? 0 : 1;
}

/// What was missed as one type and found as the other, of one film.
void confuse(const std::vector<const Judged*>& missed, const std::vector<const Judged*>& wrong,
             ExpressionType truth, Confusion& out) {
    std::vector<std::optional<HalfOpen>> truths;
    std::vector<HalfOpen> found;
    for (const Judged* one : missed)
        if (one->type == truth)
            truths.push_back(one->offset ? std::optional(HalfOpen{one->onset.value, one->offset->value + 1})
                                         : std::nullopt);
    for (const Judged* one : wrong)
        if (one->type != truth)
            found.push_back({one->onset.value, one->offset->value + 1});
    const auto alone = static_cast<std::int64_t>(truths.size());
    const auto others = static_cast<std::int64_t>(found.size());
    const IntervalPairing pairing(std::move(truths), std::move(found));
    std::int64_t pairs = 0;
    for (std::int64_t f = 0; f < others; ++f)
        pairs += pairing.truthOf(static_cast<std::size_t>(f)) >= 0 ? 1 : 0;
    const std::size_t row = indexOf(truth), other = 1 - row;
    out.counts[row][other] += pairs;
    out.counts[row][Confusion::kNothing] += alone - pairs;
    out.counts[Confusion::kNothing][other] += others - pairs;
}

} // namespace

Confusion confusionOf(const std::vector<Judged>& judged) {
    Confusion out;
    struct Film {
        std::vector<const Judged*> missed, wrong;
    };
    std::map<std::pair<std::string, std::string>, Film> films;
    for (const auto& one : judged) {
        auto& film = films[{one.subject, one.film}];
        if (one.verdict == Verdict::Hit)
            ++out.counts[indexOf(one.type)][indexOf(one.type)];
        else
            (one.verdict == Verdict::Miss ? film.missed : film.wrong).push_back(&one);
    }
    for (const auto& [name, film] : films)
        for (const auto type : {ExpressionType::Micro, ExpressionType::Macro})
            confuse(film.missed, film.wrong, type, out);
    return out;
}

ScoreCurve scoreCurve(const std::string& spotter, ExpressionType type, const training::SpottingSet& set,
                      const std::vector<training::FoldFilm>& films) {
    ScoreCurve out{spotter, type, {}};
    std::vector<double> scores;
    for (const auto& film : films)
        for (const auto& proposal : film.proposals)
            if (proposal.type == type && proposal.looksLike.empty())
                scores.push_back(proposal.score);
    std::ranges::sort(scores);
    scores.erase(std::unique(scores.begin(), scores.end()), scores.end());
    const std::size_t points = std::min(scores.size(), ScoreCurve::kMostPoints);
    for (std::size_t p = 0; p < points; ++p) {
        const double threshold = scores[p * scores.size() / points];
        evaluation::SpottingCounts counts;
        for (const auto& film : films) {
            const auto known = std::ranges::find_if(set.films, [&](const training::SpottingFilm& one) {
                return one.name == film.name && one.subject == film.subject;
            });
            if (known == set.films.end())
                continue;
            auto kept = film.proposals;
            std::erase_if(kept, [&](const annotation::Proposal& one) { return one.score < threshold; });
            const auto typed = training::countsIn(*known, kept);
            counts += type == ExpressionType::Micro ? typed.micro : typed.macro;
        }
        if (counts.tp + counts.fn > 0)
            out.points.push_back({threshold, counts.recall(), counts.precision()});
    }
    return out;
}

} // namespace mien::ui
