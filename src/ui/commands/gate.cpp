// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/gate.h"

#include "ui/document/project_document.h"

#include <QCoreApplication>

namespace mien::ui::commands {
namespace {

template <class T>
bool told(ProjectDocument& document, const Result<T>& result) {
    if (!result)
        emit document.failed(QString::fromStdString(result.error().sentence()));
    return result.has_value();
}

/// Whose tier a change touches though it is another coder's. Rows that the edit itself adds are nobody
/// else's.
class ForeignTier {
public:
    explicit ForeignTier(const ProjectDocument& document) : m_document(document) {}

    const project::Tier* operator()(const project::AddEvent& change) const { return of(change.tier); }
    const project::Tier* operator()(const project::ChangeEvent& change) const { return of(change.id); }
    const project::Tier* operator()(const project::RemoveEvent& change) const { return of(change.id); }
    const project::Tier* operator()(const project::MoveEvent& change) const {
        const auto* from = of(change.id);
        return from ? from : of(change.tier);
    }
    const project::Tier* operator()(const project::ChangeTier& change) const { return of(change.after.id); }
    const project::Tier* operator()(const project::RemoveTier& change) const { return of(change.id); }
    template <class Other>
    const project::Tier* operator()(const Other& /*change*/) const {
        return nullptr;
    }

private:
    const project::Tier* of(project::TierId id) const { return m_document.foreignTier(id); }
    const project::Tier* of(project::EventId id) const {
        const auto* event = m_document.event(id);
        return event ? of(event->tier) : nullptr;
    }

    const ProjectDocument& m_document;
};

} // namespace

Result<void> Gate::allows(const ProjectDocument& document, const project::Edit& edit) {
    for (const project::Change& change : edit.changes)
        if (const auto* tier = std::visit(ForeignTier(document), change))
            return fail(ErrorCode::InvalidArgument,
                        QCoreApplication::translate("Edits",
                                                    "This was coded by %1, and only %1 can change it. "
                                                    "Duplicate the event to get one of your own.")
                            .arg(QString::fromStdString(tier->coder))
                            .toStdString());
    return {};
}

Result<project::Applied> Gate::push(ProjectDocument& document, const project::Edit& edit) {
    if (const auto allowed = allows(document, edit); !told(document, allowed))
        return Unexpected(allowed.error());
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
