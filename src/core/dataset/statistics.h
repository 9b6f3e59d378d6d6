// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/dataset.h"

#include <array>
#include <span>

namespace mien::dataset {

/// Micro, macro, and rows that do not say.
struct TypeCounts {
    std::int64_t micro = 0, macro = 0, unknown = 0;

    std::int64_t all() const { return micro + macro + unknown; }
    /// Percent of all rows; 0 where there are none.
    double microPercent() const;
    double macroPercent() const;
};

/// The two borders of Causal-Ex's three bins, frames at the bins' own rate: <= small, <= mid, beyond.
struct BinBorders {
    int small = 0, mid = 0;
};

/// How many rows lie in each bin. A row that lacks one of the two frames is in none.
struct BinCounts {
    BinBorders borders;
    std::array<std::int64_t, 3> counts{};

    std::int64_t all() const { return counts[0] + counts[1] + counts[2]; }
    std::array<double, 3> percent() const;
};

/// Which rows are counted in a duration table.
enum class RowSet {
    WithOffset, ///< rows without offset left out, as the paper did for CAS(ME)²
    All         ///< all rows, an offset of 0 left in as the number it is
};

/// Three spans of every row, as differences of the table's own numbers (offset - onset, without the + 1),
/// times the factor to the bins' rate. Numbers that stand for "unknown" (0, -1) are left in, as in the
/// published counts, so that such a difference may be negative: it lies in the small bin.
struct DurationTable {
    RowSet rows = RowSet::WithOffset;
    BinCounts offsetOnset, offsetApex, apexOnset;
    /// SAMM's last two bin headers are exchanged in print: the same counts with the borders put right.
    std::optional<BinCounts> offsetApexExchanged, apexOnsetExchanged;
};

/// Lengths offset - onset + 1 in the table's own frames, of one type, rows with a plausible offset alone.
struct LengthSummary {
    std::int64_t n = 0;
    double mean = 0.0, median = 0.0;
    std::int64_t shortest = 0, longest = 0;
};

/// Causal-Ex, table 1, as printed: published, not reproduced.
struct PrintedTable {
    std::string_view dataset;
    double microPercent, macroPercent;
    std::array<double, 3> offsetOnset, offsetApex, apexOnset;
};

struct ActionUnitCount {
    int actionUnit = 0;
    std::int64_t rows = 0, microRows = 0;
};

struct SubjectCount {
    std::string subject;
    TypeCounts types;
};

/// Which printed table a part of the rows belongs to, and in which unit its bins are.
struct PrintedBins {
    std::string_view name; ///< "cas" | "samm"
    double fps = 0.0;      ///< of the bins: 30, 200
    BinBorders offsetOnset, offsetApex, apexOnset;
    bool exchanged = false; ///< the last two are printed the wrong way round
    PrintedTable printed;
};
std::span<const PrintedBins> printedBins();

/// Causal-Ex's table 1 for the rows of one source.
struct SourceStatistics {
    std::string source;                ///< "casme", "samm" by the subjects' prefix; else the dataset's name
    const PrintedBins* bins = nullptr; ///< never null: sources of no printed table take those of CAS(ME)²
    bool hasPrinted = false;           ///< the printed row is about this source
    double factor = 1.0;               ///< from the table's frames to the bins'
    bool rateKnown = false;            ///< false: the factor was taken as 1
    TypeCounts all, withOffset;
    std::int64_t films = 0, withoutOffset = 0, withoutApex = 0, onsetAtZero = 0;
    std::vector<DurationTable> durations;         ///< WithOffset, All
    DurationTable macroDurations, microDurations; ///< WithOffset
    LengthSummary macroLength, microLength;
    std::int64_t macroAsShortAsMicro = 0;     ///< macros no longer than the longest micro
    std::vector<ActionUnitCount> actionUnits; ///< most frequent first
    std::vector<SubjectCount> subjects;       ///< in order of appearance
    std::vector<std::string> findings;        ///< where print and count disagree, and why
};

/// One entry a source, in order of appearance.
std::vector<SourceStatistics> statisticsOf(const Dataset& dataset);

} // namespace mien::dataset
