// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/commands/handles.h"

namespace mien::ui {
class ProjectDocument;
}

namespace mien::ui::commands {

/// Copies the proposal, as `event`, onto the coder's own tier and marks it taken, in one step.
project::Edit takeProposal(const ProjectDocument& document, project::ProposalId id,
                           const annotation::ExpressionEvent& event);
/// The same with one handle of it elsewhere; refused as withHandle refuses.
Result<project::Edit> takeProposalMoved(const ProjectDocument& document, project::ProposalId id,
                                        const annotation::ExpressionEvent& event, Handle handle,
                                        FrameIndex frame);
project::Edit rejectProposal(project::ProposalId id);
/// Back among those that wait for a decision.
project::Edit reopenProposal(project::ProposalId id);

} // namespace mien::ui::commands
