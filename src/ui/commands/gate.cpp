// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/gate.h"

#include "ui/document/project_document.h"

namespace mien::ui::commands {
namespace {

template <class T>
bool told(ProjectDocument& document, const Result<T>& result) {
    if (!result)
        emit document.failed(QString::fromStdString(result.error().sentence()));
    return result.has_value();
}

} // namespace

Result<project::Applied> Gate::push(ProjectDocument& document, const project::Edit& edit) {
    auto applied = document.apply(edit);
    told(document, applied);
    return applied;
}

bool Gate::undo(ProjectDocument& document) {
    return told(document, document.undo());
}

bool Gate::redo(ProjectDocument& document) {
    return told(document, document.redo());
}

} // namespace mien::ui::commands
