// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dataset/sample_facts.h"

#include <array>

namespace mien::ui {

/// One bar of a chart: how many rows, of all and of those that the filter shows.
struct Bar {
    QString label; ///< on the axis
    QString value; ///< what the chart's filter field must be for these rows
    int all = 0;
    std::array<int, 3> shown{}; ///< micro, macro, not said
    int shownTotal() const { return shown[0] + shown[1] + shown[2]; }
};

enum class ChartKind { Class, Unit, Subject, Duration };
inline constexpr std::array kChartKinds{ChartKind::Class, ChartKind::Unit, ChartKind::Subject,
                                        ChartKind::Duration};

/// "s2" before "s10", capitals aside; below 0 where `a` comes first.
int naturalOrder(const QString& a, const QString& b);

/// The filter field that a chart's bars stand for: "emotion", "au", "subject", "ms".
QString fieldOf(ChartKind kind);

/// Classes by number of rows, the others in ascending order. A row without the property counts under the
/// empty value; durations in steps of one of 20, 40, 100, 200 … ms, at most 30 of them. `shown`: one flag a
/// row.
std::vector<Bar> barsOf(ChartKind kind, const std::vector<SampleFacts>& rows, const std::vector<char>& shown);

/// By one name of SampleFacts::strata; the bars' values are those of the filter field kStratumField.
std::vector<Bar> barsOfStratum(const QString& name, const std::vector<SampleFacts>& rows,
                               const std::vector<char>& shown);
inline constexpr auto kStratumField = "is";

} // namespace mien::ui
