// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/project/project.h"

#include <QObject>

#include <map>

namespace mien::ui {

class ProjectDocument;

/// What a coder would take a proposal as: the proposal's own edges until they are nudged, plus the intensity
/// or code given while looking at it. Kept in the project file, so that closing in the middle loses nothing.
/// The proposal itself never changes.
class Drafts : public QObject {
    Q_OBJECT
public:
    explicit Drafts(ProjectDocument& document, QObject* parent = nullptr);

    /// The draft, or the proposal as it stands where nobody touched it.
    annotation::ExpressionEvent of(project::ProposalId id) const;
    bool touched(project::ProposalId id) const { return m_changed.contains(id); }
    void set(project::ProposalId id, const annotation::ExpressionEvent& event);
    void forget(project::ProposalId id);

signals:
    void changed(mien::project::ProposalId id);

private:
    void load();
    void store();

    ProjectDocument& m_document;
    std::map<project::ProposalId, annotation::ExpressionEvent> m_changed;
};

/// A proposal's interval as an event that a person could have drawn.
annotation::ExpressionEvent eventFrom(const annotation::Proposal& proposal);

} // namespace mien::ui
