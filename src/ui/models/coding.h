// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/handles.h"
#include "ui/document/drafts.h"
#include "ui/document/project_document.h"
#include "ui/document/selection_model.h"
#include "ui/models/code_entry.h"

#include <QObject>

namespace mien::ui {

/// What the keys of the coding and review loops do to whatever is selected: an event is changed by an edit, a
/// proposal by its draft. No widget knows this; panels and actions call it.
class Coding : public QObject {
    Q_OBJECT
public:
    Coding(ProjectDocument& document, SelectionModel& selection, Drafts& drafts, QObject* parent = nullptr);

    /// I, P, O. Without a selected event I begins a new one at the current frame.
    void mark(Handle handle);
    void nudge(std::int64_t frames); ///< of the handle nearest to the current frame, which follows it
    void moveHandle(Selected what, Handle handle, FrameIndex frame, int drag);
    void setIntensity(annotation::Intensity intensity);
    void
    code(const std::vector<CodeEntry::Unit>& units); ///< and lets go of the event: the next one can begin

    void take();   ///< the selected proposal, as its draft stands
    void reject(); ///< the selected proposal
    void remove(); ///< the selected event
    void split();
    void mergeWithNext();
    void duplicate();

    /// Writes the values shown for the selected thing; for an event one step named `name`. False: refused.
    bool change(const annotation::ExpressionEvent& after, const QString& name);
    /// What is selected, as an event: the event itself or the proposal's draft.
    std::optional<annotation::ExpressionEvent> selectedAsEvent() const;

signals:
    void refused(const QString& sentence);
    void decided(mien::project::ProposalId id); ///< taken or rejected

private:
    void show(const Error& error);
    /// Through the gate; what is another coder's is refused with a sentence.
    Result<project::Applied> push(const project::Edit& edit);
    void begin();

    ProjectDocument& m_document;
    SelectionModel& m_selection;
    Drafts& m_drafts;
};

} // namespace mien::ui
