// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sqlite_project.h"

#include "core/base/guarded.h"
#include "core/base/log.h"
#include "core/project/edits.h"
#include "core/project/relink.h"
#include "core/project/runs.h"

#include <fmt/format.h>

#include <cstdlib>

namespace mien::project {
namespace {

std::string loginName() {
    for (const char* variable : {"LOGNAME", "USER", "USERNAME"})
        if (const char* name = std::getenv(variable); name && *name && isUtf8(name))
            return name;
    return "coder";
}

/// What could be read, and a line in the log where that is not everything.
template <class T>
T readable(Result<T> read) {
    if (read)
        return *std::move(read);
    log(LogLevel::Error, read.error().sentence());
    return {};
}

} // namespace

SqliteProject::SqliteProject(Database database, std::filesystem::path path, bool readOnly,
                             std::filesystem::path temporary)
    : m_database(std::move(database)),
      m_path(std::move(path)),
      m_readOnly(readOnly),
      m_temporary(std::move(temporary)),
      m_coder(loginName()) {}

SqliteProject::~SqliteProject() {
    if (m_temporary.empty())
        return;
    { const auto closed = std::move(m_database); }
    std::error_code ignored;
    std::filesystem::remove_all(m_temporary, ignored);
}

std::vector<Media> SqliteProject::media() const {
    std::vector<Media> all;
    for (auto& filed : readable(readMedia(m_database, folder())))
        all.push_back(std::move(filed.media));
    return all;
}

std::vector<Tier> SqliteProject::tiers(MediaId media) const {
    return readable(readTiers(m_database, media));
}
std::vector<Event> SqliteProject::events(TierId tier) const {
    return readable(readEvents(m_database, tier));
}
std::optional<Event> SqliteProject::event(EventId id) const {
    return readable(readEvent(m_database, id));
}
std::vector<StoredProposal> SqliteProject::proposals(MediaId media) const {
    const auto run = shownRun(media);
    return run ? proposalsOf(*run) : std::vector<StoredProposal>{};
}
std::optional<Run> SqliteProject::shownRun(MediaId media) const {
    return readable(readShownRun(m_database, media));
}
std::vector<Run> SqliteProject::runs(MediaId media) const {
    return readable(readRuns(m_database, media));
}
std::vector<StoredProposal> SqliteProject::proposalsOf(const Run& run) const {
    return readable(readProposals(m_database, run.media, run.id));
}
std::map<std::string, std::string> SqliteProject::filmValues(MediaId media) const {
    return readable(readFilmValues(m_database, media));
}

/// Runs `f` as one transaction: all of it is on disk afterwards, or nothing of it.
template <class F>
auto SqliteProject::write(F&& f) {
    using Out = std::invoke_result_t<F>;
    if (m_readOnly)
        return Out(fail(ErrorCode::WriteFailed,
                        "This project is open for reading only; copy it to a folder that you may write to.",
                        m_path.string()));
    return guarded(m_path.string(), [&]() -> Out {
        auto transaction = Transaction::begin(m_database);
        if (!transaction)
            return Unexpected(transaction.error());
        // Rows of one edit may refer to one another in any order; what counts is how it ends.
        if (auto deferred = m_database.exec("PRAGMA defer_foreign_keys = ON"); !deferred)
            return Unexpected(std::move(deferred).error());
        auto out = f();
        if (!out)
            return out;
        if (auto committed = transaction->commit(); !committed)
            return Unexpected(std::move(committed).error());
        return out;
    });
}

Result<Applied> SqliteProject::apply(const Edit& edit) {
    std::int64_t step = 0;
    auto applied = write([&]() -> Result<Applied> {
        Recorder recorder(m_database);
        Journal journal(m_database);
        auto made = makeChanges(recorder, edit, folder());
        if (!made || recorder.changes().empty())
            return made; // an edit that changes nothing is no step
        const auto last = journal.lastLine();
        if (!last)
            return Unexpected(last.error());
        if (!edit.mergeKey.empty() && edit.mergeKey == m_mergeKey && *last == m_mergeStep) {
            step = m_mergeStep;
            if (auto extended = journal.extend(step, m_coder, recorder.changes()); !extended)
                return Unexpected(std::move(extended).error());
            return made;
        }
        const auto recorded = journal.record(edit.name, m_coder, recorder.changes());
        if (!recorded)
            return Unexpected(recorded.error());
        step = *recorded;
        return made;
    });
    if (applied && step != 0) {
        m_mergeKey = edit.mergeKey;
        m_mergeStep = step;
    }
    return applied;
}

Result<void> SqliteProject::undo(std::int64_t only) {
    return write([&] { return Journal(m_database).undo(m_coder, only); });
}
Result<void> SqliteProject::redo(std::int64_t only) {
    return write([&] { return Journal(m_database).redo(m_coder, only); });
}
std::optional<std::string> SqliteProject::undoName() const {
    return Journal(m_database).undoName();
}
std::optional<std::string> SqliteProject::redoName() const {
    return Journal(m_database).redoName();
}
std::optional<NextStep> SqliteProject::nextUndo() const {
    return readable(Journal(m_database).nextUndo());
}
std::optional<NextStep> SqliteProject::nextRedo() const {
    return readable(Journal(m_database).nextRedo());
}
std::vector<std::string> SqliteProject::codersTouched(std::int64_t step) const {
    return readable(Journal(m_database).codersTouched(step));
}
std::vector<HistoryEntry> SqliteProject::steps(std::size_t newest) const {
    return Journal(m_database).steps(newest);
}
std::vector<HistoryEntry> SqliteProject::stepsOf(EventId id, std::size_t newest) const {
    return Journal(m_database).stepsOf(id, newest);
}
std::vector<HistoryEntry> SqliteProject::history(std::size_t newest) const {
    return Journal(m_database).entries(newest);
}

Result<RunId> SqliteProject::storeRun(const Run& run, const std::vector<annotation::Proposal>& proposals) {
    return write([&]() -> Result<RunId> {
        const MachineOnly guard(m_database);
        return insertRun(m_database, run, proposals);
    });
}

Result<void> SqliteProject::setValue(const std::string& key, const std::string& value) {
    if (!isUtf8(key) || !isUtf8(value))
        return fail(ErrorCode::InvalidArgument, "A setting must be valid UTF-8 text.", m_path.string());
    return write([&] {
        return m_database.run("INSERT INTO setting(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET "
                              "value = excluded.value",
                              key, value);
    });
}

std::optional<std::string> SqliteProject::value(const std::string& key) const {
    std::optional<std::string> found;
    const auto read = m_database.each(
        "SELECT value FROM setting WHERE key = ?", [&](const Statement& row) { found = row.text(0); }, key);
    return read ? found : std::nullopt;
}

std::map<std::string, std::string> SqliteProject::values() const {
    std::map<std::string, std::string> all;
    const auto read = m_database.each("SELECT key, value FROM setting",
                                      [&](const Statement& row) { all[row.text(0)] = row.text(1); });
    return read ? all : std::map<std::string, std::string>{};
}

std::vector<Media> SqliteProject::missingMedia() const {
    auto all = media();
    std::erase_if(all, [](const Media& media) {
        std::error_code ignored;
        return std::filesystem::exists(media.path, ignored);
    });
    return all;
}

Result<int> SqliteProject::relink(const std::filesystem::path& searched, const ContentHash& hash,
                                  const JobContext& job) {
    auto missing = readMedia(m_database, folder());
    if (!missing)
        return Unexpected(std::move(missing).error());
    std::erase_if(*missing, [](const FiledMedia& filed) {
        std::error_code ignored;
        return std::filesystem::exists(filed.media.path, ignored);
    });
    const auto found = guarded(searched.string(), [&] { return findMedia(*missing, searched, hash, job); });
    if (!found)
        return Unexpected(found.error());
    if (found->empty())
        return 0;
    return write([&]() -> Result<int> {
        for (const auto& one : *found) {
            const auto location = locate(one.path, folder());
            if (!isUtf8(location.absolute))
                return fail(ErrorCode::InvalidArgument,
                            "The name of this file is not valid UTF-8; rename it.", location.absolute);
            if (auto stored = storeMediaFile(m_database, one.media, location, one.sha256); !stored)
                return Unexpected(std::move(stored).error());
        }
        return static_cast<int>(found->size());
    });
}

Result<void> SqliteProject::setMediaContent(MediaId id, const std::string& sha256) {
    return write([&]() -> Result<void> {
        if (auto set =
                m_database.run("UPDATE media_file SET sha256 = ? WHERE media_id = ?", sha256, id.value);
            !set)
            return set;
        if (m_database.changes() == 1)
            return {};
        return fail(ErrorCode::NotFound, fmt::format("There is no film {} in this project.", id.value),
                    m_path.string());
    });
}

} // namespace mien::project
