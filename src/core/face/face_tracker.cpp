// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/face_tracker.h"

#include "core/base/guarded.h"
#include "core/face/alignment.h"
#include "core/face/face_checkup.h"
#include "core/face/face_follower.h"
#include "core/face/face_light.h"
#include "core/face/head_pose.h"
#include "core/face/landmark_stabiliser.h"
#include "core/face/scorability.h"
#include "core/face/similarity.h"

#include <fmt/format.h>

#include <cmath>

namespace mien::face {
namespace {

constexpr double kPoseTimeS = 0.1; ///< time constant of the pose's smoothing
/// Where the model answers this far (fraction of the box) from where it was started, it is started again
/// there.
constexpr double kRestart = 0.06;
/// Beyond this doubt the points lie on anything but a face.
constexpr float kLostDoubt = 0.12f;
/// Check-ups in a row in which the detector saw nothing before the face counts as lost.
constexpr int kBlindCheckups = 3;

/// A change of shape from one frame to the next, beyond what faces do, that asks for a check-up at once.
constexpr float kSurprise = 0.06f;

/// Likewise where the lower face stops looking as it did.
constexpr float kChangedLook = 0.5f;

/// Check-ups without a doubt in a row after which the detector is asked less often, as long as brows and
/// lower face keep so much of their look.
constexpr int kCalmCheckups = 3;
constexpr float kCalmLook = 0.8f;

/// Mean distance of the points after the best similarity, in units of the distance between the eyes.
float shapeChange(const Landmarks& from, const Landmarks& to) {
    const cv::Matx23d fit = fitSimilarity(from, to);
    float sum = 0.0f;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const cv::Point2f d = to[i] - apply(fit, from[i]);
        sum += std::hypot(d.x, d.y);
    }
    return sum / static_cast<float>(from.size()) / std::max(1.0f, interocularDistance(to));
}

class DlibFaceTracker final : public FaceTracker {
public:
    DlibFaceTracker(const FaceOptions& options, std::shared_ptr<const LandmarkModel> model)
        : m_options(options),
          m_model(std::move(model)),
          m_mean(m_model->meanShape()),
          m_follower(options),
          m_gate(options),
          m_stabiliser(options.fps) {}

    Result<FaceObservation> observe(FrameIndex frame, const cv::Mat& grey) override;

    std::vector<cv::Rect2f> candidates() const override {
        std::vector<cv::Rect2f> boxes;
        for (const Detection& d : m_follower.candidates())
            boxes.push_back(d.box);
        return boxes;
    }

private:
    bool follow(FrameIndex frame, const cv::Mat& grey);
    bool begin(FrameIndex frame, const cv::Mat& grey);
    bool calm(FrameIndex frame) const;
    bool confirm(FrameIndex frame, const cv::Mat& grey);
    FaceObservation conclude(FrameIndex frame, const cv::Mat& grey);
    cv::Rect2f boxAt(const cv::Matx23d& place) const;

    FaceOptions m_options;
    std::shared_ptr<const LandmarkModel> m_model;
    Landmarks m_mean;
    FaceFollower m_follower;
    ScorabilityGate m_gate;
    LandmarkStabiliser m_stabiliser;
    FaceLight m_light;

    std::optional<FrameIndex> m_lastFrame;
    cv::Size m_size;
    bool m_following = false;
    Landmarks m_raw{};
    Landmarks m_lastRaw{};
    Landmarks m_stable{};
    cv::Matx23d m_place; ///< lays the model's unit square over the face
    HeadPose m_pose;
    Checkup m_checkup;
    FrameIndex m_lastCheckup, m_lastDetection;
    bool m_changed = false;
    int m_checkups = 0; ///< since this face was found
    int m_blindCheckups = 0;
    int m_calmCheckups = 0; ///< without a doubt, in a row
};

/// Upright box of the same centre and size as the placed unit square.
cv::Rect2f DlibFaceTracker::boxAt(const cv::Matx23d& place) const {
    const auto side = static_cast<float>(std::hypot(place(0, 0), place(1, 0)));
    const cv::Point2f centre = apply(place, {0.5f, 0.5f});
    return {centre.x - side / 2, centre.y - side / 2, side, side};
}

Result<FaceObservation> DlibFaceTracker::observe(FrameIndex frame, const cv::Mat& grey) {
    const std::string where = fmt::format("frame {}", frame.value);
    if (grey.empty() || grey.type() != CV_8UC1)
        return fail(ErrorCode::InvalidArgument, "The face tracker needs an 8-bit grey image.", where);
    if (m_lastFrame && (grey.size() != m_size || frame <= *m_lastFrame))
        return fail(ErrorCode::InvalidArgument, "Frames must come in order and in one size.", where);
    return guarded(where, [&] {
        m_size = grey.size();
        const bool seen = (m_following && follow(frame, m_light.lit(grey))) || begin(frame, grey);
        m_following = seen;
        m_lastFrame = frame;
        const FaceObservation out = conclude(frame, grey);
        if (seen && m_lastCheckup == frame)
            m_light.follow(grey, out.box, m_options.redetectEveryS);
        return out;
    });
}

/// The face is where it was in the last frame, or near; false where it is lost.
bool DlibFaceTracker::follow(FrameIndex frame, const cv::Mat& grey) {
    m_place = fitSimilarity(m_mean, m_stable);
    m_lastRaw = m_raw;
    m_raw = m_model->predict(grey, m_place);
    const cv::Matx23d answered = fitSimilarity(m_mean, m_raw);
    const cv::Point2f gap = apply(answered, {0.5f, 0.5f}) - apply(m_place, {0.5f, 0.5f});
    const double side = std::hypot(m_place(0, 0), m_place(1, 0));
    if (std::hypot(gap.x, gap.y) > kRestart * side) {
        m_place = answered;
        m_raw = m_model->predict(grey, m_place);
    }
    const bool due = static_cast<double>(frame - m_lastCheckup) >= m_options.redetectEveryS * m_options.fps;
    const bool surprised = shapeChange(m_lastRaw, m_raw) > kSurprise;
    if ((due || surprised) && !confirm(frame, grey))
        return false;
    const Landmarks& answer = due || surprised ? m_checkup.mean : m_raw;
    m_stable = m_stabiliser.update(grey, answer, m_mean, static_cast<double>(frame - *m_lastFrame));
    const bool changed = m_stabiliser.lowerFamiliarity() < kChangedLook && !m_changed;
    m_changed = m_stabiliser.lowerFamiliarity() < kChangedLook;
    return due || surprised || !changed || confirm(frame, grey);
}

/// There has been no doubt about the face for a while, and the detector has seen it not long ago.
bool DlibFaceTracker::calm(FrameIndex frame) const {
    return m_calmCheckups >= kCalmCheckups && m_stabiliser.lowerFamiliarity() > kCalmLook &&
           m_stabiliser.browFamiliarity() > kCalmLook &&
           static_cast<double>(frame - m_lastDetection) < m_options.calmEveryS * m_options.fps;
}

bool DlibFaceTracker::confirm(FrameIndex frame, const cv::Mat& grey) {
    m_lastCheckup = frame;
    ++m_checkups;
    const cv::Rect2f box = boxAt(m_place);
    if (calm(frame)) {
        const Detection before = m_checkup.detection;
        m_checkup = checkUp(*m_model, grey, m_place, m_raw);
        m_checkup.detection = before;
    } else {
        m_checkup = checkUp(*m_model, grey, m_place, m_raw);
        m_checkup.detection = m_follower.search().around(grey, box);
        m_lastDetection = frame;
    }
    m_calmCheckups = leavesNoDoubt(m_checkup) ? m_calmCheckups + 1 : 0;
    m_blindCheckups = m_checkup.detection.score <= -1.0f ? m_blindCheckups + 1 : 0;
    return m_checkup.doubtFace < kLostDoubt && m_blindCheckups < kBlindCheckups;
}

bool DlibFaceTracker::begin(FrameIndex frame, const cv::Mat& grey) {
    const auto found = m_follower.look(frame, grey);
    if (!found)
        return false;
    m_light.begin(grey, found->box);
    const cv::Mat& lit = m_light.lit(grey);
    m_raw = m_model->predict(lit, imageFromUnit(found->box));
    m_place = fitSimilarity(m_mean, m_raw);
    m_raw = m_model->predict(lit, m_place);
    m_blindCheckups = m_checkups = m_calmCheckups = 0;
    if (!confirm(frame, lit))
        return false;
    m_stabiliser.reset();
    m_stable = m_stabiliser.update(lit, m_checkup.mean, m_mean);
    m_checkup.detection.score = std::max(m_checkup.detection.score, found->score);
    m_pose = headPose(m_stable);
    return true;
}

FaceObservation DlibFaceTracker::conclude(FrameIndex frame, const cv::Mat& grey) {
    FaceObservation out;
    out.frame = frame;
    FaceEvidence evidence;
    if (m_following) {
        const cv::Rect2f box = boxAt(fitSimilarity(m_mean, m_stable));
        m_follower.seen(frame, box);
        const HeadPose pose = headPose(m_stable);
        const auto gain = static_cast<float>(1.0 - std::exp(-1.0 / (kPoseTimeS * m_options.fps)));
        m_pose.yawDeg += gain * (pose.yawDeg - m_pose.yawDeg);
        m_pose.pitchDeg += gain * (pose.pitchDeg - m_pose.pitchDeg);
        m_pose.rollDeg += gain * (pose.rollDeg - m_pose.rollDeg);
        evidence = {.found = true,
                    .image = grey.size(),
                    .boxWidthPx = box.width,
                    .landmarks = m_stable,
                    .pose = m_pose,
                    .checkups = m_checkups,
                    .detectorScore = m_checkup.detection.score,
                    .doubtFace = m_checkup.doubtFace,
                    .doubtMouth = m_checkup.doubtMouth,
                    .doubtNose = m_checkup.doubtNose,
                    .browFamiliarity = m_stabiliser.browFamiliarity(),
                    .lowerFamiliarity = m_stabiliser.lowerFamiliarity(),
                    .sharpness = sharpnessOf(grey, box)};
        out.score = std::max(0.0f, m_checkup.detection.score);
        out.box = box;
        out.raw = m_raw;
        out.landmarks = m_stable;
        out.pose = m_pose;
    }
    out.state = m_gate.judge(evidence);
    return out;
}

} // namespace

Result<std::unique_ptr<FaceTracker>> makeFaceTracker(const FaceOptions& options,
                                                     const std::filesystem::path& landmarkModel) {
    if (!(options.fps > 0.0) || !(options.minFaceWidthPx >= 16.0f))
        return fail(ErrorCode::InvalidArgument,
                    "The face tracker needs a frame rate above 0 and a smallest face of at least 16 px.");
    auto model = loadLandmarkModel(landmarkModel);
    if (!model)
        return Unexpected(model.error());
    return guarded("face tracker", [&]() -> Result<std::unique_ptr<FaceTracker>> {
        return std::make_unique<DlibFaceTracker>(options, std::move(*model));
    });
}

} // namespace mien::face
