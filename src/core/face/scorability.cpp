// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/scorability.h"

#include "core/face/alignment.h"

#include <opencv2/imgproc.hpp>

namespace mien::face {
namespace {

constexpr double kReturnS = 0.2;

/// Points that the twelve regions stand on must be inside by about a region's radius; the jaw may leave a
/// little.
bool cutOff(const FaceEvidence& e, float strictness) {
    const float iod = interocularDistance(e.landmarks);
    const float inside = 0.05f * iod * strictness;
    const auto out = [&](cv::Point2f p, float margin) {
        return p.x < margin || p.y < margin || p.x > static_cast<float>(e.image.width - 1) - margin ||
               p.y > static_cast<float>(e.image.height - 1) - margin;
    };
    for (std::size_t i = 17; i < e.landmarks.size(); ++i)
        if (out(e.landmarks[i], inside))
            return true;
    int jawOutside = 0;
    for (std::size_t i = 0; i < 17; ++i)
        jawOutside += out(e.landmarks[i], -0.15f * iod / strictness) ? 1 : 0;
    return jawOutside >= 5;
}

// Doubts are in eye distances; the figures stand between open faces (neutral, shouting, lips pushed out,
// laughing: up to 0.013 for the mouth, or more with a full detector score) and hands before mouth and nose
// (0.014-0.11).
constexpr float kGuessedMouth = 0.0145f, kGuessedNose = 0.022f, kGuessedFace = 0.05f;
constexpr float kSureMouth = 0.010f, kSureNose = 0.016f;
/// Share of a face's usual detector score below which it is weak.
constexpr float kWeakShare = 0.55f;
/// The least that counts as usual. A face that is in full view when it is first seen is its own measure: the
/// detector sees some faces less well than others, whatever they do. One that is first seen with a doubt may
/// have a hand before it, and hands score 0.6 to 1.2.
constexpr float kLeastUsualScore = 1.6f, kLeastOpenScore = 0.9f;
constexpr float kLostLook = 0.5f, kKeptLook = 0.85f;
constexpr int kClearCheckups = 2;

} // namespace

bool CoverWatch::covered(const FaceEvidence& e) {
    const bool sure = e.doubtMouth < kSureMouth && e.doubtNose < kSureNose;
    if (e.checkups < m_lastCheckup || m_lastCheckup == 0) { // another face, or the first one
        *this = {};
        m_leastUsual = sure ? kLeastOpenScore : kLeastUsualScore;
        m_usualScore = std::max(m_leastUsual, e.detectorScore);
    }
    const bool weak = e.detectorScore < kWeakShare * m_usualScore;
    const bool lookLost = e.lowerFamiliarity < kLostLook && e.browFamiliarity > kKeptLook;
    const bool guessing = e.doubtMouth > kGuessedMouth || e.doubtNose > kGuessedNose;
    if ((guessing && (weak || lookLost)) || e.doubtFace > kGuessedFace) {
        m_covered = true;
        m_clearCheckups = 0;
    }
    if (e.checkups != m_lastCheckup) {
        m_clearCheckups = sure && !weak ? m_clearCheckups + 1 : 0;
        if (m_clearCheckups >= kClearCheckups)
            m_covered = false;
        if (!m_covered)
            m_usualScore += 0.15f * (std::max(m_leastUsual, e.detectorScore) - m_usualScore);
    }
    m_lastCheckup = e.checkups;
    return m_covered;
}

ScorabilityGate::ScorabilityGate(const FaceOptions& options)
    : m_options(options),
      m_framesToReturn(std::max(1, static_cast<int>(std::lround(kReturnS * options.fps)))) {}

Scorability ScorabilityGate::instant(const FaceEvidence& e, bool covered, bool strict) const {
    const float strictness = strict ? 1.1f : 1.0f;
    if (!e.found)
        return Scorability::NoFace;
    if (e.boxWidthPx < m_options.minFaceWidthPx * strictness)
        return Scorability::TooSmall;
    if (cutOff(e, strictness))
        return Scorability::CutOff;
    if (std::abs(e.pose.yawDeg) > m_options.maxYawDeg / strictness ||
        std::abs(e.pose.pitchDeg) > m_options.maxPitchDeg / strictness)
        return Scorability::TurnedAway;
    if (covered)
        return Scorability::Occluded;
    if (e.sharpness < 0.11f * strictness)
        return Scorability::Blurred;
    return Scorability::Scorable;
}

Scorability ScorabilityGate::judge(const FaceEvidence& evidence) {
    const bool covered = evidence.found && m_cover.covered(evidence);
    const Scorability now = instant(evidence, covered, false);
    if (now != Scorability::Scorable) {
        m_goodFrames = 0;
        return m_state = now;
    }
    if (m_state == Scorability::Scorable)
        return m_state;
    if (m_state == Scorability::NoFace) // a face that has just been found needs no proof of staying
        return m_state = Scorability::Scorable;
    if (const Scorability held = instant(evidence, covered, true); held != Scorability::Scorable) {
        m_goodFrames = 0;
        return m_state = held;
    }
    if (++m_goodFrames >= m_framesToReturn)
        m_state = Scorability::Scorable;
    return m_state;
}

float sharpnessOf(const cv::Mat& grey, const cv::Rect2f& box) {
    const cv::Rect roi = cv::Rect(box) & cv::Rect(0, 0, grey.cols, grey.rows);
    if (roi.width < 16 || roi.height < 16)
        return 0.0f;
    cv::Mat halved, face, coarse, back, spread;
    double side = 64.0 / box.width;
    cv::Mat from = grey(roi);
    if (side < 0.4) { // halving is far quicker than other factors, and loses nothing that 64 px would keep
        cv::resize(from(cv::Rect(0, 0, roi.width / 2 * 2, roi.height / 2 * 2)), halved,
                   {roi.width / 2, roi.height / 2}, 0, 0, cv::INTER_AREA);
        from = halved;
        side *= 2.0;
    }
    cv::resize(from, face, {}, side, side, cv::INTER_AREA);
    cv::pyrDown(face, coarse);
    cv::pyrUp(coarse, back, face.size());
    cv::meanStdDev(coarse, cv::noArray(), spread);
    const double detail = cv::norm(face, back, cv::NORM_L2) / std::sqrt(static_cast<double>(face.total()));
    return static_cast<float>(detail / std::max(1.0, spread.at<double>(0)));
}

std::string_view describe(Scorability state) {
    switch (state) {
    case Scorability::Scorable:
        return "scorable";
    case Scorability::NoFace:
        return "no face";
    case Scorability::TooSmall:
        return "face too small";
    case Scorability::TurnedAway:
        return "face turned away";
    case Scorability::CutOff:
        return "face cut off by the edge of the picture";
    case Scorability::Occluded:
        return "face covered";
    case Scorability::Blurred:
        return "face blurred";
    }
    return "unknown";
}

} // namespace mien::face
