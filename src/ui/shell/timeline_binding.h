// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/project_document.h"
#include "ui/timeline/timeline_content.h"

#include <array>
#include <span>
#include <unordered_map>

namespace mien::ui {

class Drafts;

/// Ids of the tiers that no project row stands for.
inline constexpr std::int64_t kProposalTier = -1;
inline constexpr std::int64_t kEarlyTier = -2;

/// The document as plain values for the timeline.
timeline::Media timelineMedia(const FilmTiming& timing);
std::vector<timeline::Tier> timelineTiers(const ProjectDocument& document);

/// The items of events as they were made last: an edit changes few of them, and making one means writing
/// texts.
class EventItems {
public:
    const timeline::Item& of(const project::Event& event, const FilmTiming& timing);
    void clear() { m_made.clear(); } ///< another film or another timing
    std::size_t size() const { return m_made.size(); }

private:
    std::unordered_map<std::int64_t, std::pair<project::Event, timeline::Item>> m_made;
};

std::vector<timeline::Item> timelineItems(const ProjectDocument& document, const Drafts& drafts,
                                          EventItems& made);

/// The signals of an analysis as lanes that grow at their ends while it runs. Frames that cannot be scored
/// are gaps.
class GrowingLanes {
public:
    static constexpr std::size_t kLanes = 5;
    GrowingLanes();

    /// Frames in order; returns the first one that is new.
    FrameIndex append(std::span<const motion::FrameMotion> frames);
    /// Makes room where the signals have outgrown their scale, with some to spare, and says whether it did:
    /// then lanes() are others.
    bool rescale();
    void finish(); ///< no room to spare any more
    std::vector<timeline::Lane> lanes() const;
    const std::vector<timeline::NotScorable>& notScorable() const { return m_notScorable; }

private:
    std::array<std::shared_ptr<timeline::SignalPyramid>, kLanes> m_signals;
    std::vector<timeline::NotScorable> m_notScorable;
    face::Scorability m_lastState = face::Scorability::Scorable;
    float m_largest = 0.0f;
    float m_fullScale;
};

/// How far each of these regions lies from its rest, as lanes of their own (ids from 101 on).
std::vector<timeline::Lane> lanesOfRegions(const pipeline::Analysis& analysis,
                                           const std::vector<int>& regions);

GrowingLanes lanesOf(const pipeline::Analysis& analysis);

} // namespace mien::ui
