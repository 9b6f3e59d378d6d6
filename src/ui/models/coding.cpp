// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/coding.h"

#include "ui/commands/event_edits.h"
#include "ui/commands/gate.h"
#include "ui/commands/proposal_edits.h"

namespace mien::ui {

Coding::Coding(ProjectDocument& document, SelectionModel& selection, Drafts& drafts, QObject* parent)
    : QObject(parent), m_document(document), m_selection(selection), m_drafts(drafts) {}

void Coding::show(const Error& error) {
    emit refused(QString::fromStdString(error.sentence()));
}

Result<project::Applied> Coding::push(const project::Edit& edit) {
    if (const auto allowed = commands::Gate::allows(m_document, edit); !allowed) {
        show(allowed.error());
        return Unexpected(allowed.error());
    }
    return commands::Gate::push(m_document, edit);
}

std::optional<annotation::ExpressionEvent> Coding::selectedAsEvent() const {
    if (const auto id = m_selection.selectedEvent())
        if (const auto* event = m_document.event(*id))
            return event->event;
    if (const auto id = m_selection.selectedProposal())
        if (m_document.proposal(*id))
            return m_drafts.of(*id);
    return std::nullopt;
}

bool Coding::change(const annotation::ExpressionEvent& after, const QString& name) {
    if (const auto id = m_selection.selectedProposal())
        m_drafts.set(*id, after);
    else if (const auto event = m_selection.selectedEvent(); event && selectedAsEvent() != after)
        return push(commands::changeEvent(*event, after, name.toStdString())).has_value();
    return true;
}

void Coding::begin() {
    annotation::ExpressionEvent event;
    event.onset = event.offset = m_selection.currentFrame();
    event.type = typeByDuration(event.interval(), m_document.timing());
    const project::Edit edit = commands::addEvent(m_document, event);
    if (const auto applied = push(edit))
        m_selection.select(project::EventId{applied->addedIds.back()});
}

void Coding::mark(Handle handle) {
    if (!m_document.currentMedia())
        return emit refused(tr("Open a film first."));
    auto event = selectedAsEvent();
    const FrameIndex frame = m_selection.currentFrame();
    const bool isEvent = m_selection.selectedEvent().has_value();
    if (!event || (isEvent && handle == Handle::Onset && frame > event->offset)) {
        if (handle == Handle::Onset)
            return begin();
        return emit refused(tr("Mark the onset first: go to its frame and press the onset key."));
    }
    moveHandle(m_selection.selected(), handle, frame, 0);
}

void Coding::moveHandle(Selected what, Handle handle, FrameIndex frame, int drag) {
    m_selection.select(what);
    const auto before = selectedAsEvent();
    if (!before)
        return;
    annotation::ExpressionEvent start = *before;
    const FilmTiming& timing = m_document.timing();
    if (handle == Handle::Apex && !start.apex && frame > start.offset) {
        // A new event has no width yet: its apex pulls the offset along.
        const bool byDuration = start.type == typeByDuration(start.interval(), timing);
        start.offset = timing.empty() ? frame : timing.clamped(frame);
        if (byDuration)
            start.type = typeByDuration(start.interval(), timing);
    }
    const auto after = withHandle(start, handle, frame, timing);
    if (!after)
        return show(after.error());
    if (*after == *before)
        return;
    if (const auto id = m_selection.selectedEvent())
        (void)push(commands::moveHandle(*id, *after, handle, drag));
    else if (const auto proposal = m_selection.selectedProposal())
        m_drafts.set(*proposal, *after);
}

void Coding::nudge(std::int64_t frames) {
    const auto event = selectedAsEvent();
    if (!event)
        return emit refused(tr("Select an event or a proposal first."));
    const Handle handle = nearestHandle(*event, m_selection.currentFrame());
    const FrameIndex target = *frameOf(*event, handle) + frames;
    moveHandle(m_selection.selected(), handle, target, 0);
    const auto after = selectedAsEvent();
    if (after && *after != *event)
        m_selection.setCurrentFrame(*frameOf(*after, handle));
}

void Coding::setIntensity(annotation::Intensity intensity) {
    auto event = selectedAsEvent();
    if (!event)
        return emit refused(tr("Select an event or a proposal first."));
    event->intensity = intensity;
    change(*event, tr("Set intensity"));
}

void Coding::code(const std::vector<CodeEntry::Unit>& units) {
    const auto event = selectedAsEvent();
    if (!event)
        return emit refused(tr("Select an event first, or begin one at its onset."));
    const bool written = change(CodeEntry::withUnits(*event, units),
                                tr("Code AU %1").arg(QString::fromStdString(CodeEntry::facs(units))));
    if (written && m_selection.selectedEvent())
        m_selection.clear();
}

void Coding::take() {
    const auto id = m_selection.selectedProposal();
    const auto* stored = id ? m_document.proposal(*id) : nullptr;
    if (!stored)
        return emit refused(tr("Select a proposal to take it."));
    if (stored->state == project::ReviewState::Taken)
        return emit refused(tr("This proposal was taken before. Undo it to decide again."));
    if (push(commands::takeProposal(m_document, *id, m_drafts.of(*id))))
        emit decided(*id);
}

void Coding::reject() {
    const auto id = m_selection.selectedProposal();
    const auto* stored = id ? m_document.proposal(*id) : nullptr;
    if (!stored)
        return emit refused(tr("Select a proposal to reject it."));
    if (stored->state == project::ReviewState::Taken)
        return emit refused(tr("This proposal was taken before. Undo it to decide again."));
    if (push(commands::rejectProposal(*id)))
        emit decided(*id);
}

void Coding::remove() {
    const auto id = m_selection.selectedEvent();
    if (!id)
        return emit refused(tr("Select an event to delete it."));
    if (push(commands::removeEvent(*id)))
        m_selection.clear();
}

void Coding::split() {
    const auto id = m_selection.selectedEvent();
    const auto* event = id ? m_document.event(*id) : nullptr;
    if (!event)
        return emit refused(tr("Select an event to split it."));
    const auto edit = commands::splitEvent(*event, m_selection.currentFrame(), m_document.timing());
    if (!edit)
        return show(edit.error());
    (void)push(*edit);
}

void Coding::mergeWithNext() {
    const auto id = m_selection.selectedEvent();
    const auto* event = id ? m_document.event(*id) : nullptr;
    if (!event)
        return emit refused(tr("Select an event to merge it with the next one."));
    std::vector<project::Event> pair{*event};
    for (const project::Event& other : m_document.events())
        if (other.tier == event->tier && other.id != event->id && other.event.onset >= event->event.onset) {
            pair.push_back(other);
            break;
        }
    const auto edit = commands::mergeEvents(pair, m_document.timing());
    if (!edit)
        return show(edit.error());
    (void)push(*edit);
}

void Coding::duplicate() {
    const auto id = m_selection.selectedEvent();
    const auto* event = id ? m_document.event(*id) : nullptr;
    if (!event)
        return emit refused(tr("Select an event to duplicate it."));
    if (const auto applied = push(commands::duplicateEvent(m_document, *event)))
        m_selection.select(project::EventId{applied->addedIds.back()});
}

} // namespace mien::ui
