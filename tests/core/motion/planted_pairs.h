// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/face/face_tracker.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <filesystem>
#include <functional>
#include <vector>

/// Pairs of portrait crops with exactly known flow, for tests and benchmarks of core/motion.
namespace mien::test {

/// Landmarks of shared/data/stills/astronaut.png, read once with the 68-point model on the image enlarged
/// fourfold.
inline const face::Landmarks& astronautLandmarks() {
    static const face::Landmarks points{{
        {179.62f, 103.88f}, {179.88f, 115.62f}, {180.88f, 127.12f}, {181.88f, 138.62f}, {184.88f, 150.12f},
        {191.12f, 160.12f}, {199.88f, 168.38f}, {209.12f, 175.62f}, {220.38f, 178.12f}, {231.88f, 176.62f},
        {242.88f, 170.88f}, {252.88f, 163.12f}, {260.12f, 153.62f}, {264.88f, 142.62f}, {267.62f, 130.88f},
        {270.38f, 119.62f}, {271.88f, 107.62f}, {186.12f, 94.12f},  {191.88f, 88.12f},  {200.38f, 87.12f},
        {208.88f, 88.88f},  {216.62f, 92.38f},  {235.88f, 93.62f},  {243.62f, 90.88f},  {251.88f, 90.38f},
        {260.12f, 92.38f},  {265.12f, 98.62f},  {225.62f, 102.38f}, {225.38f, 110.88f}, {225.12f, 118.88f},
        {224.88f, 127.12f}, {214.12f, 130.88f}, {219.12f, 132.38f}, {224.12f, 134.12f}, {229.38f, 132.88f},
        {234.12f, 131.62f}, {194.88f, 101.12f}, {200.38f, 97.88f},  {206.88f, 98.38f},  {212.38f, 103.88f},
        {206.12f, 104.12f}, {199.62f, 103.88f}, {237.38f, 105.12f}, {243.38f, 100.38f}, {249.88f, 100.38f},
        {255.38f, 104.12f}, {250.12f, 106.38f}, {243.62f, 106.12f}, {200.62f, 139.12f}, {208.88f, 139.12f},
        {217.38f, 139.38f}, {223.12f, 140.88f}, {229.38f, 139.88f}, {237.12f, 140.12f}, {245.38f, 140.62f},
        {237.12f, 150.88f}, {228.88f, 155.12f}, {222.12f, 155.88f}, {215.88f, 154.62f}, {207.62f, 149.62f},
        {203.38f, 140.38f}, {217.12f, 142.88f}, {222.88f, 143.88f}, {229.12f, 143.38f}, {242.38f, 141.88f},
        {228.88f, 149.88f}, {222.62f, 150.38f}, {216.62f, 149.38f},
    }};
    return points;
}

/// A portrait sampled as a size × size crop in which the eyes lie eyeDistance apart.
struct Portrait {
    static constexpr int kTimes = 8;
    cv::Mat source;   ///< CV_32FC1
    cv::Mat enlarged; ///< kTimes the source, cubic
    cv::Matx23f sourceFromCrop;
    face::Landmarks landmarks{}; ///< in the crop
    int size = 256;
};

/// Between the eye centres, pixels of the crop: 0.35 of its side, about what the pipeline's crop has.
inline float eyeDistance(const Portrait& p) {
    return 0.35f * static_cast<float>(p.size);
}

/// `points`: landmarks in the source.
inline Portrait makePortrait(const cv::Mat& grey, const face::Landmarks& points, int size = 256) {
    Portrait p;
    grey.convertTo(p.source, CV_32F);
    p.size = size;
    cv::Point2f left(0, 0);
    cv::Point2f right(0, 0);
    for (int i = 0; i < 6; ++i) {
        left += points[static_cast<std::size_t>(36 + i)] / 6.0f;
        right += points[static_cast<std::size_t>(42 + i)] / 6.0f;
    }
    const cv::Point2f axis = (right - left) / eyeDistance(p); // source pixels a crop pixel
    const cv::Point2f middle = 0.5f * (left + right);
    const cv::Point2f at(0.5f * static_cast<float>(size), 0.36f * static_cast<float>(size));
    p.sourceFromCrop = {axis.x, -axis.y, middle.x - axis.x * at.x + axis.y * at.y,
                        axis.y, axis.x,  middle.y - axis.y * at.x - axis.x * at.y};
    // Only the part of the source that the crop, moved by some pixels, can see.
    const cv::Vec2f centre(p.sourceFromCrop *
                           cv::Vec3f(0.5f * static_cast<float>(size), 0.5f * static_cast<float>(size), 1.0f));
    const int half = static_cast<int>(std::ceil((std::abs(axis.x) + std::abs(axis.y)) *
                                                (0.5f * static_cast<float>(size) + 16.0f))) +
                     4;
    const cv::Rect seen = cv::Rect(cvRound(centre[0]) - half, cvRound(centre[1]) - half, 2 * half, 2 * half) &
                          cv::Rect({0, 0}, p.source.size());
    p.source = p.source(seen).clone();
    p.sourceFromCrop(0, 2) -= static_cast<float>(seen.x);
    p.sourceFromCrop(1, 2) -= static_cast<float>(seen.y);
    cv::resize(p.source, p.enlarged, {}, Portrait::kTimes, Portrait::kTimes, cv::INTER_CUBIC);
    const float det = axis.dot(axis);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const cv::Point2f d = points[i] - middle;
        p.landmarks[i] = at + cv::Point2f(axis.x * d.x + axis.y * d.y, -axis.y * d.x + axis.x * d.y) / det;
    }
    return p;
}

inline Portrait astronaut(int size = 256) {
    const auto path = std::filesystem::path(MIEN_SHARED_DATA) / "stills/astronaut.png";
    return makePortrait(cv::imread(path.string(), cv::IMREAD_GRAYSCALE), astronautLandmarks(), size);
}

struct Pair {
    cv::Mat from;
    cv::Mat to;
    cv::Mat truth; ///< CV_32FC2, exact at the pixels of `from`
};

using Field = std::function<cv::Vec2f(cv::Point2f)>;

/// The crop seen through `field`: pixel p shows what the still crop shows at p + field(p); noise added,
/// rounded.
inline cv::Mat render(const Portrait& p, const Field& field, double noiseSigma, std::uint64_t seed) {
    cv::Mat map(p.size, p.size, CV_32FC2);
    for (int y = 0; y < p.size; ++y)
        for (int x = 0; x < p.size; ++x) {
            const cv::Vec2f f = field(cv::Point2f(static_cast<float>(x), static_cast<float>(y)));
            map.at<cv::Vec2f>(y, x) = p.sourceFromCrop * cv::Vec3f(static_cast<float>(x) + f[0],
                                                                   static_cast<float>(y) + f[1], 1.0f);
        }
    // On the enlarged source the 5-bit fractions of cv::remap are 1/256 of a source pixel.
    map = map * Portrait::kTimes + cv::Scalar::all(0.5 * Portrait::kTimes - 0.5);
    cv::Mat out;
    cv::remap(p.enlarged, out, map, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    Rng rng(seed);
    if (noiseSigma > 0.0)
        for (int y = 0; y < out.rows; ++y)
            for (int x = 0; x < out.cols; ++x)
                out.at<float>(y, x) += static_cast<float>(noiseSigma * rng.normal());
    cv::Mat grey;
    out.convertTo(grey, CV_8U);
    return grey;
}

inline Pair plantedPair(const Portrait& p, const Field& field, double noiseSigma, std::uint64_t seed) {
    Pair pair;
    pair.from = render(p, field, noiseSigma, seed * 2 + 1);
    pair.to = render(
        p, [](cv::Point2f) { return cv::Vec2f(0, 0); }, noiseSigma, seed * 2 + 2);
    pair.truth.create(p.size, p.size, CV_32FC2);
    for (int y = 0; y < p.size; ++y)
        for (int x = 0; x < p.size; ++x)
            pair.truth.at<cv::Vec2f>(y, x) = field(cv::Point2f(static_cast<float>(x), static_cast<float>(y)));
    return pair;
}

/// Smooth bumps at brows, mouth corners and lips, of the given peak displacement, as expressions move them.
inline Field expressionField(const Portrait& p, float peakPx) {
    struct Bump {
        cv::Point2f at;
        cv::Vec2f motion;
    };
    const auto at = [&](std::size_t i) { return p.landmarks[i]; };
    const std::vector<Bump> bumps{{at(19), {0.1f, -1.0f}},
                                  {at(24), {-0.2f, -0.95f}},
                                  {at(48), {-0.8f, -0.6f}},
                                  {at(54), {0.8f, -0.6f}},
                                  {at(57), {0.0f, 0.9f}}};
    const float sigma = 0.075f * static_cast<float>(p.size);
    return [bumps, sigma, peakPx](cv::Point2f q) {
        cv::Vec2f sum(0, 0);
        for (const Bump& b : bumps) {
            const cv::Point2f d = q - b.at;
            sum += peakPx * std::exp(-d.dot(d) / (2.0f * sigma * sigma)) * b.motion;
        }
        return sum;
    };
}

/// Mean end-point error over the non-zero pixels of `where` (all where empty).
inline double meanEndpointError(const cv::Mat& flow, const cv::Mat& truth, const cv::Mat& where = {}) {
    cv::Mat difference = flow - truth;
    std::vector<cv::Mat> parts;
    cv::split(difference, parts);
    cv::Mat magnitude;
    cv::magnitude(parts[0], parts[1], magnitude);
    return where.empty() ? cv::mean(magnitude)[0] : cv::mean(magnitude, where)[0];
}

/// Slope of the least-squares line through the origin of flow on truth: below 1 means shrunk.
inline double gain(const cv::Mat& flow, const cv::Mat& truth, const cv::Mat& where) {
    double product = 0.0;
    double square = 0.0;
    for (int y = 0; y < flow.rows; ++y)
        for (int x = 0; x < flow.cols; ++x)
            if (where.at<uchar>(y, x) != 0) {
                product += flow.at<cv::Vec2f>(y, x).dot(truth.at<cv::Vec2f>(y, x));
                square += truth.at<cv::Vec2f>(y, x).dot(truth.at<cv::Vec2f>(y, x));
            }
    return square > 0.0 ? product / square : 1.0;
}

/// The face: convex hull of the landmarks.
inline cv::Mat faceMask(const Portrait& p) {
    std::vector<cv::Point2f> hull;
    cv::convexHull(std::vector<cv::Point2f>(p.landmarks.begin(), p.landmarks.end()), hull);
    const std::vector<cv::Point> polygon(hull.begin(), hull.end());
    cv::Mat mask = cv::Mat::zeros(p.size, p.size, CV_8UC1);
    cv::fillConvexPoly(mask, polygon, 255);
    return mask;
}

} // namespace mien::test
