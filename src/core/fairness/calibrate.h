// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fairness/audit.h"
#include "core/fairness/counterfactual.h"

#include <functional>
#include <span>

namespace mien::fairness {

/// What the search for λ knows of a film of a training subject. Its prediction should come from a network
/// that never saw the subject: what a network says of its own training films is better than it deserves.
struct CalibrationFilm {
    std::string film, subject;
    std::int64_t frames = 0;
    double fps = 0.0;
    std::map<std::string, std::string> attributes; ///< as in AuditedFilm
    std::vector<TypedInterval> truths;
    /// As debiased() takes them; `masked` may be empty. They must outlive the search.
    std::span<const float> predicted, null, masked;
};

/// What a spotter proposes for film `index` once its probabilities are corrected. Called from several threads
/// at once.
using Propose =
    std::function<std::vector<TypedInterval>(std::size_t index, std::span<const float> corrected)>;

struct CalibrationOptions {
    std::string objective = "f1";
    std::string attribute = "type";  ///< of equalised odds: see audit()
    double f1Loss = 0.02;            ///< equalised odds: F1 may fall by so much below that of λ = 0
    double iou = 0.5;                ///< smallest intersection over union of a found interval
    int folds = 0;                   ///< over subjects; 0: each subject is left out once
    int rounds = 3;                  ///< most passes over all λ
    bool null = true, masked = true; ///< which of the two to look for
    bool logit = false;
    /// The action heads take no part in proposals (guide A4), so nothing could be learned of theirs.
    std::vector<Head> heads{Head::MicroStart, Head::MicroEnd, Head::MicroApex,
                            Head::MacroStart, Head::MacroEnd, Head::MacroApex};

    /// f1: the largest pooled F1. equalised-odds: the smallest gap between the groups of `attribute`.
    static constexpr std::array<std::string_view, 2> kObjectives{"f1", "equalised-odds"};

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.objective, OptionInfo{"objective", "what the correction is to improve", 0, 0, kObjectives});
        v(self.attribute, OptionInfo{"attribute", "groups between which odds are to be equal"});
        v(self.f1Loss, OptionInfo{"f1-loss", "how much F1 may fall for equal odds", 0, 1});
        v(self.iou, OptionInfo{"iou", "smallest intersection over union of a found interval", 0.01, 1});
        v(self.folds, OptionInfo{"folds", "over subjects; 0: each is left out once", 0, 1000});
        v(self.rounds, OptionInfo{"rounds", "most passes over all weights", 1, 20});
        v(self.logit, OptionInfo{"logit", "subtract logits instead of probabilities"});
    }
};

/// 0, 0.05 … 0.5, 0.6 … 1.0 (guide A8).
std::span<const double> lambdaGrid();

/// How a choice of λ fares: on subjects that it was not chosen on.
struct CalibrationScore {
    double f1 = 0.0;                ///< pooled over types and films
    std::optional<double> gap = {}; ///< equalised odds; none where it was not asked for or cannot be said
};

struct Calibration {
    Lambdas lambdas;                ///< chosen on all subjects; all 0 where it did not prove itself
    CalibrationScore before, after; ///< λ = 0, and the λ of each fold on the subjects that were left out
    bool proved = false;            ///< `after` is better than `before`
    std::vector<Lambdas> ofFolds;   ///< how much the choice depends on who is left out
    std::int64_t evaluations = 0;   ///< different λ that were tried
    std::string by;                 ///< how they were found, for the model's card
};

/// λ by coordinate descent over the heads, null before masked: each in turn gets the value of lambdaGrid() at
/// which the objective is best while the others stand still, of equals the smallest, until a round changes
/// nothing. Done once for every fold without its subjects, which are then scored, and once on all. Subjects
/// in folds by their names' order. InvalidArgument: fewer than two subjects, lengths that differ, a film
/// that audit() would refuse, no two groups to compare. Cancelled.
Result<Calibration> calibrate(const std::vector<CalibrationFilm>& films, const CalibrationOptions& options,
                              const Propose& propose, const JobContext& job);

} // namespace mien::fairness
