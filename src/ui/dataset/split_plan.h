// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/dataset/sampling.h"
#include "ui/dataset/sample_facts.h"

#include <QStringList>

namespace mien::ui {

enum class SplitKind { LeaveOneOut, Folds, Published, CrossDataset, Sample, Balanced };
inline constexpr std::array kSplitKinds{SplitKind::LeaveOneOut,  SplitKind::Folds,  SplitKind::Published,
                                        SplitKind::CrossDataset, SplitKind::Sample, SplitKind::Balanced};

struct SplitRequest {
    SplitKind kind = SplitKind::LeaveOneOut;
    int folds = 5;
    std::string published;            ///< name of a row of dataset::publishedSplits()
    std::vector<DatasetPtr> others;   ///< CrossDataset: tables beside the one that is open, all of their rows
    std::string datasetColumn;        ///< CrossDataset: or the column of the table that names the dataset
    bool samePeople = true;           ///< CrossDataset: equal ids in two datasets are one person
    dataset::SamplingOptions drawing; ///< strata, count and allocation of samples; the seed of all kinds
    bool drawsSamples() const { return kind == SplitKind::Sample || kind == SplitKind::Balanced; }
};

/// A split or a subset, ready to be shown and saved.
struct SplitOutcome {
    struct Line {
        QStringList cells;
        bool lacks = false; ///< a stratum that could not be served
    };
    QStringList headers;
    std::vector<Line> lines; ///< one a fold, or one a stratum
    QString summary;
    std::string csv; ///< one record a sample and fold, or one a drawn sample
};

/// Splits the samples of `rows` (of a dataset without any: its labelled films), or draws from them; never the
/// others. InvalidArgument, in one sentence,
/// where that cannot be.
Result<SplitOutcome> makeSplit(const dataset::Dataset& data, const std::vector<std::size_t>& rows,
                               const SplitRequest& request);

/// Columns that strata are usually formed by: classes, type, subjects, and what is known of them.
QStringList stratumNames(const dataset::Dataset& data);

} // namespace mien::ui
