// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/journal.h"
#include "core/project/project.h"
#include "core/project/reading.h"
#include "core/project/sqlite.h"

namespace mien::project {

/// The Project over one SQLite connection.
class SqliteProject final : public Project {
public:
    /// `copyOf`: a temporary folder that goes away with this object, where the file is read from a copy.
    SqliteProject(Database database, std::filesystem::path path, bool readOnly,
                  std::filesystem::path temporary = {});
    ~SqliteProject() override;

    const std::filesystem::path& path() const override { return m_path; }
    bool readOnly() const override { return m_readOnly; }

    std::vector<Media> media() const override;
    std::vector<Tier> tiers(MediaId media) const override;
    std::vector<Event> events(TierId tier) const override;
    std::optional<Event> event(EventId id) const override;
    std::vector<StoredProposal> proposals(MediaId media) const override;
    std::optional<Run> shownRun(MediaId media) const override;
    std::vector<Run> runs(MediaId media) const override;
    std::vector<StoredProposal> proposalsOf(const Run& run) const override;
    std::map<std::string, std::string> filmValues(MediaId media) const override;

    void setCoder(std::string coder) override { m_coder = std::move(coder); }
    const std::string& coder() const override { return m_coder; }

    Result<Applied> apply(const Edit& edit) override;
    Result<void> undo(std::int64_t only) override;
    Result<void> redo(std::int64_t only) override;
    std::optional<std::string> undoName() const override;
    std::optional<std::string> redoName() const override;
    std::optional<NextStep> nextUndo() const override;
    std::optional<NextStep> nextRedo() const override;
    std::vector<std::string> codersTouched(std::int64_t step) const override;
    std::vector<HistoryEntry> steps(std::size_t newest) const override;
    std::vector<HistoryEntry> stepsOf(EventId id, std::size_t newest) const override;
    std::vector<HistoryEntry> history(std::size_t newest) const override;

    Result<RunId> storeRun(const Run& run, const std::vector<annotation::Proposal>& proposals) override;

    Result<void> setValue(const std::string& key, const std::string& value) override;
    std::optional<std::string> value(const std::string& key) const override;
    std::map<std::string, std::string> values() const override;

    std::vector<Media> missingMedia() const override;
    Result<int> relink(const std::filesystem::path& folder, const ContentHash& hash,
                       const JobContext& job) override;
    Result<void> setMediaContent(MediaId id, const std::string& sha256) override;

    std::vector<std::string> check() const override;

private:
    template <class F>
    auto write(F&& f);
    std::filesystem::path folder() const { return m_path.parent_path(); }

    mutable Database m_database; ///< reading prepares statements too
    std::filesystem::path m_path;
    bool m_readOnly;
    std::filesystem::path m_temporary;
    std::string m_coder;
    std::string m_mergeKey; ///< of the last edit, while another may join it
    std::int64_t m_mergeStep = 0;
};

} // namespace mien::project
