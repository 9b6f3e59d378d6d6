// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/compare_graphs.h"

#include <QString>
#include <QStringList>

namespace mien::ui {

/// "7 pairs differ: 3 edges only in A, 2 only in B, 2 with other ends; 5 are the same."
QString comparisonText(const causal::GraphComparison& comparison, const QString& first,
                       const QString& second);

/// Headings and rows of the table beside a difference: pair, what the one says, what the other says, change.
QStringList differenceHeadings(const QString& first, const QString& second);
struct DifferenceRow {
    std::string first, second; ///< names of the pair
    QStringList cells;
    bool differs = false;
};
/// What differs comes first.
std::vector<DifferenceRow> differenceRows(const causal::GraphComparison& comparison);

} // namespace mien::ui
