// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workbench.h"

#include <QStandardPaths>

namespace mien::ui {

Folders Folders::ofUser() {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return {data + "/projects", QStandardPaths::writableLocation(QStandardPaths::CacheLocation)};
}

Workbench::Workbench(Settings& chosen, Folders places)
    : settings(chosen),
      folders(std::move(places)),
      actions(chosen),
      drafts(document),
      coding(document, selection, drafts),
      queue(document),
      opener(document, selection, chosen, jobs, folders.projects, folders.cache),
      analysis(document, chosen, jobs, folders.cache) {}

} // namespace mien::ui
