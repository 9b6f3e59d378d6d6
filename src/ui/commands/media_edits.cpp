// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/media_edits.h"

#include "core/project/film_facts.h"

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

project::Edit followFace(project::MediaId id, int face) {
    const QString name = face < 0 ? QCoreApplication::translate("Edits", "Follow the largest face")
                                  : QCoreApplication::translate("Edits", "Follow face %1").arg(face + 1);
    return {name.toStdString(), {project::setFollowedFace(id, face)}};
}

project::Edit setSubject(project::MediaId id, const QString& subject) {
    const QString name = subject.isEmpty() ? QCoreApplication::translate("Edits", "Film without a person")
                                           : QCoreApplication::translate("Edits", "Film of %1").arg(subject);
    return {name.toStdString(), {project::setSubject(id, subject.toStdString())}};
}

} // namespace mien::ui::commands
