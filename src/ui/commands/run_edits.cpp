// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/run_edits.h"

#include "core/project/watched.h"
#include "ui/commands/gate.h"
#include "ui/document/project_document.h"

#include <QCoreApplication>

namespace mien::ui::commands {

project::Edit showRun(project::MediaId media, project::RunId run, const QString& name) {
    return {QCoreApplication::translate("Edits", "Show proposals: %1").arg(name).toStdString(),
            {project::ShowRun{media, run}}};
}

Result<project::RunId> storeAndShow(ProjectDocument& document, project::Run run,
                                    const std::vector<annotation::Proposal>& proposals, const QString& name) {
    run.offered = true;
    auto stored = document.storeRun(run, proposals);
    if (!stored)
        return stored;
    const auto shown = Gate::push(document, {name.toStdString(), {project::ShowRun{run.media, *stored}}});
    return shown ? stored : Result<project::RunId>(Unexpected(shown.error()));
}

project::Edit markWatched(const ProjectDocument& document, FrameInterval span, bool watched) {
    const auto* media = document.currentMedia();
    const auto coder = document.coder().toStdString();
    const auto id = media ? media->id : project::MediaId{};
    const auto before = document.watched();
    return {(watched ? QCoreApplication::translate("Edits", "Mark as watched")
                     : QCoreApplication::translate("Edits", "Mark as not watched"))
                .toStdString(),
            {project::setWatched(id, coder,
                                 watched ? project::joined(before, span) : project::without(before, span))}};
}

} // namespace mien::ui::commands
