// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/judged.h"

#include "ui/training/interval_pairing.h"

namespace mien::ui {
namespace {

using evaluation::HalfOpen;

void judgeFilm(const training::SpottingFilm& film, const std::vector<annotation::Proposal>& proposals,
               annotation::ExpressionType type, std::vector<Judged>& out) {
    std::vector<std::optional<HalfOpen>> known;
    std::vector<const spotting::KnownExpression*> truths;
    for (const auto& truth : film.expressions)
        if (truth.type == type) {
            truths.push_back(&truth);
            known.push_back(truth.offset ? std::optional(HalfOpen{truth.onset.value, truth.offset->value + 1})
                                         : std::nullopt);
        }
    std::vector<HalfOpen> found;
    std::vector<const annotation::Proposal*> findings;
    for (const auto& proposal : proposals)
        if (proposal.type == type && proposal.looksLike.empty()) {
            findings.push_back(&proposal);
            found.push_back({proposal.onset.value, proposal.offset.value + 1});
        }
    const IntervalPairing pairing(std::move(known), std::move(found));
    std::vector<bool> hit(truths.size(), false);
    for (std::size_t f = 0; f < findings.size(); ++f) {
        const int truth = pairing.truthOf(f);
        if (truth >= 0)
            hit[static_cast<std::size_t>(truth)] = true;
        out.push_back({truth >= 0 ? Verdict::Hit : Verdict::False, film.name, film.subject, film.media, type,
                       findings[f]->onset, findings[f]->offset, findings[f]->score});
    }
    for (std::size_t t = 0; t < truths.size(); ++t)
        if (!hit[t])
            out.push_back({Verdict::Miss, film.name, film.subject, film.media, type, truths[t]->onset,
                           truths[t]->offset, 0.0});
}

} // namespace

std::vector<Judged> judge(const training::SpottingSet& set, const std::vector<training::FoldFilm>& films) {
    std::vector<Judged> out;
    for (const auto& tried : films) {
        const auto film = std::ranges::find_if(set.films, [&](const training::SpottingFilm& one) {
            return one.name == tried.name && one.subject == tried.subject;
        });
        if (film == set.films.end())
            continue;
        const auto found = training::judgedIn(*film, tried.proposals);
        const auto begin = static_cast<std::ptrdiff_t>(out.size());
        for (const auto type : {annotation::ExpressionType::Micro, annotation::ExpressionType::Macro})
            judgeFilm(*film, found, type, out);
        std::stable_sort(out.begin() + begin, out.end(),
                         [](const Judged& a, const Judged& b) { return a.onset < b.onset; });
    }
    return out;
}

} // namespace mien::ui
