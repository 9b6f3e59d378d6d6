// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/mdmo.h"

#include "core/face/alignment.h"
#include "core/motion/region_mean.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace mien::motion {
namespace {

constexpr std::size_t kBins = 4;

double degreesOf(const cv::Vec2f& v) {
    // Image y points down; the papers' bins are the same above and below, so the sign is only a convention.
    const double degrees =
        std::atan2(-static_cast<double>(v[1]), static_cast<double>(v[0])) * 180.0 / std::numbers::pi;
    return degrees < 0.0 ? degrees + 360.0 : degrees;
}

/// Regions: 30-150, 150-210, 210-330, 330-30 degrees: vertical movement gets the wider bins.
std::size_t regionBin(double degrees) {
    if (degrees >= 30.0 && degrees < 150.0)
        return 0;
    if (degrees >= 150.0 && degrees < 210.0)
        return 1;
    return degrees >= 210.0 && degrees < 330.0 ? 2 : 3;
}

/// Nose: four bins of 90 degrees centred on the axes.
std::size_t noseBin(double degrees) {
    return static_cast<std::size_t>((degrees + 45.0) / 90.0) % kBins;
}

/// The fullest direction bin's strongest share: unit(sum) × mean magnitude. `subtract` is taken off first.
cv::Vec2f mainDirectionIn(const cv::Mat& flow, const cv::Rect& square, cv::Vec2f subtract,
                          std::size_t (*binOf)(double), double share) {
    std::array<std::vector<cv::Vec2f>, kBins> bins;
    for (int y = square.y; y < square.br().y; ++y) {
        const auto* row = flow.ptr<cv::Vec2f>(y);
        for (int x = square.x; x < square.br().x; ++x) {
            const cv::Vec2f v = row[x] - subtract;
            bins[binOf(degreesOf(v))].push_back(v);
        }
    }
    auto& fullest = *std::max_element(bins.begin(), bins.end(),
                                      [](const auto& a, const auto& b) { return a.size() < b.size(); });
    if (fullest.empty())
        return {0, 0};
    const std::size_t kept =
        std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(fullest.size())));
    std::nth_element(fullest.begin(), fullest.begin() + static_cast<std::ptrdiff_t>(kept - 1), fullest.end(),
                     [](const cv::Vec2f& a, const cv::Vec2f& b) { return a.dot(a) > b.dot(b); });
    cv::Vec2d sum{0, 0};
    double magnitudes = 0.0;
    for (std::size_t i = 0; i < kept; ++i) {
        const cv::Vec2d v(fullest[i][0], fullest[i][1]);
        sum += v;
        magnitudes += cv::norm(v);
    }
    const double length = cv::norm(sum);
    return length > 0.0 ? cv::Vec2f(sum * (magnitudes / static_cast<double>(kept) / length))
                        : cv::Vec2f(0, 0);
}

constexpr double kRegionShare = 0.60;
constexpr double kNoseShare = 0.88;

} // namespace

cv::Vec2f mainDirection(const cv::Mat& flow, cv::Point2f centre, float radius) {
    return mainDirectionIn(flow, squareAround(centre, radius, flow.size()), {0, 0}, regionBin, kRegionShare);
}

cv::Vec2f noseMotion(const cv::Mat& flow, const face::Landmarks& landmarks) {
    // The box of landmarks 29 and 30, widened on every side by 0.35 of half the distance between the inner
    // eye corners.
    const float half = 0.5f * static_cast<float>(cv::norm(landmarks[42] - landmarks[39]));
    const int margin = std::max(1, static_cast<int>(0.35f * half));
    const auto [left, right] = std::minmax(landmarks[29].x, landmarks[30].x);
    const auto [top, bottom] = std::minmax(landmarks[29].y, landmarks[30].y);
    const cv::Rect box(cv::Point(cvRound(left) - margin, cvRound(top) - margin),
                       cv::Point(cvRound(right) + margin + 1, cvRound(bottom) + margin + 1));
    return mainDirectionIn(flow, box & cv::Rect({0, 0}, flow.size()), {0, 0}, noseBin, kNoseShare);
}

std::array<cv::Vec2f, kRegionCount> regionMotion(const cv::Mat& flow, const face::Landmarks& landmarks,
                                                 bool fixed5) {
    const cv::Vec2f head = noseMotion(flow, landmarks);
    const float radius = regionRadius(face::interocularDistance(landmarks), fixed5);
    std::array<cv::Vec2f, kRegionCount> motion;
    for (std::size_t i = 0; i < motion.size(); ++i) {
        const cv::Point2f centre = landmarks[static_cast<std::size_t>(regions()[i].landmark)];
        motion[i] =
            mainDirectionIn(flow, squareAround(centre, radius, flow.size()), head, regionBin, kRegionShare);
    }
    return motion;
}

} // namespace mien::motion
