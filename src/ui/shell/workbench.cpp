// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workbench.h"

#include <QStandardPaths>

namespace mien::ui {

Folders Folders::ofUser() {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return {data + "/projects", QStandardPaths::writableLocation(QStandardPaths::CacheLocation),
            data + "/models"};
}

Workbench::Workbench(Settings& chosen, Folders places)
    : settings(chosen),
      folders(std::move(places)),
      actions(chosen),
      drafts(document),
      coding(document, selection, drafts),
      queue(document),
      opener(document, selection, chosen, jobs, folders.projects, folders.cache),
      shelf(chosen, document, jobs, folders.models),
      analysis(document, chosen, shelf, jobs, folders.cache) {}

} // namespace mien::ui
