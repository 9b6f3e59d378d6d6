// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/csv.h"
#include "core/annotation/expression_event.h"

#include <span>

namespace mien::annotation {

/// One row of an annotation table, kept as the table says it: unlike an ExpressionEvent it may lack its
/// offset (44 rows of CAS(ME)² do). Frames as numbered by the table.
struct TableEvent {
    std::string video;
    std::string subject;
    std::string tier;
    std::string coder;
    ExpressionType type = ExpressionType::Macro;
    FrameIndex onset;
    std::optional<FrameIndex> apex;
    std::optional<FrameIndex> offset; ///< last frame, included
    std::optional<double> onsetS;     ///< seconds on the film's own time stamps, where they are known
    std::optional<double> apexS;
    std::optional<double> offsetS;
    std::string actionUnits;
    Side side = Side::Bilateral;
    Intensity intensity = Intensity::Unscored;
    double confidence = 1.0;
    std::string note;
    std::int64_t line = 0; ///< where the row stood; 0 for one that was not read from a file

    /// Everything but `line`.
    bool sameAs(const TableEvent& other) const;
};

/// What happened to a row on its way in or out.
struct TableNote {
    std::int64_t line = 0; ///< 0: the note is about the whole table
    std::string text;
    bool dropped = false; ///< the row could not be carried at all
};

struct EventTable {
    std::string source; ///< what messages call the table: its path
    std::string format; ///< name of the row of eventTableFormats() it was read with
    std::vector<TableEvent> events;
    std::vector<TableNote> notes;

    /// The first row that could not be read, as an error with file and line; for those who need every row.
    std::optional<Error> firstDropped() const;
};

/// One layout of annotation tables. Command line, file dialogs and tests iterate eventTableFormats().
struct EventTableFormat {
    std::string_view name;
    std::string_view description;                 ///< one sentence for people
    std::span<const std::string_view> extensions; ///< lower case, with the dot; the first one is the default
    bool (*recognises)(const CsvTable&);          ///< by the header
    /// Corrupt where a column is missing; single bad rows become notes.
    Result<EventTable> (*read)(const CsvTable&);
    /// The text of the file; what cannot be carried is added to `notes`.
    std::string (*write)(const std::vector<TableEvent>&, std::vector<TableNote>& notes);
};

std::span<const EventTableFormat> eventTableFormats();

/// InvalidArgument naming the known formats where there is none of that name.
Result<const EventTableFormat*> eventTableFormat(std::string_view name);

/// Reads a table in the named format, or in the one its header shows where `format` is empty.
Result<EventTable> readEventTable(const std::filesystem::path& path, std::string_view format = {});
Result<EventTable> parseEventTable(std::string_view text, std::string source, std::string_view format = {});

/// Writes atomically; the returned notes say what the format cannot carry.
Result<std::vector<TableNote>> writeEventTable(const std::filesystem::path& path, std::string_view format,
                                               const std::vector<TableEvent>& events);

/// The name that tables know a film by: without the extension of a film, since some tables write "demo.mp4"
/// and the challenge's write "demo". Other dots are part of the name.
std::string filmName(const std::string& video);

/// A row from an event of a film. `timesS`: the time stamps of the film's frames, or empty.
TableEvent tableEvent(std::string video, const ExpressionEvent& event, std::span<const double> timesS = {});
TableEvent tableEvent(std::string video, const Proposal& proposal, std::span<const double> timesS = {});

} // namespace mien::annotation
