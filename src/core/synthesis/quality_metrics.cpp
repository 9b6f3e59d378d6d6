// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/quality_metrics.h"

#include <opencv2/imgproc.hpp>

namespace mien::synthesis {
namespace {

/// Calls `of(difference)` for every pixel, -255 … 255, and returns the mean of the answers.
template <class F>
double meanOverDifferences(const cv::Mat& a, const cv::Mat& b, F of) {
    CV_Assert(a.type() == CV_8UC1 && b.type() == CV_8UC1 && a.size() == b.size() && !a.empty());
    std::uint64_t sum = 0;
    for (int y = 0; y < a.rows; ++y) {
        const auto* p = a.ptr<std::uint8_t>(y);
        const auto* q = b.ptr<std::uint8_t>(y);
        for (int x = 0; x < a.cols; ++x)
            sum += of(int{p[x]} - int{q[x]});
    }
    return static_cast<double>(sum) / static_cast<double>(a.total());
}

cv::Mat windowMean(const cv::Mat& picture) {
    cv::Mat mean;
    cv::boxFilter(picture, mean, CV_64F, {kSsimWindow, kSsimWindow});
    constexpr int pad = kSsimWindow / 2;
    return mean(cv::Rect(pad, pad, picture.cols - 2 * pad, picture.rows - 2 * pad));
}

std::uint64_t squaredSteps(const cv::Mat& grey) {
    CV_Assert(grey.type() == CV_8UC1 && !grey.empty());
    std::uint64_t sum = 0;
    const auto add = [&sum](int step) { sum += static_cast<std::uint64_t>(step * step); };
    for (int y = 0; y < grey.rows; ++y) {
        const auto* row = grey.ptr<std::uint8_t>(y);
        for (int x = 1; x < grey.cols; ++x)
            add(row[x] - row[x - 1]);
        if (y == 0)
            continue;
        const auto* above = grey.ptr<std::uint8_t>(y - 1);
        for (int x = 0; x < grey.cols; ++x)
            add(row[x] - above[x]);
    }
    return sum;
}

} // namespace

double meanSquareDifference(const cv::Mat& a, const cv::Mat& b) {
    return meanOverDifferences(a, b, [](int d) { return static_cast<std::uint64_t>(d * d); });
}

double meanSquareDifferenceWrapped(const cv::Mat& a, const cv::Mat& b) {
    // (d mod 256)² mod 256 is d² mod 256.
    return meanOverDifferences(a, b, [](int d) { return static_cast<std::uint64_t>((d * d) & 0xff); });
}

double psnrDb(double meanSquare) {
    return meanSquare > 0.0 ? 10.0 * std::log10(255.0 * 255.0 / meanSquare) : kPsnrOfEqualPicturesDb;
}

double ssim(const cv::Mat& a, const cv::Mat& b) {
    CV_Assert(a.size() == b.size() && std::min(a.rows, a.cols) >= kSsimWindow);
    cv::Mat x, y;
    a.convertTo(x, CV_64F);
    b.convertTo(y, CV_64F);
    const cv::Mat ux = windowMean(x), uy = windowMean(y);
    const cv::Mat uxx = windowMean(x.mul(x)), uyy = windowMean(y.mul(y)), uxy = windowMean(x.mul(y));
    constexpr double n = kSsimWindow * kSsimWindow;
    constexpr double sample = n / (n - 1.0);
    constexpr double c1 = (0.01 * 255.0) * (0.01 * 255.0), c2 = (0.03 * 255.0) * (0.03 * 255.0);
    double sum = 0.0;
    for (int r = 0; r < ux.rows; ++r)
        for (int c = 0; c < ux.cols; ++c) {
            const double mx = ux.at<double>(r, c), my = uy.at<double>(r, c);
            const double vx = sample * (uxx.at<double>(r, c) - mx * mx);
            const double vy = sample * (uyy.at<double>(r, c) - my * my);
            const double vxy = sample * (uxy.at<double>(r, c) - mx * my);
            sum += ((2 * mx * my + c1) * (2 * vxy + c2)) / ((mx * mx + my * my + c1) * (vx + vy + c2));
        }
    return sum / static_cast<double>(ux.total());
}

double totalVariation(const cv::Mat& grey) {
    return std::sqrt(static_cast<double>(squaredSteps(grey))) / 255.0;
}

double totalVariationPerPixel(const cv::Mat& grey) {
    return totalVariation(grey) / std::sqrt(static_cast<double>(grey.total()));
}

} // namespace mien::synthesis
