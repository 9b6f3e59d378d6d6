// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/face_follower.h"

#include <algorithm>
#include <cmath>

namespace mien::face {
namespace {

// Seconds of film between searches of each effort while no face is followed.
constexpr double kQuickEveryS = 1.0 / 15.0;
constexpr double kCarefulEveryS = 0.5;
constexpr double kFullEveryS = 2.0;
/// How long the place of a lost face says where to look for it.
constexpr double kRememberPlaceS = 3.0;

cv::Point2f centreOf(const cv::Rect2f& box) {
    return {box.x + box.width / 2, box.y + box.height / 2};
}

} // namespace

FaceFollower::FaceFollower(const FaceOptions& options)
    : m_options(options), m_search(options.minFaceWidthPx) {}

std::optional<SearchEffort> FaceFollower::effortNow(FrameIndex frame) const {
    if (!m_searchedSinceLoss)
        return SearchEffort::Careful;
    const auto due = [&](FrameIndex last, double everyS) {
        return static_cast<double>(frame - last) >= std::max(1.0, everyS * m_options.fps);
    };
    if (due(m_lastFull, kFullEveryS))
        return SearchEffort::Full;
    if (due(m_lastCareful, kCarefulEveryS))
        return SearchEffort::Careful;
    if (due(m_lastQuick, kQuickEveryS))
        return SearchEffort::Quick;
    return std::nullopt;
}

std::optional<Detection> FaceFollower::look(FrameIndex frame, const cv::Mat& grey) {
    const auto effort = effortNow(frame);
    if (!effort)
        return std::nullopt;
    m_lastQuick = frame;
    m_lastCareful = *effort == SearchEffort::Quick ? m_lastCareful : frame;
    m_candidates = m_search.wholeFrame(grey, *effort);
    // The largest face is in any search that finds one; to count from the left, everybody must be in view.
    // And the first look after a loss is a thorough one.
    const bool counting = m_options.followFace >= 0 && !m_lastBox && !m_candidates.empty();
    const bool newlyLost = !m_searchedSinceLoss && m_candidates.empty();
    if (*effort != SearchEffort::Full && (counting || newlyLost))
        m_candidates = m_search.wholeFrame(grey, SearchEffort::Full);
    if (*effort == SearchEffort::Full || counting || newlyLost)
        m_lastCareful = m_lastFull = frame;
    m_searchedSinceLoss = true;
    return choose(frame);
}

std::optional<Detection> FaceFollower::choose(FrameIndex frame) const {
    if (m_candidates.empty())
        return std::nullopt;
    if (m_lastBox && static_cast<double>(frame - m_lastSeen) < kRememberPlaceS * m_options.fps) {
        const auto distance = [&](const Detection& d) {
            const cv::Point2f gap = centreOf(d.box) - centreOf(*m_lastBox);
            return std::hypot(gap.x, gap.y) / m_lastBox->width +
                   std::abs(std::log2(d.box.width / m_lastBox->width));
        };
        const auto nearest =
            std::min_element(m_candidates.begin(), m_candidates.end(),
                             [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
        // Alone in the picture it may have moved far; beside others it must be near to be believed.
        if (m_candidates.size() == 1 || distance(*nearest) < 1.5f)
            return *nearest;
        return std::nullopt;
    }
    if (m_options.followFace >= 0) {
        const auto last = m_candidates.size() - 1;
        return m_candidates[std::min(static_cast<std::size_t>(m_options.followFace), last)];
    }
    return *std::max_element(m_candidates.begin(), m_candidates.end(),
                             [](const auto& a, const auto& b) { return a.box.width < b.box.width; });
}

void FaceFollower::seen(FrameIndex frame, const cv::Rect2f& box) {
    m_lastBox = box;
    m_lastSeen = frame;
    m_searchedSinceLoss = false;
}

} // namespace mien::face
