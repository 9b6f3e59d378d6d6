// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/selection_model.h"

namespace mien::ui {

void SelectionModel::setCurrentFrame(FrameIndex frame) {
    if (frame == m_frame)
        return;
    m_frame = frame;
    emit currentFrameChanged(frame);
}

std::optional<project::EventId> SelectionModel::selectedEvent() const {
    const auto* id = std::get_if<project::EventId>(&m_selected);
    return id ? std::optional(*id) : std::nullopt;
}

std::optional<project::ProposalId> SelectionModel::selectedProposal() const {
    const auto* id = std::get_if<project::ProposalId>(&m_selected);
    return id ? std::optional(*id) : std::nullopt;
}

void SelectionModel::select(Selected what) {
    if (what == m_selected)
        return;
    m_selected = what;
    emit selectionChanged();
}

void SelectionModel::setLoop(std::optional<FrameInterval> interval) {
    if (interval == m_loop)
        return;
    m_loop = interval;
    emit loopChanged();
}

std::optional<FrameIndex> SelectionModel::neutral() const {
    return m_pinned.empty() ? std::nullopt : std::optional(m_pinned.back());
}

void SelectionModel::pin(FrameIndex frame) {
    if (neutral() == frame) {
        m_pinned.pop_back();
    } else {
        std::erase(m_pinned, frame);
        m_pinned.push_back(frame);
    }
    emit pinnedChanged();
}

void SelectionModel::setPinned(std::vector<FrameIndex> frames) {
    m_pinned = std::move(frames);
    emit pinnedChanged();
}

void SelectionModel::setRegions(std::vector<int> regions) {
    if (regions == m_regions)
        return;
    m_regions = std::move(regions);
    emit regionsChanged();
}

void SelectionModel::reset() {
    setLoop(std::nullopt);
    clear();
    setPinned({});
    setRegions({});
    m_frame = FrameIndex{0};
    emit currentFrameChanged(m_frame);
}

} // namespace mien::ui
