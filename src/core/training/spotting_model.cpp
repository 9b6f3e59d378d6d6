// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/spotting_model.h"

#include "core/training/learnt_from.h"

#include <fmt/format.h>

#include <set>

namespace mien::training {
namespace {

std::string cardOf(const spotting::NetworkModel& model, const TrainedSpotter& trained,
                   const CardFacts& facts) {
    const auto& p = model.provenance;
    std::string card = fmt::format("# {}\n\n{}\n\n", model.name, model.description);
    card += fmt::format("| | |\n|---|---|\n| trained on | {}: {} films of {} subjects, {} expressions |\n",
                        p.data, p.films, p.subjects, p.expressions);
    card +=
        fmt::format("| recipe | {}, seed {}, weights of epoch {} |\n", model.recipe.preset, p.seed, p.epoch);
    card += fmt::format("| command | `{}` |\n| made | {} by {} |\n| licence of the weights | {} |\n\n",
                        p.command, p.made, p.program, model.licence);
    if (!p.metrics.empty()) {
        card += "## Figures\n\n| | |\n|---|---|\n";
        for (const auto& [name, value] : p.metrics)
            card += fmt::format("| {} | {:.3f} |\n", name, value);
        card += "\n";
    }
    card += "## Limits\n\n";
    for (const auto& limit : facts.limits)
        card += "- " + limit + "\n";
    for (const auto& note : trained.notes)
        card += "- " + note + "\n";
    card += "\n## Every option\n\n```\n" + spotting::textOf(model.recipe) + "```\n";
    return card;
}

constexpr std::string_view kCorrectionTitle = "## Correction\n", kComparedTitle = "## Compared later\n";

std::string correctionSection(const spotting::Correction& correction) {
    std::string text = std::string(kCorrectionTitle) +
                       "\nF = P − λ₁ P(null frames) − λ₂ P(masked regions), by head" +
                       (correction.logit ? ", of logits" : "") + ".\n\n| head | λ₁ | λ₂ |\n|---|---|---|\n";
    for (std::size_t head = 0; head < correction.null.size(); ++head)
        if (correction.null[head] > 0.0 || correction.masked[head] > 0.0)
            text += fmt::format("| {} | {:.2f} | {:.2f} |\n", spotting::Correction::kHeadNames[head],
                                correction.null[head], correction.masked[head]);
        else
            text += fmt::format("| {} | 0 | 0 |\n", spotting::Correction::kHeadNames[head]);
    return text + (correction.by.empty() ? "" : "\nFound by: " + correction.by + ".\n") + "\n";
}

/// Puts a section into a card in place of the one of the same title; empty: only takes that away.
void putSection(std::string& card, std::string_view title, const std::string& section) {
    if (const auto begin = card.find(title); begin != std::string::npos) {
        const auto end = card.find("\n## ", begin);
        card.erase(begin, end == std::string::npos ? end : end + 1 - begin);
    }
    if (section.empty())
        return;
    auto place = card.find("## Every option\n"); // the long list stays last
    if (place == std::string::npos) {
        if (!card.empty() && !card.ends_with('\n'))
            card += '\n';
        place = card.size();
    }
    card.insert(place, section);
}

} // namespace

void setCorrection(spotting::ModelFolder& folder, const spotting::Correction& correction) {
    folder.model.correction = correction;
    const auto positive = [](double l) { return l > 0.0; };
    const bool none = correction.by.empty() && std::ranges::none_of(correction.null, positive) &&
                      std::ranges::none_of(correction.masked, positive);
    putSection(folder.card, kCorrectionTitle, none ? std::string() : correctionSection(correction));
}

void setComparison(spotting::ModelFolder& folder, const spotting::Retrained& r) {
    folder.model.provenance.retrained = r;
    auto text = fmt::format("{}\nOn {} people whom neither had learnt from F1 is {:.2f}, that of {} {:.2f}",
                            kComparedTitle, r.people, r.f1, r.old, r.oldF1);
    if (r.low && r.high)
        text += fmt::format(" (difference {:+.2f}, 95 % from {:+.2f} to {:+.2f})", r.f1 - r.oldF1, *r.low,
                            *r.high);
    putSection(folder.card, kComparedTitle, text + ".\n\n");
}

spotting::ModelFolder modelFolder(const TrainedSpotter& trained, const SpottingSet& set,
                                  const SpotterTraining& training, const CardFacts& facts) {
    spotting::ModelFolder out;
    auto& model = out.model;
    model.name = facts.name;
    model.description = facts.description;
    model.licence = facts.licence;
    model.recipe = training.recipe;
    (void)model.recipe.settle(); // it was trained with, so it settles
    model.recipe.proposals = trained.proposals;
    model.normalisation = trained.normalisation;
    model.prior = trained.prior;
    auto& p = model.provenance;
    p.data = facts.data;
    p.command = facts.command;
    p.made = facts.made;
    p.program = facts.program;
    p.seed = facts.seed;
    p.epoch = trained.epoch;
    p.metrics = facts.metrics;
    std::set<std::string> subjects;
    for (const std::size_t i : training.train) {
        subjects.insert(set.films[i].person());
        p.expressions += static_cast<std::int64_t>(set.films[i].expressions.size());
    }
    p.subjects = static_cast<std::int64_t>(subjects.size());
    p.films = static_cast<std::int64_t>(training.train.size());
    auto used = training.train;
    used.insert(used.end(), training.choose.begin(), training.choose.end());
    p.learntFrom = marksOf(set, used, facts.learntBefore);
    p.retrained = facts.retrained;
    if (!training.choose.empty())
        p.metrics["F1 on subjects set aside to choose epoch and thresholds (too kind)"] =
            trained.chosenBy.overall().f1();
    out.weights = trained.weights;
    out.card = cardOf(model, trained, facts);
    return out;
}

} // namespace mien::training
