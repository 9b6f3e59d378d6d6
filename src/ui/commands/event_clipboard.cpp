// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/event_clipboard.h"

#include "core/annotation/event_table.h"
#include "ui/commands/own_tier.h"
#include "ui/document/project_document.h"

#include <QCoreApplication>

namespace mien::ui::commands {
namespace {

constexpr qsizetype kMostText = 16'000'000; ///< characters; a clipboard can hold anything

std::string say(const char* text) {
    return QCoreApplication::translate("Edits", text).toStdString();
}

Unexpected noEvents() {
    return fail(ErrorCode::InvalidArgument,
                say(QT_TRANSLATE_NOOP(
                    "Edits", "The clipboard holds no events. Copy an event, or rows of an event table with "
                             "their header, and paste again.")));
}

} // namespace

QString eventsToText(std::span<const annotation::ExpressionEvent> events) {
    std::vector<annotation::TableEvent> rows;
    for (const auto& event : events)
        rows.push_back(annotation::tableEvent("film", event));
    const auto format = annotation::eventTableFormat("mien");
    std::vector<annotation::TableNote> notes;
    return format ? QString::fromStdString((*format)->write(rows, notes)) : QString();
}

Result<std::vector<annotation::ExpressionEvent>> eventsFromText(const QString& text) {
    if (text.isEmpty() || text.size() > kMostText)
        return noEvents();
    const auto table = annotation::parseEventTable(text.toStdString(), "clipboard");
    if (!table)
        return noEvents();
    std::vector<annotation::ExpressionEvent> events;
    for (const annotation::TableEvent& row : table->events) {
        annotation::ExpressionEvent event{.onset = row.onset,
                                          .apex = row.apex,
                                          .offset = row.offset.value_or(row.apex.value_or(row.onset)),
                                          .type = row.type,
                                          .actionUnits = row.actionUnits,
                                          .side = row.side,
                                          .intensity = row.intensity,
                                          .confidence = row.confidence,
                                          .note = row.note};
        if (event.ordered())
            events.push_back(std::move(event));
    }
    if (events.empty())
        return noEvents();
    return events;
}

Result<project::Edit> pasteEvents(const ProjectDocument& document,
                                  std::vector<annotation::ExpressionEvent> events, FrameIndex frame) {
    if (events.empty())
        return noEvents();
    FrameIndex first = events.front().onset;
    FrameIndex last = events.front().offset;
    for (const auto& event : events) {
        first = std::min(first, event.onset);
        last = std::max(last, event.offset);
    }
    const auto shift = frame - first;
    const auto frames = document.timing().frames();
    if (frame.value < 0 || (last + shift).value >= frames)
        return fail(ErrorCode::InvalidArgument,
                    QCoreApplication::translate(
                        "Edits", "Pasted at frame %1 the events would end at frame %2, and the film has its "
                                 "last frame at %3. Go to an earlier frame and paste again.")
                        .arg(frame.value)
                        .arg((last + shift).value)
                        .arg(frames - 1)
                        .toStdString());
    project::Edit edit{say(events.size() == 1 ? QT_TRANSLATE_NOOP("Edits", "Paste event")
                                              : QT_TRANSLATE_NOOP("Edits", "Paste events")),
                       {}};
    const project::TierId tier = ownTierIn(document, edit);
    for (auto& event : events) {
        event.onset = event.onset + shift;
        event.offset = event.offset + shift;
        if (event.apex)
            event.apex = *event.apex + shift;
        edit.changes.push_back(project::AddEvent{tier, event});
    }
    return edit;
}

} // namespace mien::ui::commands
