// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analyse.h"
#include "core/synthesis/truth_files.h"

namespace mien::pipeline {

/// A true event and what the spotter found of it.
struct EventCheck {
    annotation::TableEvent truth;
    std::optional<annotation::Proposal> measured; ///< absent: missed
    double iou = 0.0;                             ///< 0 where missed

    /// Measured minus true, frames; absent where missed or the truth does not say.
    std::optional<std::int64_t> onsetError() const;
    std::optional<std::int64_t> apexError() const;
    std::optional<std::int64_t> offsetError() const;
};

/// Of many errors, pixels of the film.
struct ErrorSpread {
    double medianPx = 0.0;
    double p95Px = 0.0;
};

/// Measured landmarks against true ones: the median over a frame's 68 points, then over the frames.
struct LandmarkCheck {
    std::int64_t frames = 0;
    ErrorSpread position; ///< includes what two landmark schemes disagree about
    /// Of the displacement since the first frame with a face: what expressions are measured by.
    ErrorSpread movement;
    double eyeDistancePx = 0.0; ///< true, in that first frame
};

/// Flow from the onset to the apex of every event against the true movement, where that is at least
/// kMovingPx.
struct FlowCheck {
    /// True: at the pixels of the face that lie on a grid of kGrid to kGrid × 2 a side, against the
    /// generator's exact flow. False: at the moving landmarks (brows to mouth), the only pixels whose truth
    /// is known where the generator has no exact flow or what the film was made from is not there.
    bool dense = false;
    std::int64_t points = 0;
    ErrorSpread error;
    double trueMedianPx = 0.0;        ///< median length of the true movements
    double medianRelativeError = 0.0; ///< median of error over true length
    static constexpr double kMovingPx = 0.5;
    static constexpr int kGrid = 96;
};

/// What picture-quality figures miss: whether the film shows what it was made to show.
struct TruthCheck {
    std::vector<EventCheck> events;
    std::int64_t unexpected = 0; ///< expressions found that overlap no true one
    double scorableFraction = 0.0;
    std::optional<LandmarkCheck> landmarks;
    std::optional<FlowCheck> flow;
};

/// Truth tables have one row an action unit; the rows that overlap in time are one expression: from the
/// earliest onset to the latest offset, with the apex of its strongest unit (of several, the middle one).
std::vector<annotation::TableEvent> expressionsOf(std::vector<annotation::TableEvent> events);

/// Analyses the film and compares its expressions. Corrupt where the truth is about more or fewer frames than
/// the film has.
Result<TruthCheck> checkAgainstTruth(const std::filesystem::path& film, const synthesis::TruthFiles& truth,
                                     const AnalyseOptions& options, const JobContext& job);

/// Pairs every true event with the overlapping proposal of greatest IoU, none used twice, best pairs first.
/// Look-alikes are left out. Events without offset are paired by their apex or onset alone.
std::vector<EventCheck> pairEvents(const std::vector<annotation::TableEvent>& truths,
                                   const std::vector<annotation::Proposal>& proposals);

} // namespace mien::pipeline
