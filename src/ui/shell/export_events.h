// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/event_table.h"
#include "core/project/project.h"
#include "ui/document/film_timing.h"

#include <QString>

namespace mien::ui {

/// Every person's event of a project as table rows. Times in seconds are known for the film that is open.
std::vector<annotation::TableEvent> eventsForExport(const project::Project& project, project::MediaId open,
                                                    const FilmTiming& timing);

/// The name filters of a file dialog, one a format, and back.
QString exportFilters();
std::string exportFormatOf(const QString& filter);

} // namespace mien::ui
