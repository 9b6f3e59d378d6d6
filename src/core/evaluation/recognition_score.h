// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/csv.h"

#include <string>
#include <vector>

namespace mien::evaluation {

struct ClassScore {
    std::string name;
    std::int64_t support = 0;   ///< how many truths are of this class
    std::int64_t predicted = 0; ///< how many predictions are
    std::int64_t correct = 0;

    double precision() const;
    double recall() const;
    double f1() const;
};

/// Scores of a classification; means over classes take the classes that occur in the truth.
struct RecognitionScore {
    std::int64_t n = 0;
    std::vector<ClassScore> classes;                  ///< by name; all classes of either table
    std::vector<std::vector<std::int64_t>> confusion; ///< [true class][predicted class]

    double accuracy() const;
    double uf1() const; ///< unweighted mean of the classes' F1
    double uar() const; ///< unweighted mean of the classes' recall
    double weightedF1() const;
    /// Scores of always answering the most frequent class: what any model must beat.
    RecognitionScore majorityBaseline() const;
};

RecognitionScore scoreLabels(const std::vector<std::string>& truth,
                             const std::vector<std::string>& predicted);

/// Both tables have a column `id` (or `vid`, `video`, `sample`) and a column `label` (or `emotion`, `class`,
/// `predicted`). Corrupt, with file and line, for an id that stands twice, is missing in the other table, or
/// has no label.
Result<RecognitionScore> scoreRecognition(const annotation::CsvTable& truth,
                                          const annotation::CsvTable& predicted);

} // namespace mien::evaluation
