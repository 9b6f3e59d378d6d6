// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/drafts.h"
#include "ui/document/project_document.h"
#include "ui/document/selection_model.h"
#include "ui/jobs/job_list.h"
#include "ui/models/code_entry.h"
#include "ui/models/coding.h"
#include "ui/models/review_queue_model.h"
#include "ui/registry/model_shelf.h"
#include "ui/settings/action_registry.h"
#include "ui/settings/settings.h"
#include "ui/shell/analysis_controller.h"
#include "ui/shell/film_opener.h"

namespace mien::ui {

/// Where the program keeps what it makes by itself.
struct Folders {
    QString projects;    ///< projects of films opened without one
    QString cache;       ///< tables of time stamps and the like; may be deleted at any time
    QString models = {}; ///< spotting models that were trained here
    static Folders ofUser();
};

/// Everything behind the window, made and wired once. Holds no widget.
class Workbench {
public:
    Workbench(Settings& settings, Folders folders);

    Settings& settings;
    Folders folders;
    ActionRegistry actions;
    ProjectDocument document;
    SelectionModel selection;
    Drafts drafts;
    Coding coding;
    ReviewQueueModel queue;
    CodeEntry codeEntry;
    FilmOpener opener;
    ModelShelf shelf;
    AnalysisController analysis;
    JobList jobs; ///< last: stops every job before what they report to goes away
};

} // namespace mien::ui
