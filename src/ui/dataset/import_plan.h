// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/dataset.h"
#include "core/project/project.h"

#include <QString>

#include <map>

namespace mien::ui {

/// What is known of the films of a dataset once each was opened: the media, or why it cannot be used.
using ProbedFilms = std::map<std::filesystem::path, Result<project::Media>>;

/// Opens every film that rows of the dataset name; one that cannot be opened is no failure.
Result<ProbedFilms> probeFilms(const dataset::Dataset& data, const std::filesystem::path& cacheDir,
                               const JobContext& job);

/// What importing a dataset into a project comes to: its found films, and its expressions as events of a
/// coder who is named after it, and whom each film shows. One edit, so one undo takes all of it back.
struct ImportPlan {
    project::Edit edit;
    int films = 0; ///< that the project does not have yet
    int events = 0;
    std::map<QString, int> leftOut; ///< why rows are not written, and how many
};

/// Why a row cannot become an event, as far as the table tells; empty: it can.
QString whyNotWritten(const dataset::Sample& sample);

/// How many rows whyNotWritten() lets through, and why the others not; before any film was opened.
ImportPlan outlookOf(const dataset::Dataset& data);

ImportPlan planImport(const dataset::Dataset& data, const ProbedFilms& films,
                      const project::Project& project);

/// "3 rows: the film is missing" … one line a reason.
QString leftOutText(const ImportPlan& plan);

} // namespace mien::ui
