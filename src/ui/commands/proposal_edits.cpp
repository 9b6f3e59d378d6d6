// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/proposal_edits.h"

#include "ui/commands/own_tier.h"
#include "ui/document/project_document.h"

#include <QCoreApplication>

namespace mien::ui::commands {

project::TierId ownTierIn(const ProjectDocument& document, project::Edit& edit) {
    if (const auto tier = document.ownTier())
        return *tier;
    const auto* media = document.currentMedia();
    const std::string coder = document.coder().toStdString();
    edit.changes.push_back(project::AddTier{
        {.id = {}, .media = media ? media->id : project::MediaId{}, .name = coder, .coder = coder}});
    return project::TierId{-1};
}

project::Edit takeProposal(const ProjectDocument& document, project::ProposalId id,
                           const annotation::ExpressionEvent& event) {
    project::Edit edit{QCoreApplication::translate("Edits", "Take proposal").toStdString(), {}};
    const project::TierId tier = ownTierIn(document, edit);
    edit.changes.push_back(project::AddEvent{tier, event});
    edit.changes.push_back(project::ReviewProposal{id, project::ReviewState::Taken});
    return edit;
}

Result<project::Edit> takeProposalMoved(const ProjectDocument& document, project::ProposalId id,
                                        const annotation::ExpressionEvent& event, Handle handle,
                                        FrameIndex frame) {
    const auto moved = withHandle(event, handle, frame, document.timing());
    if (!moved)
        return Unexpected(moved.error());
    project::Edit edit = takeProposal(document, id, *moved);
    edit.name =
        QCoreApplication::translate("Edits", "Take proposal, %1 moved").arg(handleText(handle)).toStdString();
    return edit;
}

project::Edit rejectProposal(project::ProposalId id) {
    return {QCoreApplication::translate("Edits", "Reject proposal").toStdString(),
            {project::ReviewProposal{id, project::ReviewState::Rejected}}};
}

project::Edit reopenProposal(project::ProposalId id) {
    return {QCoreApplication::translate("Edits", "Decide on proposal again").toStdString(),
            {project::ReviewProposal{id, project::ReviewState::Pending}}};
}

} // namespace mien::ui::commands
