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

/// A hand or an object: the landmark model guesses, and the detector sees less of a face than usual. Neither
/// alone will do: pushed-out lips make the model unsure of the mouth, a wide-open mouth weakens the detector.
bool occluded(const FaceEvidence& e, float strictness) {
    const float mouth = 0.0145f / strictness;
    const float nose = 0.022f / strictness;
    const float weak = 1.3f * strictness;
    const bool guessing = e.doubtMouth > mouth || e.doubtNose > nose;
    return (guessing && e.detectorScore < weak) || e.doubtFace > 0.05f / strictness;
}

} // namespace

ScorabilityGate::ScorabilityGate(const FaceOptions& options)
    : m_options(options),
      m_framesToReturn(std::max(1, static_cast<int>(std::lround(kReturnS * options.fps)))) {}

void ScorabilityGate::reset() {
    m_goodFrames = 0;
    m_state = Scorability::Scorable;
}

Scorability ScorabilityGate::instant(const FaceEvidence& e, bool strict) const {
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
    if (occluded(e, strictness))
        return Scorability::Occluded;
    if (e.sharpness < 0.11f * strictness)
        return Scorability::Blurred;
    return Scorability::Scorable;
}

Scorability ScorabilityGate::judge(const FaceEvidence& evidence) {
    const Scorability now = instant(evidence, false);
    if (now != Scorability::Scorable) {
        m_goodFrames = 0;
        return m_state = now;
    }
    if (m_state == Scorability::Scorable)
        return m_state;
    if (m_state == Scorability::NoFace) // a face that has just been found needs no proof of staying
        return m_state = Scorability::Scorable;
    if (const Scorability held = instant(evidence, true); held != Scorability::Scorable) {
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
    cv::Mat face, coarse, back, spread;
    const double side = 64.0 / box.width;
    cv::resize(grey(roi), face, {}, side, side, cv::INTER_AREA);
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
