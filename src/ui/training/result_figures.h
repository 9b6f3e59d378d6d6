// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/judged.h"

#include <array>

namespace mien::ui {

/// What became of what: rows are what is true, columns what was found. Micro, macro, nothing.
struct Confusion {
    std::array<std::array<std::int64_t, 3>, 3> counts{}; ///< [nothing][nothing] is not counted
    static constexpr std::size_t kNothing = 2;
};
/// The diagonal holds the hits of the score. A miss that a false finding of the other type overlaps by half
/// is a confusion, each at most once.
Confusion confusionOf(const std::vector<Judged>& judged);

/// Precision and recall of one type as proposals below a rising score are dropped.
struct ScorePoint {
    double threshold = 0.0, recall = 0.0, precision = 0.0;
};
struct ScoreCurve {
    std::string spotter;
    annotation::ExpressionType type = annotation::ExpressionType::Macro;
    std::vector<ScorePoint> points; ///< by rising threshold, at most kMostPoints
    static constexpr std::size_t kMostPoints = 60;
};
/// Begins at what the spotter proposes: nothing is known of proposals that it withheld. Empty where it made
/// none of the type, or none is true.
ScoreCurve scoreCurve(const std::string& spotter, annotation::ExpressionType type,
                      const training::SpottingSet& set, const std::vector<training::FoldFilm>& films);

} // namespace mien::ui
