// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/event_edits.h"

#include "ui/commands/own_tier.h"
#include "ui/document/project_document.h"

#include <QCoreApplication>

namespace mien::ui::commands {
namespace {

std::string words(const char* text) {
    return QCoreApplication::translate("Edits", text).toStdString();
}

} // namespace

project::Edit addEvent(const ProjectDocument& document, const annotation::ExpressionEvent& event) {
    project::Edit edit{words(QT_TRANSLATE_NOOP("Edits", "Add event")), {}};
    const project::TierId tier = ownTierIn(document, edit);
    edit.changes.push_back(project::AddEvent{tier, event});
    return edit;
}

project::Edit changeEvent(project::EventId id, const annotation::ExpressionEvent& after, std::string name) {
    return {std::move(name), {project::ChangeEvent{id, after}}};
}

project::Edit moveHandle(project::EventId id, const annotation::ExpressionEvent& after, Handle handle,
                         int drag) {
    const char* names[] = {QT_TRANSLATE_NOOP("Edits", "Move onset"), QT_TRANSLATE_NOOP("Edits", "Move apex"),
                           QT_TRANSLATE_NOOP("Edits", "Move offset")};
    project::Edit edit = changeEvent(id, after, words(names[static_cast<int>(handle)]));
    if (drag != 0)
        edit.mergeKey = "drag/" + std::to_string(id.value) + "/" + std::to_string(drag);
    return edit;
}

project::Edit moveToTier(project::EventId id, project::TierId tier) {
    return {words(QT_TRANSLATE_NOOP("Edits", "Move event to another tier")), {project::MoveEvent{id, tier}}};
}

project::Edit removeEvent(project::EventId id) {
    return {words(QT_TRANSLATE_NOOP("Edits", "Delete event")), {project::RemoveEvent{id}}};
}

project::Edit duplicateEvent(const ProjectDocument& document, const project::Event& event) {
    project::Edit edit{words(QT_TRANSLATE_NOOP("Edits", "Duplicate event")), {}};
    const project::TierId tier = document.foreignTier(event.tier) ? ownTierIn(document, edit) : event.tier;
    edit.changes.push_back(project::AddEvent{tier, event.event});
    return edit;
}

Result<project::Edit> splitEvent(const project::Event& event, FrameIndex frame, const FilmTiming& timing) {
    annotation::ExpressionEvent first = event.event;
    annotation::ExpressionEvent second = event.event;
    if (frame <= first.onset || frame > first.offset)
        return fail(ErrorCode::InvalidArgument,
                    words(QT_TRANSLATE_NOOP(
                        "Edits", "Go to a frame inside the event, after its onset, to split it.")));
    first.offset = frame - 1;
    second.onset = frame;
    if (first.apex && *first.apex >= frame)
        first.apex.reset();
    if (second.apex && *second.apex < frame)
        second.apex.reset();
    first.type = typeByDuration(first.interval(), timing);
    second.type = typeByDuration(second.interval(), timing);
    return project::Edit{words(QT_TRANSLATE_NOOP("Edits", "Split event")),
                         {project::ChangeEvent{event.id, first}, project::AddEvent{event.tier, second}}};
}

Result<project::Edit> mergeEvents(std::span<const project::Event> events, const FilmTiming& timing) {
    if (events.size() < 2)
        return fail(ErrorCode::InvalidArgument,
                    words(QT_TRANSLATE_NOOP("Edits", "Merging needs a next event on the same tier.")));
    annotation::ExpressionEvent all = events[0].event;
    project::Edit edit{words(QT_TRANSLATE_NOOP("Edits", "Merge events")), {}};
    for (const project::Event& other : events.subspan(1)) {
        all.onset = std::min(all.onset, other.event.onset);
        all.offset = std::max(all.offset, other.event.offset);
        if (!all.apex)
            all.apex = other.event.apex;
        all.intensity = std::max(all.intensity, other.event.intensity);
        const std::string& code = other.event.actionUnits;
        if (!code.empty() && code != all.actionUnits)
            all.actionUnits += (all.actionUnits.empty() ? "" : "+") + code;
        if (!other.event.note.empty())
            all.note += (all.note.empty() ? "" : "\n") + other.event.note;
        edit.changes.push_back(project::RemoveEvent{other.id});
    }
    all.type = typeByDuration(all.interval(), timing);
    edit.changes.push_back(project::ChangeEvent{events[0].id, all});
    return edit;
}

} // namespace mien::ui::commands
