// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/pictures.h"

#include "core/face/alignment.h"

#include <opencv2/imgproc.hpp>

#include <numbers>

namespace mien::ui {
namespace {

/// Colour (BGR, 0 … 255) of a direction; strength 0 … 1 fades to white.
cv::Vec3f directionColour(float dx, float dy, float strength) {
    const float hue = std::atan2(dy, dx) * 180.0f / std::numbers::pi_v<float> + 180.0f; // 0 … 360
    const float sector = hue / 60.0f;
    const float part = sector - std::floor(sector);
    const int which = static_cast<int>(sector) % 6;
    const float ramps[6][3] = {{0, part, 1},     {0, 1, 1 - part}, {part, 1, 0},
                               {1, 1 - part, 0}, {1, 0, part},     {1 - part, 0, 1}};
    cv::Vec3f colour;
    for (int c = 0; c < 3; ++c)
        colour[c] = 255.0f * (1.0f - strength * (1.0f - ramps[which][c]));
    return colour;
}

} // namespace

QImage asPicture(const cv::Mat& image) {
    if (image.empty())
        return {};
    auto* keep = new cv::Mat(image);
    const auto drop = [](void* mat) { delete static_cast<cv::Mat*>(mat); };
    const auto format = image.channels() == 1 ? QImage::Format_Grayscale8 : QImage::Format_BGR888;
    return QImage(keep->data, keep->cols, keep->rows, static_cast<qsizetype>(keep->step), format, drop, keep);
}

QImage scaledPicture(const cv::Mat& image, QSize size) {
    if (image.empty() || size.isEmpty())
        return {};
    const QSize fitted = QSize(image.cols, image.rows).scaled(size, Qt::KeepAspectRatio).expandedTo({1, 1});
    cv::Mat small;
    const bool shrink = fitted.width() < image.cols;
    cv::resize(image, small, {fitted.width(), fitted.height()}, 0, 0,
               shrink ? cv::INTER_AREA : cv::INTER_CUBIC);
    return asPicture(small);
}

cv::Mat alignedFace(const cv::Mat& image, const face::Landmarks& landmarks, int side) {
    return face::alignedCrop(image, face::faceFromImage(landmarks, side), side);
}

float fullLength(const cv::Mat& flow) {
    std::vector<float> lengths;
    lengths.reserve(static_cast<std::size_t>(flow.rows) * static_cast<std::size_t>(flow.cols) / 4 + 1);
    for (int y = 0; y < flow.rows; y += 2)
        for (int x = 0; x < flow.cols; x += 2)
            lengths.push_back(static_cast<float>(cv::norm(flow.at<cv::Vec2f>(y, x))));
    if (lengths.empty())
        return 0.5f;
    const auto place = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 99 / 100);
    std::nth_element(lengths.begin(), place, lengths.end());
    return std::max(0.5f, *place);
}

cv::Mat paintFlow(const cv::Mat& base, const cv::Mat& flow, float fullPx, float opacity) {
    cv::Mat grey = base;
    if (base.channels() == 3)
        cv::cvtColor(base, grey, cv::COLOR_BGR2GRAY);
    cv::Mat out(grey.size(), CV_8UC3);
    for (int y = 0; y < out.rows; ++y)
        for (int x = 0; x < out.cols; ++x) {
            const cv::Vec2f motion = flow.at<cv::Vec2f>(y, x);
            const float strength = std::min(1.0f, static_cast<float>(cv::norm(motion)) / fullPx);
            const float cover = opacity * strength;
            const cv::Vec3f colour = directionColour(motion[0], motion[1], 1.0f);
            const float under = static_cast<float>(grey.at<std::uint8_t>(y, x)) * (1.0f - 0.25f * opacity);
            for (int c = 0; c < 3; ++c)
                out.at<cv::Vec3b>(y, x)[c] =
                    cv::saturate_cast<std::uint8_t>(under * (1.0f - cover) + colour[c] * cover);
        }
    return out;
}

QImage flowWheel(int side) {
    QImage wheel(side, side, QImage::Format_ARGB32_Premultiplied);
    wheel.fill(Qt::transparent);
    const float radius = static_cast<float>(side) / 2.0f;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float dx = (static_cast<float>(x) + 0.5f - radius) / radius;
            const float dy = (static_cast<float>(y) + 0.5f - radius) / radius;
            const float length = std::hypot(dx, dy);
            if (length > 1.0f)
                continue;
            const cv::Vec3f colour = directionColour(dx, dy, length);
            wheel.setPixelColor(x, y, QColor(int(colour[2]), int(colour[1]), int(colour[0])));
        }
    return wheel;
}

} // namespace mien::ui
