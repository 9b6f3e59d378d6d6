// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/project/rows.h"

namespace mien::project {

/// The project's history: one line an edit, undo or redo, with the rows before and after each edit. Lines
/// are only ever added (a drag rewrites the last one while it goes on), and each carries a hash over itself
/// and the line before, so that check() notices a line that was changed or taken out.
class Journal {
public:
    explicit Journal(Database& database) : m_database(database) {}

    /// Name of the first line of a history that begins with a project's rows as they are; never undone.
    static constexpr const char* kBeginning = "Compact project";

    /// Writes down an edit that was just made and lets go of what could have been redone. Returns its step.
    Result<std::int64_t> record(const std::string& name, const std::string& coder,
                                const std::vector<RowChange>& changes);
    /// Adds further changes to the edit that is the last line of the journal.
    Result<void> extend(std::int64_t step, const std::string& coder, const std::vector<RowChange>& changes);

    /// Takes back the newest done edit, or makes the oldest undone one again.
    /// `only`: no other step than this; 0: whichever is next.
    Result<void> undo(const std::string& coder, std::int64_t only = 0);
    Result<void> redo(const std::string& coder, std::int64_t only = 0);
    std::optional<std::string> undoName();
    std::optional<std::string> redoName();
    Result<std::optional<NextStep>> nextUndo() { return described(Direction::Undo); }
    Result<std::optional<NextStep>> nextRedo() { return described(Direction::Redo); }
    Result<std::vector<std::string>> codersTouched(std::int64_t step);

    /// The last line, whatever it is; 0 in an empty journal.
    Result<std::int64_t> lastLine();
    std::vector<HistoryEntry> steps(std::size_t newest);
    std::vector<HistoryEntry> stepsOf(EventId id, std::size_t newest);
    std::vector<HistoryEntry> entries(std::size_t newest);
    /// The rows of a step, in the order they were changed.
    Result<std::vector<RowChange>> changesOf(std::int64_t step);
    /// One sentence per contradiction: broken chain, states that do not follow from the lines, tables that
    /// do not follow from the edits.
    std::vector<std::string> check();

private:
    enum class Direction { Undo, Redo };
    struct Line {
        std::int64_t seq = 0;
        std::string action;
        std::int64_t step = 0;
        std::string name;
        std::string coder;
        std::string at;
        std::string digest;
    };

    Result<std::optional<std::pair<std::int64_t, std::string>>> next(Direction direction);
    Result<std::optional<NextStep>> described(Direction direction);
    Result<void> walk(Direction direction, const std::string& coder, std::int64_t only);
    Result<void> storeChanges(std::int64_t step, const std::vector<RowChange>& changes, bool replace);
    Result<std::string> chainBefore(std::int64_t seq);
    static std::string digestOf(const std::vector<RowChange>& changes);
    static std::string chainOf(const std::string& before, const Line& line);

    void checkLines(std::vector<std::string>& problems);
    void checkRows(std::vector<std::string>& problems);

    Database& m_database;
};

} // namespace mien::project
