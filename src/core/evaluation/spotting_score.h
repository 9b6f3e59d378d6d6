// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/event_table.h"
#include "core/base/job_context.h"
#include "core/base/options.h"

#include <array>
#include <vector>

namespace mien::evaluation {

/// How predicted intervals are counted against true ones. The defaults are the rule of the micro-expression
/// grand challenges: IoU >= 0.5 in whole frames, both ends included, every truth found at most once.
struct SpottingScoreOptions {
    double iou = 0.5;                        ///< smallest intersection over union, 0 < iou <= 1
    bool strict = false;                     ///< IoU must exceed the threshold instead of reaching it
    std::string matching = "one-to-one";     ///< see kMatchings
    std::string ends = "inclusive";          ///< see kEnds
    std::string missingOffset = "unmatched"; ///< see kMissingOffsets
    int truthBase = 0;                       ///< number of the first frame in the truth table
    int predBase = 0;                        ///< number of the first frame in the predicted table

    /// one-to-one: as many pairs as possible of one truth and one prediction, none in two pairs (a maximum
    /// matching). pairs: every pair that reaches the threshold is a hit, in the spirit of AUW-GCN's code
    /// before February 2025, where two predictions of one truth were two hits.
    static constexpr std::array<std::string_view, 2> kMatchings{"one-to-one", "pairs"};
    /// exclusive: the offset is the first frame after the event, so lengths are offset - onset.
    static constexpr std::array<std::string_view, 2> kEnds{"inclusive", "exclusive"};
    /// A truth without offset: unmatched leaves it in the denominator, never found (44 rows of CAS(ME)²);
    /// apex ends it at its apex (as SOFTNet does).
    static constexpr std::array<std::string_view, 2> kMissingOffsets{"unmatched", "apex"};

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.iou, OptionInfo{"iou", "smallest intersection over union of a hit", 0.0, 1.0});
        v(self.strict, OptionInfo{"strict", "the overlap must exceed the threshold, not only reach it"});
        v(self.matching, OptionInfo{"matching", "how predictions are paired with truths", 0, 0, kMatchings});
        v(self.ends, OptionInfo{"ends", "whether the offset belongs to the event", 0, 0, kEnds});
        v(self.missingOffset,
          OptionInfo{"missing-offset", "what becomes of a truth without offset", 0, 0, kMissingOffsets});
        v(self.truthBase, OptionInfo{"truth-base", "number of the first frame in the truth table", 0, 1});
        v(self.predBase, OptionInfo{"pred-base", "number of the first frame in the predicted table", 0, 1});
    }
    Result<void> validate() const;
};

/// Pooled counts. tp + fp is the number of predictions and tp + fn that of truths, except with `pairs`, where
/// tp counts pairs, fp predictions in no pair and fn truths in no pair.
struct SpottingCounts {
    std::int64_t tp = 0;
    std::int64_t fp = 0;
    std::int64_t fn = 0;

    double precision() const; ///< 0 where nothing was predicted
    double recall() const;    ///< 0 where nothing was there
    double f1() const;        ///< 2 tp / (2 tp + fp + fn), 0 where that is 0 / 0
    SpottingCounts& operator+=(const SpottingCounts& other);
    bool operator==(const SpottingCounts&) const = default;
};

struct SpottingScore {
    SpottingCounts macro;
    SpottingCounts micro;
    std::int64_t truthsWithoutOffset = 0;
    std::vector<std::string> videosOnlyPredicted; ///< films of the predictions that the truth does not name

    SpottingCounts overall() const;
};

/// Counts per film and type and adds up over all films. Rows of both tables must be well formed: a dropped
/// row or a prediction without offset is an error with file and line. The order of rows does not matter; a
/// film may be named with its extension in one table and without it in the other.
Result<SpottingScore> scoreSpotting(const annotation::EventTable& truth,
                                    const annotation::EventTable& predicted,
                                    const SpottingScoreOptions& options, const JobContext& job);

} // namespace mien::evaluation
