// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/document/analysis_store.h"
#include "ui/document/film_timing.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

namespace mien::ui {

namespace commands {
class Gate;
}

/// The open project and the film of it that is looked at. Holds copies of the rows that the window shows, and
/// says what changed. Human rows change through commands::push only (the Gate).
class ProjectDocument : public QObject {
    Q_OBJECT
public:
    explicit ProjectDocument(QObject* parent = nullptr);
    ~ProjectDocument() override;

    void setProject(std::unique_ptr<project::Project> project) { (void)exchangeProject(std::move(project)); }
    /// Null closes. Returns the one before, so that it can be closed in the background: that writes its log
    /// into the file.
    [[nodiscard]] std::unique_ptr<project::Project>
    exchangeProject(std::unique_ptr<project::Project> project);
    bool hasProject() const { return m_project != nullptr; }
    bool readOnly() const { return m_project && m_project->readOnly(); }
    QString path() const;
    project::Project* project() { return m_project.get(); } ///< for jobs' results and copies, not for edits

    const std::vector<project::Media>& media() const { return m_media; }
    const project::Media* currentMedia() const;
    void setCurrentMedia(project::MediaId id);
    const project::Media* mediaOf(project::MediaId id) const;

    /// Of the current film.
    const std::vector<project::Tier>& tiers() const { return m_tiers; }
    const std::vector<project::Event>& events() const { return m_events; } ///< all tiers, by onset
    const std::vector<project::StoredProposal>& proposals() const { return m_proposals; } ///< by onset
    std::optional<project::Run> run() const { return m_run; }

    /// Stretches of the current film that this coder watched from end to end.
    std::vector<FrameInterval> watched() const;

    const project::Event* event(project::EventId id) const;
    const project::StoredProposal* proposal(project::ProposalId id) const;
    /// The tier that new events of this coder go to; nullopt where the film has none yet.
    std::optional<project::TierId> ownTier() const;
    /// Another coder's tier of the current film: its events can be looked at, not changed.
    const project::Tier* foreignTier(project::TierId id) const;

    std::optional<QString> undoName() const;
    std::optional<QString> redoName() const;
    std::optional<project::NextStep> nextUndo() const;
    std::optional<project::NextStep> nextRedo() const;
    std::vector<std::string> codersTouched(std::int64_t step) const;
    std::vector<project::HistoryEntry> history(std::size_t newest = 500) const;
    /// The same without the rows of each step, which is quick.
    std::vector<project::HistoryEntry> steps(std::size_t newest = 500) const;
    std::vector<project::HistoryEntry> stepsOf(project::EventId id, std::size_t newest) const;
    QString coder() const;
    void setCoder(const QString& name);

    const FilmTiming& timing() const { return m_timing; }
    void setTiming(FilmTiming timing);
    AnalysisStore& analysis() { return m_analysis; }
    const AnalysisStore& analysis() const { return m_analysis; }

    /// What a model job may do: see project::Project::storeRun.
    Result<project::RunId> storeRun(const project::Run& run,
                                    const std::vector<annotation::Proposal>& proposals);
    void setValue(const QString& key, const QString& value);
    std::optional<QString> value(const QString& key) const;
    /// Which face of the current film is analysed, counted from 0 at the left of the first frame that shows
    /// any; -1: the largest.
    int followedFace() const;
    /// Whom a film shows, as the imported table or a person says; empty: not told.
    QString subjectOf(project::MediaId id) const;
    void setMediaContent(project::MediaId id, const std::string& sha256);
    /// Reads the rows again after a job wrote a run with a project object of its own.
    void refreshRows();
    /// Reads everything again, after the project changed behind the document's back (relinking).
    void refresh();

    /// Seconds since the last change reached the disk; negative where none was made since opening.
    double secondsSinceKept() const;

signals:
    void projectChanged();
    void mediaListChanged();
    void currentMediaChanged();
    void eventsChanged(); ///< events or tiers of the current film
    void proposalsChanged();
    void historyChanged();
    void timingChanged();
    void followedFaceChanged();
    /// A sentence for people.
    void failed(const QString& sentence);

private:
    friend class commands::Gate;
    Result<project::Applied> apply(const project::Edit& edit);
    Result<void> undo(const std::optional<project::NextStep>& step);
    Result<void> redo(const std::optional<project::NextStep>& step);
    /// What an edit touched, where that is little; absent: everything may be otherwise.
    struct Touched {
        std::vector<project::EventId> events;
        bool decisions = false;
    };
    static std::optional<Touched> touchedBy(const project::Edit& edit, const project::Applied& applied);
    static std::optional<Touched> touchedBy(const std::optional<project::NextStep>& step);
    void afterEdit(const std::optional<Touched>& touched);
    void reload();
    bool reloadEvent(project::EventId id);

    std::unique_ptr<project::Project> m_project;
    std::vector<project::Media> m_media;
    std::vector<project::Tier> m_tiers;
    std::vector<project::Event> m_events;
    std::vector<project::StoredProposal> m_proposals;
    std::optional<project::Run> m_run;
    project::MediaId m_current{0};
    int m_followed = -1; ///< the face, when it was last told
    FilmTiming m_timing;
    AnalysisStore m_analysis;
    QElapsedTimer m_kept;
};

} // namespace mien::ui
