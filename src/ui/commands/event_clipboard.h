// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

#include <span>

namespace mien::ui {
class FilmTiming;
class ProjectDocument;
} // namespace mien::ui

namespace mien::ui::commands {

/// Events as the text of a table in Mien's own layout: what is copied here can be pasted into a spreadsheet.
QString eventsToText(std::span<const annotation::ExpressionEvent> events);

/// The events of a copied table, in Mien's layout or any other that is known; InvalidArgument with a sentence
/// where the text is none. Rows without an offset end at their apex, else at their onset.
Result<std::vector<annotation::ExpressionEvent>> eventsFromText(const QString& text);

/// Puts the events onto the coder's own tier, the first onset at `frame` and the others as far from it as
/// they were; one step. InvalidArgument where one would lie outside the film.
Result<project::Edit> pasteEvents(const ProjectDocument& document,
                                  std::vector<annotation::ExpressionEvent> events, FrameIndex frame);

} // namespace mien::ui::commands
