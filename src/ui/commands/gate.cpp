// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/gate.h"

#include "ui/document/project_document.h"
#include "ui/jobs/job_list.h"

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

Result<void> Gate::allows(const ProjectDocument& document, const std::optional<project::NextStep>& step) {
    const auto coder = document.coder().toStdString();
    if (!step || step->coder == coder) // it passed this gate when it was made
        return {};
    for (const auto& touched : document.codersTouched(step->step))
        if (touched != coder)
            return fail(ErrorCode::InvalidArgument,
                        QCoreApplication::translate(
                            "Edits", "“%1” was done by %2 to what %3 coded; you cannot take it "
                                     "back or do it again.")
                            .arg(QString::fromStdString(step->name), QString::fromStdString(step->coder),
                                 QString::fromStdString(touched))
                            .toStdString());
    return {};
}

bool Gate::undo(ProjectDocument& document) {
    const auto step = document.nextUndo();
    return told(document, allows(document, step)) && told(document, document.undo(step));
}

bool Gate::redo(ProjectDocument& document) {
    const auto step = document.nextRedo();
    return told(document, allows(document, step)) && told(document, document.redo(step));
}

namespace {

using Work = std::function<Result<void>(project::Project&)>;

/// `work` on a project object of its own; the document's is for the window's thread alone.
void runApart(ProjectDocument& document, JobList& jobs, const QString& title, Work work, Gate::Done done) {
    jobs.start<bool>(
        title,
        [path = document.path().toStdString(), coder = document.coder().toStdString(),
         work = std::move(work)](const JobContext& job) -> Result<bool> {
            auto own = project::openProject(path);
            if (!own)
                return Unexpected(own.error());
            (*own)->setCoder(coder);
            job.progress(0.1, "");
            if (const auto ok = work(**own); !ok)
                return Unexpected(ok.error());
            return true;
        },
        &document,
        [&document, path = document.path(), done = std::move(done)](const Result<bool>& result) {
            if (!result && result.error().code != ErrorCode::Cancelled)
                emit document.failed(QString::fromStdString(result.error().sentence()));
            if (document.path() == path)
                document.refreshRows();
            if (done)
                done(result.has_value());
        });
}

/// Undo and redo of a large step. Where something was done meanwhile, another step would be walked: none is.
void walkApart(ProjectDocument& document, JobList& jobs, const project::NextStep& step, bool undoing) {
    const QString name = QString::fromStdString(step.name);
    runApart(document, jobs,
             undoing ? QCoreApplication::translate("Edits", "Undoing: %1").arg(name)
                     : QCoreApplication::translate("Edits", "Redoing: %1").arg(name),
             [only = step.step, undoing](project::Project& own) {
                 return undoing ? own.undo(only) : own.redo(only);
             },
             {});
}

} // namespace

void Gate::pushInBackground(ProjectDocument& document, JobList& jobs, project::Edit edit, Done done) {
    if (!told(document, allows(document, edit))) {
        if (done)
            done(false);
        return;
    }
    const QString name = QString::fromStdString(edit.name);
    runApart(
        document, jobs, name,
        [edit = std::move(edit)](project::Project& own) -> Result<void> {
            const auto applied = own.apply(edit);
            return applied ? Result<void>() : Unexpected(applied.error());
        },
        std::move(done));
}

void Gate::undoInBackground(ProjectDocument& document, JobList& jobs) {
    const auto step = document.nextUndo();
    if (!step || step->rows <= kMostAtOnce)
        undo(document);
    else if (told(document, allows(document, step)))
        walkApart(document, jobs, *step, true);
}

void Gate::redoInBackground(ProjectDocument& document, JobList& jobs) {
    const auto step = document.nextRedo();
    if (!step || step->rows <= kMostAtOnce)
        redo(document);
    else if (told(document, allows(document, step)))
        walkApart(document, jobs, *step, false);
}

} // namespace mien::ui::commands
