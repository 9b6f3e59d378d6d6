// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/face_checkup.h"

#include "core/face/alignment.h"

#include <cmath>

namespace mien::face {
namespace {

/// Shifts (fractions of the box) and sizes from which the model is started again.
struct Start {
    double dx, dy, size;
};
constexpr std::array<Start, 4> kStarts{
    {{-0.05, -0.05, 1.05}, {0.05, -0.05, 0.95}, {-0.05, 0.05, 0.95}, {0.05, 0.05, 1.05}}};

constexpr float kSureScore = 1.0f; ///< frontal open faces score 1.5 to 3
/// Twice what the model usually disagrees with itself on an open face, in eye distances; see scorability.cpp
/// for what is too much.
constexpr float kSureDoubt = 0.010f;

cv::Matx23d moved(const cv::Matx23d& place, const Start& start) {
    const double tx = start.dx + 0.5 * (1.0 - start.size);
    const double ty = start.dy + 0.5 * (1.0 - start.size);
    return {place(0, 0) * start.size,
            place(0, 1) * start.size,
            place(0, 0) * tx + place(0, 1) * ty + place(0, 2),
            place(1, 0) * start.size,
            place(1, 1) * start.size,
            place(1, 0) * tx + place(1, 1) * ty + place(1, 2)};
}

} // namespace

bool leavesNoDoubt(const Checkup& c) {
    return c.detection.score > kSureScore && c.doubtFace < kSureDoubt && c.doubtMouth < kSureDoubt &&
           c.doubtNose < kSureDoubt;
}

Checkup checkUp(const LandmarkModel& model, const cv::Mat& grey, const cv::Matx23d& place,
                const Landmarks& landmarks) {
    Checkup out;
    std::array<Landmarks, kStarts.size()> answers;
    for (std::size_t k = 0; k < kStarts.size(); ++k)
        answers[k] = model.predict(grey, moved(place, kStarts[k]));
    std::array<float, 68> spread{};
    for (std::size_t i = 0; i < spread.size(); ++i) {
        cv::Point2f mean;
        for (const Landmarks& a : answers)
            mean += a[i];
        mean /= static_cast<float>(answers.size());
        float square = 0.0f;
        for (const Landmarks& a : answers)
            square += (a[i] - mean).dot(a[i] - mean);
        out.mean[i] = (mean * static_cast<float>(answers.size()) + landmarks[i]) /
                      static_cast<float>(answers.size() + 1);
        spread[i] = std::sqrt(square / static_cast<float>(answers.size()));
    }
    const float iod = std::max(1.0f, interocularDistance(landmarks));
    const auto mean = [&](std::size_t first, std::size_t last) {
        float sum = 0.0f;
        for (std::size_t i = first; i <= last; ++i)
            sum += spread[i];
        return sum / static_cast<float>(last - first + 1) / iod;
    };
    out.doubtFace = mean(0, 67);
    out.doubtMouth = mean(48, 67);
    out.doubtNose = mean(17, 35);
    return out;
}

} // namespace mien::face
