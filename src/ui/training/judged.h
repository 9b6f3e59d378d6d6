// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/spotting_folds.h"

namespace mien::ui {

enum class Verdict { Hit, Miss, False };

/// An expression that is there, that was found, or both.
struct Judged {
    Verdict verdict = Verdict::Hit;
    std::string film, subject;
    std::filesystem::path media;
    annotation::ExpressionType type = annotation::ExpressionType::Macro;
    FrameIndex onset;
    std::optional<FrameIndex> offset; ///< unknown only of a miss
    double score = 0.0;               ///< of what was found
};

/// Film by film, in order of frames; as many hits as training::countsIn() counts.
std::vector<Judged> judge(const training::SpottingSet& set, const std::vector<training::FoldFilm>& films);

} // namespace mien::ui
