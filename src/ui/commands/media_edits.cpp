// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/media_edits.h"

#include <QCoreApplication>

namespace mien::ui::commands {

project::Edit addMedia(const project::Media& media, const std::string& coder) {
    project::Tier tier{.id = {}, .media = project::MediaId{-1}, .name = coder, .coder = coder};
    return {QCoreApplication::translate("Edits", "Add film").toStdString(),
            {project::AddMedia{media}, project::AddTier{tier}}};
}

project::Edit removeMedia(project::MediaId id) {
    return {QCoreApplication::translate("Edits", "Remove film").toStdString(), {project::RemoveMedia{id}}};
}

} // namespace mien::ui::commands
