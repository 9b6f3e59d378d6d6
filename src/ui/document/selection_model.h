// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/project/project.h"

#include <QObject>

#include <optional>
#include <variant>
#include <vector>

namespace mien::ui {

/// Nothing, a person's event, or a machine's proposal.
using Selected = std::variant<std::monostate, project::EventId, project::ProposalId>;

/// Where the panels meet: the frame that is looked at, what is selected, what is looped, which neutral frames
/// are pinned. Knows nothing of films; the document and the player do.
class SelectionModel : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    FrameIndex currentFrame() const { return m_frame; }
    void setCurrentFrame(FrameIndex frame);

    const Selected& selected() const { return m_selected; }
    std::optional<project::EventId> selectedEvent() const;
    std::optional<project::ProposalId> selectedProposal() const;
    void select(Selected what);
    void clear() { select(std::monostate{}); }

    /// Playback stays within, and starts again at, this interval.
    const std::optional<FrameInterval>& loop() const { return m_loop; }
    void setLoop(std::optional<FrameInterval> interval);

    /// Neutral frames, the one compared with last.
    const std::vector<FrameIndex>& pinned() const { return m_pinned; }
    std::optional<FrameIndex> neutral() const;
    void pin(FrameIndex frame); ///< pins, or unpins the frame that is the neutral already
    void setPinned(std::vector<FrameIndex> frames);

    /// Facial regions that another panel speaks of (motion::regions()): lit up on the face and the score.
    const std::vector<int>& regions() const { return m_regions; }
    void setRegions(std::vector<int> regions);

    /// Everything back to the start, for another film.
    void reset();

signals:
    void currentFrameChanged(mien::FrameIndex frame);
    void selectionChanged();
    void loopChanged();
    void pinnedChanged();
    void regionsChanged();

private:
    FrameIndex m_frame;
    Selected m_selected;
    std::optional<FrameInterval> m_loop;
    std::vector<FrameIndex> m_pinned;
    std::vector<int> m_regions;
};

} // namespace mien::ui
