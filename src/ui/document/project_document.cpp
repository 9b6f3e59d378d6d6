// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_document.h"

#include "core/project/film_facts.h"
#include "core/project/watched.h"

#include <algorithm>
#include <tuple>

namespace mien::ui {
namespace {

/// Rows that are taken over one by one; more are read as a whole.
constexpr std::size_t kMostTouched = 200;

template <class Row, class Id>
const Row* find(const std::vector<Row>& rows, Id id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [id](const Row& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

/// Takes `fresh` over and says whether it differs.
template <class T>
bool replace(T& held, T fresh) {
    if (held == fresh)
        return false;
    held = std::move(fresh);
    return true;
}

std::optional<QString> toQt(const std::optional<std::string>& text) {
    return text ? std::optional(QString::fromStdString(*text)) : std::nullopt;
}

} // namespace

ProjectDocument::ProjectDocument(QObject* parent) : QObject(parent) {}
ProjectDocument::~ProjectDocument() = default;

std::unique_ptr<project::Project>
ProjectDocument::exchangeProject(std::unique_ptr<project::Project> project) {
    m_project.swap(project);
    m_current = {};
    m_media.clear();
    m_tiers.clear();
    m_events.clear();
    m_proposals.clear();
    m_run.reset();
    m_kept.invalidate();
    m_timing = {};
    m_analysis.clear();
    if (m_project)
        m_media = m_project->media();
    emit projectChanged();
    emit mediaListChanged();
    emit timingChanged();
    emit currentMediaChanged();
    emit eventsChanged();
    emit proposalsChanged();
    emit historyChanged();
    return project;
}

QString ProjectDocument::path() const {
    return m_project ? QString::fromStdString(m_project->path().string()) : QString();
}

const project::Media* ProjectDocument::mediaOf(project::MediaId id) const {
    return find(m_media, id);
}

const project::Media* ProjectDocument::currentMedia() const {
    return find(m_media, m_current);
}

void ProjectDocument::setCurrentMedia(project::MediaId id) {
    if (id == m_current)
        return;
    m_current = id;
    m_timing = {};
    m_analysis.clear();
    emit timingChanged();
    emit currentMediaChanged();
    reload();
}

std::vector<FrameInterval> ProjectDocument::watched() const {
    return m_project && currentMedia() ? project::watchedBy(*m_project, m_current, m_project->coder())
                                       : std::vector<FrameInterval>{};
}

const project::Event* ProjectDocument::event(project::EventId id) const {
    return find(m_events, id);
}

const project::StoredProposal* ProjectDocument::proposal(project::ProposalId id) const {
    return find(m_proposals, id);
}

std::optional<project::TierId> ProjectDocument::ownTier() const {
    if (!m_project || m_tiers.empty())
        return std::nullopt;
    for (const project::Tier& tier : m_tiers)
        if (tier.coder == m_project->coder())
            return tier.id;
    return std::nullopt;
}

const project::Tier* ProjectDocument::foreignTier(project::TierId id) const {
    const project::Tier* tier = find(m_tiers, id);
    return tier && m_project && tier->coder != m_project->coder() ? tier : nullptr;
}

std::optional<QString> ProjectDocument::undoName() const {
    return m_project ? toQt(m_project->undoName()) : std::nullopt;
}

std::optional<QString> ProjectDocument::redoName() const {
    return m_project ? toQt(m_project->redoName()) : std::nullopt;
}

std::optional<project::NextStep> ProjectDocument::nextUndo() const {
    return m_project ? m_project->nextUndo() : std::nullopt;
}

std::optional<project::NextStep> ProjectDocument::nextRedo() const {
    return m_project ? m_project->nextRedo() : std::nullopt;
}

std::vector<std::string> ProjectDocument::codersTouched(std::int64_t step) const {
    return m_project ? m_project->codersTouched(step) : std::vector<std::string>{};
}

std::vector<project::HistoryEntry> ProjectDocument::history(std::size_t newest) const {
    return m_project ? m_project->history(newest) : std::vector<project::HistoryEntry>{};
}

std::vector<project::HistoryEntry> ProjectDocument::steps(std::size_t newest) const {
    return m_project ? m_project->steps(newest) : std::vector<project::HistoryEntry>{};
}

std::vector<project::HistoryEntry> ProjectDocument::stepsOf(project::EventId id, std::size_t newest) const {
    return m_project ? m_project->stepsOf(id, newest) : std::vector<project::HistoryEntry>{};
}

QString ProjectDocument::coder() const {
    return m_project ? QString::fromStdString(m_project->coder()) : QString();
}

void ProjectDocument::setCoder(const QString& name) {
    if (!m_project || name.isEmpty())
        return;
    m_project->setCoder(name.toStdString());
    emit eventsChanged();
}

void ProjectDocument::setTiming(FilmTiming timing) {
    m_timing = std::move(timing);
    emit timingChanged();
}

Result<project::RunId> ProjectDocument::storeRun(const project::Run& run,
                                                 const std::vector<annotation::Proposal>& proposals) {
    if (!m_project)
        return fail(ErrorCode::NotFound, tr("No project is open.").toStdString());
    auto stored = m_project->storeRun(run, proposals);
    if (stored) {
        m_kept.start();
        reload();
    }
    return stored;
}

void ProjectDocument::setValue(const QString& key, const QString& value) {
    if (m_project && !m_project->readOnly())
        if (auto kept = m_project->setValue(key.toStdString(), value.toStdString()); !kept)
            emit failed(QString::fromStdString(kept.error().sentence()));
}

std::optional<QString> ProjectDocument::value(const QString& key) const {
    return m_project ? toQt(m_project->value(key.toStdString())) : std::nullopt;
}

int ProjectDocument::followedFace() const {
    return m_project ? project::followedFace(*m_project, m_current) : -1;
}

QString ProjectDocument::subjectOf(project::MediaId id) const {
    return m_project ? QString::fromStdString(project::subjectOf(*m_project, id)) : QString();
}

void ProjectDocument::setMediaContent(project::MediaId id, const std::string& sha256) {
    if (!m_project || m_project->readOnly())
        return;
    if (auto kept = m_project->setMediaContent(id, sha256); !kept)
        emit failed(QString::fromStdString(kept.error().sentence()));
    m_media = m_project->media();
}

void ProjectDocument::refreshRows() {
    m_kept.start();
    reload();
    emit historyChanged();
}

void ProjectDocument::refresh() {
    reload();
    emit currentMediaChanged();
}

double ProjectDocument::secondsSinceKept() const {
    return m_kept.isValid() ? static_cast<double>(m_kept.elapsed()) / 1000.0 : -1.0;
}

Result<project::Applied> ProjectDocument::apply(const project::Edit& edit) {
    if (!m_project)
        return fail(ErrorCode::NotFound, tr("Open a film or a project first.").toStdString());
    auto applied = m_project->apply(edit);
    if (applied)
        afterEdit(touchedBy(edit, *applied));
    return applied;
}

Result<void> ProjectDocument::undo(const std::optional<project::NextStep>& step) {
    if (!m_project)
        return fail(ErrorCode::NotFound, tr("There is nothing to undo.").toStdString());
    auto done = m_project->undo();
    if (done)
        afterEdit(touchedBy(step));
    return done;
}

Result<void> ProjectDocument::redo(const std::optional<project::NextStep>& step) {
    if (!m_project)
        return fail(ErrorCode::NotFound, tr("There is nothing to redo.").toStdString());
    auto done = m_project->redo();
    if (done)
        afterEdit(touchedBy(step));
    return done;
}

std::optional<ProjectDocument::Touched> ProjectDocument::touchedBy(const project::Edit& edit,
                                                                   const project::Applied& applied) {
    if (edit.changes.size() > kMostTouched)
        return std::nullopt;
    Touched out;
    std::size_t added = 0;
    for (const project::Change& change : edit.changes) {
        if (std::holds_alternative<project::AddEvent>(change))
            out.events.push_back({applied.addedIds[added++]});
        else if (const auto* changed = std::get_if<project::ChangeEvent>(&change))
            out.events.push_back(changed->id);
        else if (const auto* moved = std::get_if<project::MoveEvent>(&change))
            out.events.push_back(moved->id);
        else if (const auto* removed = std::get_if<project::RemoveEvent>(&change))
            out.events.push_back(removed->id);
        else if (std::holds_alternative<project::ReviewProposal>(change))
            out.decisions = true;
        else
            return std::nullopt;
    }
    // An id below 0 means a row that the edit adds, which is in the list already.
    std::erase_if(out.events, [](project::EventId id) { return id.value < 0; });
    return out;
}

std::optional<ProjectDocument::Touched>
ProjectDocument::touchedBy(const std::optional<project::NextStep>& step) {
    if (!step || step->otherRows || step->events.size() > kMostTouched)
        return std::nullopt;
    return Touched{step->events, false};
}

void ProjectDocument::afterEdit(const std::optional<Touched>& touched) {
    m_kept.start();
    if (!touched || !currentMedia()) {
        reload();
    } else {
        bool events = false;
        for (const auto id : touched->events)
            events = reloadEvent(id) || events;
        const bool proposals = touched->decisions && replace(m_proposals, m_project->proposals(m_current));
        if (events)
            emit eventsChanged();
        if (proposals)
            emit proposalsChanged();
    }
    emit historyChanged();
}

/// Takes one row over from the file, in the order of reload(). Says whether it differs.
bool ProjectDocument::reloadEvent(project::EventId id) {
    const auto held =
        std::find_if(m_events.begin(), m_events.end(), [id](const auto& row) { return row.id == id; });
    auto fresh = m_project->event(id);
    if (fresh && find(m_tiers, fresh->tier) == nullptr) // of another film
        fresh.reset();
    if (held == m_events.end() ? !fresh : fresh && *fresh == *held)
        return false;
    if (held != m_events.end())
        m_events.erase(held);
    if (!fresh)
        return true;
    const auto key = [](const project::Event& row) { return std::tuple(row.event.onset, row.tier, row.id); };
    const auto place = std::upper_bound(m_events.begin(), m_events.end(), *fresh,
                                        [&](const auto& a, const auto& b) { return key(a) < key(b); });
    m_events.insert(place, *std::move(fresh));
    return true;
}

void ProjectDocument::reload() {
    if (!m_project)
        return;
    const bool mediaChanged = replace(m_media, m_project->media());
    const bool lost = m_current.value != 0 && !currentMedia();
    if (lost) { // the film was taken out of the project, by hand or by undoing its opening
        m_current = {};
        m_timing = {};
        m_analysis.clear();
    }
    std::vector<project::Tier> tiers;
    std::vector<project::Event> events;
    std::vector<project::StoredProposal> proposals;
    const auto runBefore = m_run ? m_run->id : project::RunId{};
    m_run.reset();
    if (currentMedia()) {
        tiers = m_project->tiers(m_current);
        for (const project::Tier& tier : tiers) {
            auto some = m_project->events(tier.id);
            events.insert(events.end(), some.begin(), some.end());
        }
        std::stable_sort(events.begin(), events.end(),
                         [](const auto& a, const auto& b) { return a.event.onset < b.event.onset; });
        proposals = m_project->proposals(m_current);
        m_run = m_project->shownRun(m_current);
    }
    const bool tiersChanged = replace(m_tiers, std::move(tiers));
    const bool someEvents = replace(m_events, std::move(events));
    const bool someProposals = replace(m_proposals, std::move(proposals));
    if (mediaChanged)
        emit mediaListChanged();
    if (lost) {
        emit timingChanged();
        emit currentMediaChanged();
    }
    if (tiersChanged || someEvents)
        emit eventsChanged();
    if (someProposals || (m_run ? m_run->id : project::RunId{}) != runBefore)
        emit proposalsChanged();
    if (const int face = followedFace(); face != m_followed) {
        m_followed = face;
        emit followedFaceChanged();
    }
}

} // namespace mien::ui
