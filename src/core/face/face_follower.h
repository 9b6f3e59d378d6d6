// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_search.h"
#include "core/face/face_tracker.h"

#include <optional>

namespace mien::face {

/// Decides when the whole frame is searched and which of the faces found is the one to follow. The first
/// choice is FaceOptions::followFace; after a loss it is the face nearest to where the followed one was last
/// seen, as long as that is plausible, so that a passer-by is not taken for the person.
class FaceFollower {
public:
    explicit FaceFollower(const FaceOptions& options);

    /// Looks for the face to follow in a frame where it is not known; nullopt where there is none, or where
    /// it is not yet time to look again (searching costs up to 20 times as much as following).
    std::optional<Detection> look(FrameIndex frame, const cv::Mat& grey);
    /// The followed face was seen here; remembered for the time after a loss.
    void seen(FrameIndex frame, const cv::Rect2f& box);

    FaceSearch& search() { return m_search; }
    const std::vector<Detection>& candidates() const { return m_candidates; }

private:
    std::optional<SearchEffort> effortNow(FrameIndex frame) const;
    std::optional<Detection> choose(FrameIndex frame) const;

    FaceOptions m_options;
    FaceSearch m_search;
    std::vector<Detection> m_candidates;
    std::optional<cv::Rect2f> m_lastBox;
    FrameIndex m_lastSeen;
    bool m_searchedSinceLoss = false;
    FrameIndex m_lastQuick, m_lastCareful, m_lastFull;
};

} // namespace mien::face
