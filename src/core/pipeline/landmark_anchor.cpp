// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/landmark_anchor.h"

#include "core/face/alignment.h"
#include "core/face/similarity.h"

#include <algorithm>

namespace mien::pipeline {
namespace {

constexpr std::array<std::size_t, 13> kAnchors{36, 39, 42, 45, 27, 28, 29, 30, 31, 32, 33, 34, 35};
constexpr double kLeastWidth = 0.01; ///< of the eye distance: the landmarks' own jitter
constexpr int kReweightings = 10;

/// Similarity from the image to the first frame's aligned face, with Cauchy weights as wide as twice the
/// median residual.
cv::Matx23d anchored(const face::Landmarks& landmarks, const face::Landmarks& first) {
    std::array<cv::Point2f, kAnchors.size()> from, to;
    std::array<double, kAnchors.size()> weights, residuals;
    for (std::size_t i = 0; i < kAnchors.size(); ++i) {
        from[i] = landmarks[kAnchors[i]];
        to[i] = first[kAnchors[i]];
    }
    weights.fill(1.0);
    cv::Matx23d fit;
    for (int round = 0; round < kReweightings; ++round) {
        fit = face::fitSimilarity(from, to, weights);
        for (std::size_t i = 0; i < kAnchors.size(); ++i)
            residuals[i] = cv::norm(face::apply(fit, from[i]) - to[i]);
        auto sorted = residuals;
        std::nth_element(sorted.begin(), sorted.begin() + sorted.size() / 2, sorted.end());
        const double width = std::max(kLeastWidth, 2.0 * sorted[sorted.size() / 2]);
        for (std::size_t i = 0; i < kAnchors.size(); ++i)
            weights[i] = 1.0 / (1.0 + residuals[i] * residuals[i] / (width * width));
    }
    return fit;
}

} // namespace

RegionVectors LandmarkAnchor::place(const face::Landmarks& landmarks) {
    if (m_empty) {
        m_first = face::transformed(landmarks, face::faceFromImage(landmarks));
        for (cv::Point2f& p : m_first)
            p /= face::kCropEyeDistance;
        m_empty = false;
    }
    const cv::Matx23d fit = anchored(landmarks, m_first);
    RegionVectors positions;
    for (std::size_t r = 0; r < positions.size(); ++r) {
        const auto landmark = static_cast<std::size_t>(motion::regions()[r].landmark);
        positions[r] = face::apply(fit, landmarks[landmark]);
    }
    return positions;
}

} // namespace mien::pipeline
