// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/project_document.h"
#include "ui/timeline/timeline_content.h"

namespace mien::ui {

class Drafts;

/// Ids of the tiers that no project row stands for.
inline constexpr std::int64_t kProposalTier = -1;
inline constexpr std::int64_t kEarlyTier = -2;

/// The document as plain values for the timeline.
timeline::Media timelineMedia(const FilmTiming& timing);
std::vector<timeline::Tier> timelineTiers(const ProjectDocument& document);
std::vector<timeline::Item> timelineItems(const ProjectDocument& document, const Drafts& drafts);
std::vector<timeline::Lane> timelineLanes(const pipeline::Analysis& analysis);
std::vector<timeline::NotScorable> notScorableSpans(const pipeline::Analysis& analysis);

} // namespace mien::ui
