// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/f1_bounds.h"
#include "core/pipeline/spot_by_network.h"
#include "core/training/spotting_check.h"

namespace mien::training {

/// Where two spotters say different things of a film.
struct Difference {
    enum class Kind : std::uint8_t {
        OnlyFirstFinds,  ///< an expression
        OnlySecondFinds, ///< an expression
        OnlyFirstErrs,   ///< a proposal where nothing is, and the other has none that overlaps it by half
        OnlySecondErrs
    };
    Kind kind = Kind::OnlyFirstFinds;
    FrameInterval where;
    annotation::ExpressionType type = annotation::ExpressionType::Macro;

    bool operator==(const Difference&) const = default;
};

struct ComparedFilm {
    std::int64_t reviewed = 0; ///< id of the film in its project
    std::string name, subject;
    TypedCounts first, second;
    std::vector<Difference> differences; ///< by type, then place
};

/// F1 of two spotters and of their difference (second − first), with 95 % bootstrap intervals over subjects;
/// intervals are absent for fewer than two subjects.
struct ComparedF1 {
    evaluation::SpottingCounts first, second;
    std::optional<evaluation::F1Bounds> firstBounds, secondBounds, differenceBounds;

    double difference() const { return second.f1() - first.f1(); }
};

struct ModelComparison {
    std::vector<ComparedFilm> films;
    int subjects = 0;
    ComparedF1 micro, macro, overall;
    int known = 0;      ///< people left out because one of the two has learnt from them
    bool unseen = true; ///< false: nobody else was there, so they were compared on those people all the same
};

/// What a retrained model keeps of the one that it is to replace (null: the rules), not yet compared.
spotting::Retrained recordOf(const spotting::NetworkModel* old);
/// What it (second) keeps of a comparison with that one (first).
spotting::Retrained recordOf(const ModelComparison& comparison, const spotting::NetworkModel* old);

/// `first` and `second`: what is proposed in each of `films`. What nobody watched is not judged.
ModelComparison compared(std::span<const SpottingFilm* const> films,
                         std::span<const std::vector<annotation::Proposal>> first,
                         std::span<const std::vector<annotation::Proposal>> second, std::uint64_t seed = 0);

/// What a spotter proposes in measured films, as it is used: a model with its λ; null: the rules. Cancelled.
Result<std::vector<std::vector<annotation::Proposal>>> proposedBy(const pipeline::NetworkSpotter* spotter,
                                                                  std::span<const SpottingFilm* const> films,
                                                                  const JobContext& job);

/// Both spotters on the same films: of people whom neither has learnt from, as far as their provenance says;
/// where there are none, of all. Null: the rules.
Result<ModelComparison> compareSpotters(const pipeline::NetworkSpotter* first,
                                        const pipeline::NetworkSpotter* second,
                                        std::span<const SpottingFilm> films, const JobContext& job);

} // namespace mien::training
