// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/spotting_check.h"

#include "core/evaluation/interval_matching.h"
#include "core/pipeline/spot_by_network.h"

#include <cmath>

namespace mien::training {
namespace {

using annotation::ExpressionType;

evaluation::SpottingCounts countsOfType(std::span<const spotting::KnownExpression> truths,
                                        std::span<const annotation::Proposal> proposals, ExpressionType type,
                                        double iou) {
    std::vector<evaluation::HalfOpen> known, found;
    std::int64_t all = 0;
    for (const auto& truth : truths)
        if (truth.type == type) {
            ++all;
            if (truth.offset)
                known.push_back({truth.onset.value, truth.offset->value + 1});
        }
    for (const auto& proposal : proposals)
        if (proposal.type == type && proposal.looksLike.empty())
            found.push_back({proposal.onset.value, proposal.offset.value + 1});
    const auto predictions = static_cast<std::int64_t>(found.size());
    const evaluation::HitTable table(std::move(known), std::move(found), {iou, false});
    const std::int64_t hits = table.maximumMatching({}).value_or(0);
    return {hits, predictions - hits, all - hits};
}

} // namespace

Result<spotting::FrameProbabilities> outputsOf(const nn::SpottingNetwork& network,
                                               const spotting::NetworkInput& film,
                                               const spotting::Normalisation& normalisation,
                                               const pipeline::PassGraphs& graphs) {
    const auto logits = pipeline::passOver(network, film, normalisation, graphs, {});
    if (!logits)
        return Unexpected(logits.error());
    return spotting::probabilitiesOf(*logits);
}

std::vector<annotation::Proposal> proposalsIn(const SpottingFilm& film,
                                              const spotting::FrameProbabilities& outputs,
                                              const spotting::ProposalOptions& options,
                                              std::string_view spotter) {
    return pipeline::describedProposals(outputs, film.input, film.series, options, spotter);
}

evaluation::SpottingCounts TypedCounts::overall() const {
    auto all = micro;
    all += macro;
    return all;
}

TypedCounts& TypedCounts::operator+=(const TypedCounts& other) {
    micro += other.micro;
    macro += other.macro;
    return *this;
}

TypedCounts countsOf(std::span<const spotting::KnownExpression> truths,
                     std::span<const annotation::Proposal> proposals, double iou) {
    return {countsOfType(truths, proposals, ExpressionType::Micro, iou),
            countsOfType(truths, proposals, ExpressionType::Macro, iou)};
}

std::vector<annotation::Proposal> judgedIn(const SpottingFilm& film,
                                           std::span<const annotation::Proposal> proposals) {
    std::vector<annotation::Proposal> judged;
    for (const auto& p : proposals) {
        std::int64_t watched = film.watched.empty() ? p.interval().lengthFrames() : 0;
        for (const auto& stretch : film.watched)
            watched += stretch.overlapFrames(p.interval());
        if (2 * watched >= p.interval().lengthFrames())
            judged.push_back(p);
    }
    return judged;
}

TypedCounts countsIn(const SpottingFilm& film, std::span<const annotation::Proposal> proposals, double iou) {
    return countsOf(film.expressions, judgedIn(film, proposals), iou);
}

TunedCheck checkFilms(std::span<const SpottedFilm> films, const spotting::ProposalOptions& options,
                      bool tune) {
    const auto counted = [&](const spotting::ProposalOptions& tried) {
        TypedCounts counts;
        for (const auto& spotted : films)
            counts += countsIn(*spotted.film, proposalsIn(*spotted.film, spotted.outputs, tried, "check"));
        return counts;
    };
    TunedCheck best{options, counted(options)};
    if (!tune)
        return best;
    // Both types at once: neither's proposals depend on the other's threshold.
    best.options.microApex = best.options.macroApex = 0.5;
    best.counts = counted(best.options);
    const auto nearer = [](double a, double b) { return std::abs(a - 0.5) < std::abs(b - 0.5); };
    for (int step = 1; step <= 19; ++step) {
        auto tried = best.options;
        tried.microApex = tried.macroApex = 0.05 * step;
        const auto counts = counted(tried);
        const auto take = [&](evaluation::SpottingCounts TypedCounts::*type,
                              double spotting::ProposalOptions::*at) {
            const double now = (counts.*type).f1(), before = (best.counts.*type).f1();
            if (now > before || (now == before && nearer(tried.*at, best.options.*at))) {
                best.options.*at = tried.*at;
                best.counts.*type = counts.*type;
            }
        };
        take(&TypedCounts::micro, &spotting::ProposalOptions::microApex);
        take(&TypedCounts::macro, &spotting::ProposalOptions::macroApex);
    }
    return best;
}

} // namespace mien::training
