// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stretch.h"

#include <cmath>

namespace mien::pipeline {
namespace {

constexpr double kLongestS = 2.0;           // drift of the light and of the head stays small within
constexpr std::size_t kLongestFrames = 256; // bounds the memory of a stretch to 16 MiB of crops
constexpr std::size_t kFewestFrames = 24;
constexpr float kMaxShift = 0.25f; // of the eye distance: beyond this the crop no longer holds the face well
constexpr float kMaxScale = 0.08f;
constexpr float kMaxTurnDeg = 8.0f;

bool scorable(const face::FaceObservation& seen) {
    return seen.state == face::Scorability::Scorable;
}

} // namespace

StretchBuilder::StretchBuilder(double fps)
    : m_longest(std::clamp(static_cast<std::size_t>(kLongestS * fps), kFewestFrames, kLongestFrames)) {}

bool StretchBuilder::fits(const face::FaceObservation& seen) const {
    if (m_stretch.frames.size() >= m_longest)
        return false;
    const bool current = m_stretch.scorable();
    if (scorable(seen) != current)
        return false;
    if (!current)
        return true;
    const float eyes = face::interocularDistance(m_reference.landmarks);
    const cv::Point2f shift = face::leftEyeCentre(seen.landmarks) + face::rightEyeCentre(seen.landmarks) -
                              face::leftEyeCentre(m_reference.landmarks) -
                              face::rightEyeCentre(m_reference.landmarks);
    const float scale = face::interocularDistance(seen.landmarks) / eyes;
    return std::hypot(shift.x, shift.y) * 0.5f <= kMaxShift * eyes && std::abs(scale - 1.0f) <= kMaxScale &&
           std::abs(seen.pose.rollDeg - m_reference.pose.rollDeg) <= kMaxTurnDeg &&
           std::abs(seen.pose.yawDeg - m_reference.pose.yawDeg) <= kMaxTurnDeg &&
           std::abs(seen.pose.pitchDeg - m_reference.pose.pitchDeg) <= kMaxTurnDeg;
}

void StretchBuilder::begin(const face::FaceObservation& seen, const RegionVectors& position,
                           const cv::Mat& grey) {
    m_stretch = {};
    if (!scorable(seen))
        return;
    m_stretch.chained = m_lastScorable;
    m_reference = m_lastScorable ? m_last : seen;
    m_transform = face::faceFromImage(m_reference.landmarks);
    m_stretch.referenceCrop = face::alignedCrop(m_lastScorable ? m_lastGrey : grey, m_transform);
    m_stretch.reference = m_reference;
    m_stretch.referencePosition = m_lastScorable ? m_lastPosition : position;
    m_stretch.referenceLandmarks = face::transformed(m_reference.landmarks, m_transform);
}

std::optional<Stretch> StretchBuilder::add(face::FaceObservation seen, const cv::Mat& grey) {
    RegionVectors position{};
    if (scorable(seen)) {
        if (!m_lastScorable)
            m_anchor.reset();
        position = m_anchor.place(seen.landmarks);
    }
    std::optional<Stretch> closed;
    if (m_stretch.frames.empty()) {
        begin(seen, position, grey);
    } else if (!fits(seen)) {
        closed = take();
        begin(seen, position, grey);
    }
    cv::Mat crop;
    if (scorable(seen))
        crop = face::alignedCrop(grey, m_transform);
    m_lastScorable = scorable(seen);
    m_last = seen;
    m_lastPosition = position;
    m_lastGrey = grey;
    m_stretch.frames.push_back({std::move(seen), position, std::move(crop)});
    return closed;
}

std::optional<Stretch> StretchBuilder::take() {
    if (m_stretch.frames.empty())
        return std::nullopt;
    return std::exchange(m_stretch, {});
}

std::optional<Stretch> StretchBuilder::finish() {
    return take();
}

} // namespace mien::pipeline
