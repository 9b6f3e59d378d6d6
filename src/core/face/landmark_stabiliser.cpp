// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/landmark_stabiliser.h"

#include "core/face/alignment.h"
#include "core/face/similarity.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace mien::face {
namespace {

constexpr int kMargin = 44; ///< around the face in the canonical picture, for open jaws and whole patches
constexpr int kSide = LandmarkStabiliser::kFaceSide + 2 * kMargin;
/// Speed of the skin on the face that is not surprising, eye distances a second.
constexpr double kUsualSpeed = 0.15;
constexpr double kLeastFreedom = 0.004; ///< eye distances between two frames, whatever the rate
/// Disagreement of model and patch, eye distances: below, the model only pulls; above, it is believed.
constexpr float kAgree = 0.02f, kDisagree = 0.10f;
/// Seconds over which a disagreement must last; single answers of the model are outliers often enough.
constexpr double kDoubtS = 0.1;
/// A patch that differs by less than this, or by less than kUnusual times what patches usually do in this
/// film, has not changed: on bare skin, noise alone spoils the correlation.
constexpr float kInvisibleChange = 4.0f, kUnusual = 2.5f;
/// Head motion between frames, eye distances, that may be nothing but the model's jitter: the patches find it
/// without a guess, and a picture that is not redrawn on another grid has no interpolation noise.
constexpr float kStill = 0.03f;
/// Correlation with the template: below the first the patch is taken anew, below the second it counts as not
/// found.
constexpr float kFaded = 0.9f, kNotFound = 0.6f;

/// The points that tell how the head as a whole moved: eye corners and nose.
constexpr std::array<std::size_t, 13> kStable{36, 39, 42, 45, 27, 28, 29, 30, 31, 32, 33, 34, 35};

cv::Matx23d fitStable(const Landmarks& from, const Landmarks& to) {
    std::array<cv::Point2f, kStable.size()> a, b;
    for (std::size_t k = 0; k < kStable.size(); ++k) {
        a[k] = from[kStable[k]];
        b[k] = to[kStable[k]];
    }
    return fitSimilarity(a, b);
}

/// The farthest that the transform moves a corner of the eyes or the chin.
float reachOf(const cv::Matx23d& transform, const Landmarks& landmarks) {
    float farthest = 0.0f;
    for (const std::size_t i : {36, 45, 8}) {
        const cv::Point2f d = apply(transform, landmarks[i]) - landmarks[i];
        farthest = std::max(farthest, std::hypot(d.x, d.y));
    }
    return farthest;
}

double gainOf(double frames, double fps, double timeConstantS) {
    return 1.0 - std::exp(-frames / (fps * timeConstantS));
}

} // namespace

void LandmarkStabiliser::drawCanonical(const cv::Mat& grey, const cv::Matx23d& imageFromUnit) {
    const cv::Matx23d unitFromImage = inverse(imageFromUnit);
    const double s = kFaceSide;
    m_canonicalFromImage = {s * unitFromImage(0, 0),           s * unitFromImage(0, 1),
                            s * unitFromImage(0, 2) + kMargin, s * unitFromImage(1, 0),
                            s * unitFromImage(1, 1),           s * unitFromImage(1, 2) + kMargin};
    // Large faces are halved first, so that the warp does not skip pixels.
    cv::Mat source = grey;
    cv::Matx23d warp = m_canonicalFromImage;
    double ratio = std::hypot(imageFromUnit(0, 0), imageFromUnit(1, 0)) / s;
    if (ratio > 1.7) {
        const float reach = static_cast<float>(kSide) / kFaceSide;
        const float side = static_cast<float>(ratio * s) * reach * 1.5f;
        const cv::Point2f centre = apply(imageFromUnit, {0.5f, 0.5f});
        cv::Rect roi = cv::Rect(cv::Rect2f(centre.x - side / 2, centre.y - side / 2, side, side)) &
                       cv::Rect({}, grey.size());
        if (roi.width >= 16 && roi.height >= 16) {
            const int factor = static_cast<int>(ratio + 0.3);
            roi.width -= roi.width % factor;
            roi.height -= roi.height % factor;
            cv::resize(grey(roi), m_shrunk, {roi.width / factor, roi.height / factor}, 0, 0, cv::INTER_AREA);
            source = m_shrunk;
            const double f = factor, half = 0.5 * (f - 1.0); // x = factor · x' + half + roi.x
            const double ox = roi.x + half, oy = roi.y + half;
            warp = {m_canonicalFromImage(0, 0) * f,
                    m_canonicalFromImage(0, 1) * f,
                    m_canonicalFromImage(0, 0) * ox + m_canonicalFromImage(0, 1) * oy +
                        m_canonicalFromImage(0, 2),
                    m_canonicalFromImage(1, 0) * f,
                    m_canonicalFromImage(1, 1) * f,
                    m_canonicalFromImage(1, 0) * ox + m_canonicalFromImage(1, 1) * oy +
                        m_canonicalFromImage(1, 2)};
        }
    }
    cv::warpAffine(source, m_grey8, warp, {kSide, kSide}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    m_grey8.convertTo(m_fine, CV_32F);
    cv::GaussianBlur(m_fine, m_fine, {3, 3}, 0.8);
    cv::pyrDown(m_fine, m_coarse);
}

void LandmarkStabiliser::takePatch(Point& point) {
    const cv::Point2f coarse = 0.5f * point.tracked;
    point.visible = patchInside(m_fine, point.tracked) && patchInside(m_coarse, coarse);
    if (!point.visible)
        return;
    point.fine.take(m_fine, point.tracked);
    point.coarse.take(m_coarse, coarse);
}

bool LandmarkStabiliser::weakerThan(const Point& point, float similarity) const {
    return point.similarity < similarity &&
           point.residual > std::max(kInvisibleChange, kUnusual * m_usualResidual);
}

void LandmarkStabiliser::findPatch(Point& point, cv::Point2f expected, float expectedSd) {
    point.similarity = -1.0f;
    point.residual = 255.0f;
    if (point.visible) {
        const cv::Point2f half = 0.5f * expected;
        const auto rough = point.coarse.find(m_coarse, half, half, expectedSd, 3);
        const auto exact = point.fine.find(m_fine, 2.0f * rough.at, expected, expectedSd, 5);
        point.tracked = exact.at;
        point.similarity = exact.similarity;
        point.residual = exact.noise;
    }
    if (weakerThan(point, kNotFound))
        point.tracked = expected;
}

/// Finds the patches of eyes and nose and returns how the head moved in the canonical picture.
cv::Matx23d LandmarkStabiliser::trackStablePoints(std::array<cv::Point2f, 68>& expected, float expectedSd) {
    std::array<cv::Point2f, kStable.size()> from, to;
    std::size_t n = 0;
    for (const std::size_t i : kStable) {
        // A few pixels of freedom: the guess is only as good as the model's answers.
        findPatch(m_points[i], expected[i], std::max(expectedSd, 3.0f));
        if (!weakerThan(m_points[i], kNotFound)) {
            from[n] = expected[i];
            to[n++] = m_points[i].tracked;
        }
    }
    if (n < 5)
        return {1, 0, 0, 0, 1, 0};
    return fitSimilarity({from.data(), n}, {to.data(), n});
}

float LandmarkStabiliser::meanSimilarity(std::size_t first, std::size_t last) const {
    float sum = 0.0f;
    for (std::size_t i = first; i <= last; ++i)
        sum += m_points[i].similarity;
    return sum / static_cast<float>(last - first + 1);
}

float LandmarkStabiliser::browFamiliarity() const {
    return meanSimilarity(17, 26);
}
float LandmarkStabiliser::lowerFamiliarity() const {
    return 0.5f * (meanSimilarity(3, 13) + meanSimilarity(48, 59));
}

void LandmarkStabiliser::start(const cv::Mat& grey, const Landmarks& raw, const Landmarks& mean) {
    drawCanonical(grey, fitSimilarity(mean, raw));
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        m_points[i] = {};
        m_points[i].tracked = apply(m_canonicalFromImage, raw[i]);
        takePatch(m_points[i]);
    }
    m_running = true;
    m_lastRaw = m_last = raw;
}

Landmarks LandmarkStabiliser::update(const cv::Mat& grey, const Landmarks& raw, const Landmarks& mean,
                                     double frames) {
    if (!m_running) {
        start(grey, raw, mean);
        return raw;
    }
    // Everything moves with the head first.
    cv::Matx23d headMotion = fitStable(m_lastRaw, raw);
    if (reachOf(headMotion, m_last) < kStill * interocularDistance(m_last))
        headMotion = {1, 0, 0, 0, 1, 0};
    const cv::Matx23d imageFromBefore = inverse(m_canonicalFromImage);
    Landmarks carried;
    for (std::size_t i = 0; i < carried.size(); ++i)
        carried[i] = apply(headMotion, m_last[i]);
    drawCanonical(grey, fitSimilarity(mean, carried));

    std::array<cv::Point2f, 68> expected;
    for (std::size_t i = 0; i < expected.size(); ++i)
        expected[i] =
            apply(m_canonicalFromImage, apply(headMotion, apply(imageFromBefore, m_points[i].tracked)));
    const float eyes = 0.41f * kFaceSide; // distance of the eyes in the mean face
    const auto sd = static_cast<float>(std::max(kLeastFreedom, kUsualSpeed * frames / m_fps) * eyes);
    const cv::Matx23d correction = trackStablePoints(expected, sd);

    const cv::Matx23d imageFromCanonical = inverse(m_canonicalFromImage);
    const auto pull = static_cast<float>(gainOf(frames, m_fps, kPullS));
    const auto catchUp = static_cast<float>(gainOf(frames, m_fps, kCatchUpS));
    std::array<bool, 68> tracked{};
    for (const std::size_t i : kStable)
        tracked[i] = true;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        Point& point = m_points[i];
        if (!tracked[i])
            findPatch(point, apply(correction, expected[i]), sd);
        const cv::Point2f surplus = apply(m_canonicalFromImage, raw[i]) - (point.tracked + point.offset);
        point.surplus += static_cast<float>(gainOf(frames, m_fps, kDoubtS)) * (surplus - point.surplus);
        const float gap = std::hypot(point.surplus.x, point.surplus.y) / eyes;
        const bool found = !weakerThan(point, kNotFound);
        const float belief = found ? std::clamp((gap - kAgree) / (kDisagree - kAgree), 0.0f, 1.0f) : 1.0f;
        point.offset += (pull + belief * (std::max(pull, catchUp) - pull)) * surplus;
        if (weakerThan(point, kFaded)) {
            if (!found) { // start over at the landmark itself
                point.tracked += point.offset;
                point.offset = {};
            }
            takePatch(point);
        }
        m_last[i] = apply(imageFromCanonical, point.tracked + point.offset);
    }
    std::array<float, 68> residuals;
    std::transform(m_points.begin(), m_points.end(), residuals.begin(),
                   [](const Point& p) { return p.residual; });
    std::nth_element(residuals.begin(), residuals.begin() + 34, residuals.end());
    m_usualResidual = residuals[34];
    m_lastRaw = raw;
    return m_last;
}

} // namespace mien::face
