// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/commands/handles.h"

#include <span>

namespace mien::ui {
class ProjectDocument;
}

/// Everything a person can do to events, as values: build an Edit, then Gate::push it.
namespace mien::ui::commands {

/// On the coder's own tier of the current film, which is made where it is missing.
project::Edit addEvent(const ProjectDocument& document, const annotation::ExpressionEvent& event);

project::Edit changeEvent(project::EventId id, const annotation::ExpressionEvent& after, std::string name);

/// `drag`: the same number for all moves of one drag, so that they are one undo step; 0: a step of its own.
project::Edit moveHandle(project::EventId id, const annotation::ExpressionEvent& after, Handle handle,
                         int drag = 0);

project::Edit moveToTier(project::EventId id, project::TierId tier);
project::Edit removeEvent(project::EventId id);
/// On the same tier; of another coder's event, on the coder's own.
project::Edit duplicateEvent(const ProjectDocument& document, const project::Event& event);

/// First part ends before `frame`, second begins at it; InvalidArgument where one would be empty.
Result<project::Edit> splitEvent(const project::Event& event, FrameIndex frame, const FilmTiming& timing);

/// From the first onset to the last offset; codes joined by "+", the first event's apex kept. At least two,
/// of one tier.
Result<project::Edit> mergeEvents(std::span<const project::Event> events, const FilmTiming& timing);

} // namespace mien::ui::commands
