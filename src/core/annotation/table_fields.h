// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/event_table.h"

#include <functional>

namespace mien::annotation {

/// Beyond any film: a year at 1000 frames a second is 3·10^10. Keeps sums far from overflow.
inline constexpr std::int64_t kMaxFrame = 1'000'000'000'000;

/// "macro", "mae", "Macro-expression", "micro - 1/2", "me", "1" (macro), "2" (micro) …
std::optional<ExpressionType> typeFromTable(std::string_view text);

/// Reads the cells of one row and writes down what it had to repair; `broken()` once the row cannot be used.
class RowReader {
public:
    RowReader(const CsvTable& table, const CsvRow& row, std::vector<TableNote>& notes)
        : m_table(table), m_row(row), m_notes(notes) {}

    bool broken() const { return m_broken; }
    void dropped(std::string text);
    void repaired(std::string text);

    /// The cell of a column that may be absent from the table.
    std::string_view text(std::optional<std::size_t> column) const;
    /// Whole number of frames; a fraction is rounded to the nearest frame (SAMM long videos have them) and
    /// noted. Empty for an empty cell; NaN, infinity, text and absurd numbers break the row.
    std::optional<std::int64_t> frame(std::optional<std::size_t> column, std::string_view what);
    std::optional<double> number(std::optional<std::size_t> column, std::string_view what);
    ExpressionType type(std::optional<std::size_t> column);
    std::string video(std::optional<std::size_t> column);

    /// Fills onset, apex, offset. Tables write 0, -1 or nothing for an unknown apex or offset;
    /// `zeroIsMissing` says so for the apex (an offset of 0 after a later onset is always an unknown one).
    void handles(TableEvent& event, std::optional<std::size_t> onset, std::optional<std::size_t> apex,
                 std::optional<std::size_t> offset, bool zeroIsMissing);

private:
    const CsvTable& m_table;
    const CsvRow& m_row;
    std::vector<TableNote>& m_notes;
    bool m_broken = false;
};

/// Runs `read(reader, event)` over all rows and keeps those that are not broken.
EventTable readRows(const CsvTable& table, std::string_view format,
                    const std::function<void(RowReader&, TableEvent&)>& read);

/// The sentence for a table that lacks a column of its format.
Error missingColumn(const CsvTable& table, std::string_view format, std::string_view column);

/// The last frame for formats that cannot leave it out: the apex (with a note), or none at all (a dropped
/// row).
std::optional<FrameIndex> offsetOrApex(const TableEvent& event, std::vector<TableNote>& notes);

/// Adds "the … of N events cannot be carried" for the fields that the format lacks.
struct Lost {
    bool apex = false;
    bool subject = false;
    bool actionUnits = false;
};
void noteWhatIsLost(const std::vector<TableEvent>& events, const Lost& lost, std::vector<TableNote>& notes);

// The rows of eventTableFormats(), one file each.
extern const EventTableFormat kMegcFormat;
extern const EventTableFormat kInternalFormat;
extern const EventTableFormat kMienFormat;

} // namespace mien::annotation
