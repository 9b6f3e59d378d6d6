// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace mien::project {

/// Row ids of the project file; never reused, stable over undo and redo.
struct MediaId {
    std::int64_t value = 0;
    auto operator<=>(const MediaId&) const = default;
};
struct TierId {
    std::int64_t value = 0;
    auto operator<=>(const TierId&) const = default;
};
struct EventId {
    std::int64_t value = 0;
    auto operator<=>(const EventId&) const = default;
};
struct ProposalId {
    std::int64_t value = 0;
    auto operator<=>(const ProposalId&) const = default;
};
struct RunId {
    std::int64_t value = 0;
    auto operator<=>(const RunId&) const = default;
};

/// A film or image folder that the project is about. Stored relative to the project file where that is
/// possible.
struct Media {
    MediaId id;
    std::filesystem::path path; ///< absolute, as resolved now; may no longer exist (see missingMedia)
    std::string sha256;         ///< of the content; empty while it is still being computed
    std::int64_t frames = 0;
    Rational fps;
    bool isImageFolder = false;
    bool operator==(const Media&) const = default;
};

/// A row of human annotation: one coder's reading of one film.
struct Tier {
    TierId id;
    MediaId media;
    std::string name;
    std::string coder;
    bool operator==(const Tier&) const = default;
};

struct Event {
    EventId id;
    TierId tier;
    annotation::ExpressionEvent event;
    bool operator==(const Event&) const = default;
};

enum class ReviewState : std::uint8_t { Pending, Taken, Rejected };

/// A machine's proposal and what a person decided about it. The proposal itself is never edited: taking it
/// copies it into a human tier.
struct StoredProposal {
    ProposalId id;
    MediaId media;
    RunId run;
    annotation::Proposal proposal;
    ReviewState state = ReviewState::Pending;
    bool operator==(const StoredProposal&) const = default;
};

/// Where proposals come from, so that they can be reproduced.
struct Run {
    RunId id;
    MediaId media;
    std::string spotter;
    std::string optionsJson;
    std::string version;   ///< of Mien
    std::string startedAt; ///< UTC, ISO 8601
    double scorableFraction = 0.0;
    /// Shown only where a person chose it (ShowRun); else a film shows its newest run that is not offered.
    bool offered = false;
};

// What can be done to a project by a person. Every Edit is journalled, undoable, and one transaction.
// A negative id -k stands for the k-th row that the same edit adds (k from 1), so that one edit can add a
// tier and the events on it.
struct AddMedia {
    Media media; ///< id is given by the project
};
struct RemoveMedia {
    MediaId id; ///< with its tiers, events and proposals
};
struct AddTier {
    Tier tier;
};
struct ChangeTier {
    Tier after;
};
struct RemoveTier {
    TierId id; ///< with its events
};
struct AddEvent {
    TierId tier;
    annotation::ExpressionEvent event;
};
struct ChangeEvent {
    EventId id;
    annotation::ExpressionEvent after;
};
struct MoveEvent {
    EventId id;
    TierId tier;
};
struct RemoveEvent {
    EventId id;
};
struct ReviewProposal {
    ProposalId id;
    ReviewState after;
};
/// Which run's proposals a film shows, until a newer one that is not merely offered is stored.
struct ShowRun {
    MediaId media;
    RunId run;
};
/// What a person says of a film as a whole; empty: nothing (any more). See watched.h.
struct SetFilmValue {
    MediaId media;
    std::string name;
    std::string value;
};
using Change = std::variant<AddMedia, RemoveMedia, AddTier, ChangeTier, RemoveTier, AddEvent, ChangeEvent,
                            MoveEvent, RemoveEvent, ReviewProposal, ShowRun, SetFilmValue>;

struct Edit {
    std::string name; ///< for people: "Move onset", "Take proposal"
    std::vector<Change> changes;
    /// Edits with the same non-empty key that follow one another become one undo step (dragging a handle).
    /// Take a new key for each drag; keys are forgotten on undo, redo and closing.
    std::string mergeKey = {};
};

/// Ids that an edit gave to the rows it added, in the order of its Add… changes.
struct Applied {
    std::vector<std::int64_t> addedIds;
};

/// One line of the project's history.
struct HistoryEntry {
    std::int64_t step = 0;
    std::string name;
    std::string coder;
    std::string at;         ///< UTC, ISO 8601
    std::string beforeJson; ///< array of {"table", "id", "row"}; row is null where there was none
    std::string afterJson;
    bool undone = false;
    bool discarded = false; ///< undone, and a later edit took its place: kept to be read, not to be redone
};

/// The step that undo() or redo() would walk, for those who must know before.
struct NextStep {
    std::int64_t step = 0;
    std::string name;
    std::string coder;           ///< who did it
    std::int64_t rows = 0;       ///< how many it touches
    std::vector<EventId> events; ///< which of them are events
    bool otherRows = false;      ///< films, tiers or decisions are among them
};

/// SHA-256 of a film or image folder as 64 hex digits; media::contentSha256 is one.
using ContentHash = std::function<Result<std::string>(const std::filesystem::path&, const JobContext&)>;

enum class OpenMode { ReadWrite, ReadOnly };

/// One `.mien` file: SQLite, write-ahead log, foreign keys. Everything is on disk when a call returns;
/// nothing is ever "unsaved". One object a thread.
class Project {
public:
    virtual ~Project() = default;

    virtual const std::filesystem::path& path() const = 0;
    virtual bool readOnly() const = 0;

    virtual std::vector<Media> media() const = 0;
    virtual std::vector<Tier> tiers(MediaId media) const = 0;
    /// Events of a tier in order of onset.
    virtual std::vector<Event> events(TierId tier) const = 0;
    virtual std::optional<Event> event(EventId id) const = 0;
    /// Proposals of the run that a film shows, in order of onset.
    virtual std::vector<StoredProposal> proposals(MediaId media) const = 0;
    virtual std::optional<Run> shownRun(MediaId media) const = 0;
    /// All of a film's runs, the newest first, and what any of them proposed.
    virtual std::vector<Run> runs(MediaId media) const = 0;
    virtual std::vector<StoredProposal> proposalsOf(const Run& run) const = 0;
    /// By name; set by SetFilmValue.
    virtual std::map<std::string, std::string> filmValues(MediaId media) const = 0;

    /// Who edits; recorded with every change. Default: the login name.
    virtual void setCoder(std::string coder) = 0;
    virtual const std::string& coder() const = 0;

    virtual Result<Applied> apply(const Edit& edit) = 0;
    /// InvalidArgument when there is nothing to undo, or another step than `only` is next (0: whichever is).
    virtual Result<void> undo(std::int64_t only = 0) = 0;
    virtual Result<void> redo(std::int64_t only = 0) = 0;
    virtual std::optional<std::string> undoName() const = 0; ///< nullopt: nothing to undo
    virtual std::optional<std::string> redoName() const = 0;
    virtual std::optional<NextStep> nextUndo() const = 0; ///< nullopt: nothing to undo
    virtual std::optional<NextStep> nextRedo() const = 0;
    /// Whose tiers the rows of a step are on, each coder once.
    virtual std::vector<std::string> codersTouched(std::int64_t step) const = 0;
    /// The history without its rows, the newest step first: quick, however many rows a step has.
    virtual std::vector<HistoryEntry> steps(std::size_t newest = 500) const = 0;
    /// Those of them, neither undone nor discarded, that added or changed this event.
    virtual std::vector<HistoryEntry> stepsOf(EventId id, std::size_t newest) const = 0;
    /// The newest entry first.
    virtual std::vector<HistoryEntry> history(std::size_t newest = 500) const = 0;

    /// What a model job may do, and all it may do: store a run. Never touches tiers or events, is not
    /// undoable, and keeps the decisions already made on equal proposals of earlier runs (equal: the same
    /// frames, type and looksLike). Run::id is given by the project; an empty startedAt becomes now.
    virtual Result<RunId> storeRun(const Run& run, const std::vector<annotation::Proposal>& proposals) = 0;

    /// Settings that belong to the project (window layout, pinned neutral frame …), last writer wins, no
    /// undo.
    virtual Result<void> setValue(const std::string& key, const std::string& value) = 0;
    virtual std::optional<std::string> value(const std::string& key) const = 0;
    virtual std::map<std::string, std::string> values() const = 0;

    /// Media whose files are not where they were.
    virtual std::vector<Media> missingMedia() const = 0;
    /// Looks in `folder` (and below) for the missing files by name, else by size, and takes what has the
    /// known content hash; where none is known, the only file of that name (and size). Returns how many were
    /// found. Without `hash` films are hashed here and folders of images are taken by name.
    virtual Result<int> relink(const std::filesystem::path& folder, const ContentHash& hash = {},
                               const JobContext& job = {}) = 0;
    virtual Result<void> setMediaContent(MediaId id, const std::string& sha256) = 0;

    /// Integrity of the file: one sentence per problem; empty means sound.
    virtual std::vector<std::string> check() const = 0;
};

/// Creates a new project file; WriteFailed where the folder is read-only or the disk full, InvalidArgument
/// where the file exists.
Result<std::unique_ptr<Project>> createProject(const std::filesystem::path& path);

/// Opens and, where needed, migrates (after a backup copy beside it). Corrupt: not a project or damaged;
/// Unsupported: written by a newer Mien; Unreadable: locked by another program or no permission.
/// A file that cannot be written (read-only file, folder or disk) opens read-only: ask readOnly(), and edits
/// answer WriteFailed. A damaged file opens with OpenMode::ReadOnly as far as it can be read.
Result<std::unique_ptr<Project>> openProject(const std::filesystem::path& path,
                                             OpenMode mode = OpenMode::ReadWrite);

} // namespace mien::project
