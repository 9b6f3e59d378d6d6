// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dataset/quality_run.h"
#include "ui/dataset/truth_run.h"

#include <QString>

namespace mien::ui {

/// What a film or an expression in it is judged by.
enum class Figure {
    Onset, ///< measured minus true, frames; so Apex and Offset
    Apex,
    Offset,
    Overlap,   ///< IoU with what the spotter found, 0 where it found nothing
    Landmarks, ///< median distance from the true landmarks, pixels
    Movement,  ///< the same of the movement since the first frame
    Flow,      ///< median error over true length, percent
    Psnr,
    Ssim,
    TotalVariation,
    Brisque
};
inline constexpr std::array kFigures{
    Figure::Onset, Figure::Apex, Figure::Offset, Figure::Overlap,        Figure::Movement, Figure::Landmarks,
    Figure::Flow,  Figure::Psnr, Figure::Ssim,   Figure::TotalVariation, Figure::Brisque};

QString nameOf(Figure figure);    ///< "Onset, frames off"
QString meaningOf(Figure figure); ///< a sentence
int decimalsOf(Figure figure);
bool isWhole(Figure figure); ///< counted in frames
/// Figures of the picture alone: no truth is needed, and others have published means of them.
bool isPicture(Figure figure);

/// One figure of one film, or of one true expression in it.
struct FigureValue {
    std::filesystem::path film;
    std::optional<FrameIndex> onset; ///< of the expression
    double value = 0.0;              ///< signed where it is frames off
};

struct FigureSpread {
    Figure figure = Figure::Onset;
    std::vector<FigureValue> values; ///< worst first
    /// Over the sizes of what is off, signs left aside; meaningless where `values` is empty.
    double mean = 0.0, median = 0.0, worst5 = 0.0; ///< worst5: where the worst twentieth begins
    double lean = 0.0;                             ///< mean with its sign
    struct Published {
        QString dataset;
        double value = 0.0;
    };
    std::vector<Published> published; ///< means that others printed
};

/// Every figure of kFigures in that order, over those of `films` that were measured.
std::vector<FigureSpread> spreadsOf(const std::vector<std::filesystem::path>& films,
                                    const CheckedFilms& checked, const JudgedFilms& judged);

/// How many true expressions were found, and what was found where nothing is.
struct FoundCounts {
    std::int64_t films = 0, expressions = 0, found = 0, unexpected = 0;
    std::int64_t byTable = 0; ///< films whose truth is what the table says
    std::int64_t unknown = 0; ///< films of which nothing is known; they count nowhere else
};
FoundCounts countFound(const std::vector<std::filesystem::path>& films, const CheckedFilms& checked);

} // namespace mien::ui
